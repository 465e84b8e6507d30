import type { Locale } from './locale.ts'

export const en: Locale = {
  tag: 'en-GB',
  decimal: '.',
  thousands: ',',
  captions: { table: ['table'], figure: ['figure'] },
  source: ['source', 'sources'],
  note: ['note', 'notes'],
  appendix: ['appendix', 'annex'],
  recommendation: ['recommendation'],
  numberWords: {
    one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  },
  words: {
    source: 'Source',
    note: 'Note',
    inTheReport: 'of the report',
    report: 'the report',
    section: 'section',
    lines: 'lines',
    line: 'line',
    page: 'Page',
    of: 'of',
    and: 'and',
    empty: 'not stated',
    frontPage: 'the title page',
  },
}
