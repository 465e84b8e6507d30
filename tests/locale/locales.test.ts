import { describe, expect, test } from 'vitest'
import { da } from '../../src/locale/da.ts'
import type { Locale } from '../../src/locale/locale.ts'
import { languages, locales } from '../../src/locale/locales.ts'
import { captionOf } from '../../src/model/captions.ts'
import { readReport } from '../../src/read/read.ts'

const all: [string, Locale][] = Object.entries(locales)

test('the seven languages', () => {
  expect(languages).toEqual(['da', 'nb', 'sv', 'de', 'nl', 'fr', 'en'])
})

/** The lists whose words are matched in a text. */
const matched = (locale: Locale): Record<string, string[]> => ({
  scales: locale.scales,
  units: locale.units,
  currencies: locale.currencies,
  percent: locale.percent,
  tables: locale.captions.table,
  figures: locale.captions.figure,
  source: locale.source,
  note: locale.note,
  section: locale.section,
  appendix: locale.appendix,
  recommendation: locale.recommendation,
  contents: locale.contents,
  bibliography: locale.bibliography,
  to: locale.to,
  about: locale.about,
  functionWords: locale.functionWords,
  numberWords: Object.keys(locale.numberWords),
})

describe.each(all)('%s', (language, locale) => {
  test('has every word', () => {
    expect(Object.keys(locale).sort()).toEqual(Object.keys(da).sort())
    expect(Object.keys(locale.words)).toEqual(Object.keys(da.words))
    expect(Object.keys(locale.changes)).toEqual(Object.keys(da.changes))
    expect(locale.changes.more).toContain('{count}')
    const words = [...Object.values(locale.words), ...Object.values(locale.changes)]
    expect(words.filter((word) => !word.trim())).toEqual([])
    expect(Object.entries(matched(locale)).filter(([, words]) => !words.length)).toEqual([])
  })

  test('lists each word once, in small letters, composed', () => {
    for (const [list, words] of Object.entries(matched(locale))) {
      expect(new Set(words).size, list).toBe(words.length)
      expect(words, list).toEqual(words.map((word) => word.toLowerCase().normalize('NFC').trim()))
    }
  })

  test('tries a longer word before a shorter one it begins with', () => {
    const { functionWords, numberWords, percent, currencies, to, about, ...ordered } = matched(locale)
    for (const [list, words] of Object.entries(ordered)) {
      const hidden = words.filter((word, at) => words.slice(0, at).some((before) => word.startsWith(before)))
      expect(hidden, list).toEqual([])
    }
  })

  test('divides decimals and thousands as its numbers are printed', () => {
    const parts = new Intl.NumberFormat(locale.tag).formatToParts(1234567.5)
    const printed = (type: string) => parts.find((part) => part.type === type)?.value
    expect(locale.decimal).toBe(printed('decimal'))
    expect(locale.thousands).toContain(printed('group'))
    expect(locale.thousands).not.toContain(locale.decimal)
    expect(locale.thousands.every((divider) => divider.length === 1)).toBe(true)
  })

  test('has what checking looks for, each word once and in small letters', () => {
    expect(Object.keys(locale.checks).sort()).toEqual(Object.keys(da.checks).sort())
    for (const [list, words] of Object.entries(locale.checks)) {
      expect(words.length, list).toBeGreaterThan(0)
      expect(words, list).toEqual([...new Set(words)].map((word) => word.toLowerCase().normalize('NFC').trim()))
    }
  })

  test('tries a longer ending before one that it ends in', () => {
    const { endings } = locale.checks
    expect(endings.filter((ending, at) => endings.slice(0, at).some((before) => ending.endsWith(before)))).toEqual([])
  })

  test('is a language of its tag', () => {
    expect(new Intl.Locale(locale.tag).language).toBe(language)
  })

  test('writes per cent as a sign and a word', () => {
    expect(locale.percent[0]).toBe('%')
    expect(locale.percent.some((way) => /^\p{L}{4}/u.test(way))).toBe(true)
  })

  test('has a word for zero to twenty, the tens and a hundred', () => {
    const tens = [30, 40, 50, 60, 70, 80, 90, 100]
    const wanted = [...Array.from({ length: 21 }, (_, value) => value), ...tens]
    const known = new Set(Object.values(locale.numberWords))
    const one = locale.articles.length ? [1] : []
    expect(wanted.filter((value) => !known.has(value) && !one.includes(value))).toEqual([])
  })

  test('has no number word that means something else', () => {
    const { articles, functionWords, to, about, numberWords, scales } = locale
    const others = new Set([...functionWords, ...to, ...about, ...scales].filter((word) => !articles.includes(word)))
    expect(Object.keys(numberWords).filter((word) => others.has(word))).toEqual([])
    expect(articles.filter((word) => (numberWords[word] ?? 1) !== 1)).toEqual([])
  })

  test('has no function word that is a unit', () => {
    const units = new Set([...locale.units, ...locale.currencies, ...locale.percent, ...locale.scales])
    expect(locale.functionWords.filter((word) => units.has(word))).toEqual([])
    expect(locale.functionWords.length).toBeGreaterThanOrEqual(35)
    expect(locale.functionWords.length).toBeLessThanOrEqual(60)
  })

  test.each([...locale.captions.table, ...locale.captions.figure])('a caption "%s 2.1: Ships"', (word) => {
    const [block] = readReport(`${word} 2.1: Ships\n`, 'report.md').tree.children
    expect(captionOf(block!, { ...locale.captions, box: [] })).toMatchObject({ number: '2.1', text: 'Ships' })
  })
})

describe('words one knows from reports', () => {
  test.each([
    ['da', 'table', 'Tabel', 'Kilde', 'Bilag', 'afsnit'],
    ['nb', 'table', 'Tabell', 'Kilde', 'Vedlegg', 'kapittel'],
    ['sv', 'table', 'Tabell', 'Källa', 'Bilaga', 'avsnitt'],
    ['de', 'table', 'Tabelle', 'Quelle', 'Anhang', 'Abschnitt'],
    ['nl', 'table', 'Tabel', 'Bron', 'Bijlage', 'paragraaf'],
    ['fr', 'table', 'Tableau', 'Source', 'Annexe', 'section'],
    ['en', 'table', 'Table', 'Source', 'Appendix', 'section'],
    ['da', 'figure', 'Figur', 'Kilder', 'Bilag', 'kapitel'],
    ['nb', 'figure', 'Fig.', 'Kilder', 'Vedlegg', 'avsnitt'],
    ['sv', 'figure', 'Diagram', 'Källor', 'Bilaga', 'kapitel'],
    ['de', 'figure', 'Abb.', 'Quellen', 'Anlage', 'Kapitel'],
    ['nl', 'figure', 'Figuur', 'Bronnen', 'Bijlage', 'hoofdstuk'],
    ['fr', 'figure', 'Graphique', 'Sources', 'Annexe', 'chapitre'],
    ['en', 'figure', 'Chart', 'Sources', 'Annex', 'chapter'],
  ] as const)('%s %s: %s, %s, %s, %s', (language, kind, caption, source, appendix, section) => {
    const locale: Locale = locales[language]
    expect(locale.captions[kind]).toContain(caption.toLowerCase())
    expect(locale.source).toContain(source.toLowerCase())
    expect(locale.appendix).toContain(appendix.toLowerCase())
    expect(locale.section).toContain(section.toLowerCase())
  })
})

describe('number words that are easily mistaken', () => {
  test.each([
    ['da', { nul: 0, seks: 6, atten: 18, tyve: 20, halvtreds: 50, tres: 60, halvfjerds: 70, firs: 80, halvfems: 90 }],
    ['nb', { null: 0, sju: 7, syv: 7, atten: 18, nitten: 19, tjue: 20, seksti: 60, åtti: 80, nitti: 90, hundre: 100 }],
    ['sv', { noll: 0, sju: 7, arton: 18, nitton: 19, tjugo: 20, trettio: 30, åttio: 80, nittio: 90, hundra: 100 }],
    ['de', { null: 0, sechzehn: 16, siebzehn: 17, zwanzig: 20, dreißig: 30, siebzig: 70, neunzig: 90, hundert: 100 }],
    ['nl', { nul: 0, één: 1, dertien: 13, veertien: 14, twintig: 20, dertig: 30, tachtig: 80, negentig: 90 }],
    [
      'fr',
      { zéro: 0, seize: 16, vingt: 20, soixante: 60, 'soixante-dix': 70, 'quatre-vingts': 80, nonante: 90, cent: 100 },
    ],
    ['en', { zero: 0, thirteen: 13, thirty: 30, forty: 40, fifty: 50, eighty: 80, ninety: 90, hundred: 100 }],
  ] as const)('%s', (language, words) => {
    expect(locales[language].numberWords).toMatchObject(words)
  })

  test.each(all)('%s counts upwards', (_, { numberWords }) => {
    const values = Object.values(numberWords).filter(Number.isInteger)
    expect(values).toEqual([...values].sort((a, b) => a - b))
  })
})

test('small words that begin compounds are only those of languages that write them solid', () => {
  const withCompounds = all.filter(([, { compounds }]) => compounds.prefixes.length).map(([language]) => language)
  expect(withCompounds).toEqual(['da', 'nb', 'sv', 'de', 'nl'])
})
