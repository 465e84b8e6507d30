import type { Locale } from './locale.ts'

export const da: Locale = {
  tag: 'da-DK',
  decimal: ',',
  thousands: '.',
  captions: { table: ['tabel'], figure: ['figur'] },
  source: ['kilde', 'kilder'],
  note: ['note', 'noter', 'anm.'],
  appendix: ['bilag'],
  recommendation: ['anbefaling'],
  numberWords: {
    én: 1, ét: 1, et: 1, to: 2, tre: 3, fire: 4, fem: 5, seks: 6, syv: 7, otte: 8, ni: 9, ti: 10, elleve: 11, tolv: 12,
  },
  words: {
    source: 'Kilde',
    note: 'Note',
    inTheReport: 'i rapporten',
    report: 'rapporten',
    section: 'afsnit',
    lines: 'linje',
    line: 'linje',
    page: 'Side',
    of: 'af',
    and: 'og',
    empty: 'ikke oplyst',
    frontPage: 'titelsiden',
  },
}
