import { describe, expect, test } from 'vitest'
import { readSource } from '../../src/build/source.ts'
import { judge } from '../../src/update/assertions/judge.ts'
import { assertionsOf } from '../../src/update/statements.ts'
import { makeSource } from '../support/source.ts'

type Language = 'da' | 'nb' | 'sv' | 'de' | 'nl' | 'fr' | 'en'

const captions = { da: 'Tabel', nb: 'Tabell', sv: 'Tabell', de: 'Tabelle', nl: 'Tabel', fr: 'Tableau', en: 'Table' }

/** A report without entities: some text, and a table of places with minutes and calls, or of years. */
async function source(language: Language, text: string, table: string, ...rows: string[]) {
  const report = `# T\n\n## 1 A\n\n${text}\n\n${captions[language]} 1: ${table.split('\n')[0]}\n\n${table.split('\n').slice(1).join('\n')}\n`
  const csv = `---\ndate: 2026\nsource: S\nallow: [large-changes]\n---\ntable,row,column,value\n${rows.map((row) => `${captions[language]} 1,${row}\n`).join('')}`
  const { folders } = makeSource({ 'report.md': report, 'report.yaml': `language: ${language}\n`, 'data/a.csv': csv })
  const read = await readSource(folders.source)
  expect(read.update.problems.map(({ message }) => message)).toEqual([])
  return read
}

/** What was told: "said: untrue, now …", "said: holds", "said: read again". */
async function told(...from: Parameters<typeof source>): Promise<string[]> {
  const { update } = await source(...from)
  return update.stale.map(({ said, now, holds, kind }) => {
    if (holds) return `${said}: holds`
    if (kind === 'reading') return `${said}: read again`
    return `${said}: untrue${now === null ? '' : `, now ${now}`}`
  })
}

const da = `Responstid efter region
| Region | Mediantid (min) | Kørsler |
|---|---|---|
| Nord | 11,3 | 1840 |
| Midt | 9,1 | 3190 |
| Syd | 7,8 | 2715 |
`
const en = `Response time by region
| Region | Median (min) | Calls |
|---|---|---|
| North | 11.3 | 1840 |
| Middle | 9.1 | 3190 |
| South | 7.8 | 2715 |
`
const years = `Visits by library
| Library | Visits 2021 | Visits 2022 | Visits 2023 |
|---|---|---|---|
| Upper | 410 | 440 | 475 |
| Lower | 520 | 500 | 480 |
| All | 930 | 940 | 955 |
`

describe('items of lists, without entities and without the cells', () => {
  test('a difference, and the same in per cent', async () => {
    const text = '- Nord: 11,3 min\n- Regional forskel: 3,5 min (44,9 %)'
    expect(await told('da', text, da, 'Syd,Mediantid (min),"8,3"')).toEqual([
      '3,5: untrue, now 3,0',
      '44,9: untrue, now 36,1',
    ])
    // between the two ends nothing changes of it
    expect(await told('da', text, da, 'Midt,Mediantid (min),"9,5"')).toEqual(['3,5: holds', '44,9: holds'])
    expect(await told('da', text, da, 'Syd,Kørsler,2800')).toEqual([])
  })

  test('who is slowest', async () => {
    const text = '- Slowest: North (11.3 min)\n- Quickest: South (7.8 min)'
    expect(await told('en', text, en, 'Middle,Median (min),11.9')).toEqual(['Slowest: untrue', 'Quickest: holds'])
  })

  test('three of the five, all, none, only', async () => {
    const of = (text: string, row: string) => told('en', text, en, row)
    expect(await of('Two of the three regions are above 9.0 min.', 'Middle,Median (min),8.9')).toContain(
      'Two of the three: untrue',
    )
    expect(await of('All regions have more than 1,500 calls.', 'North,Calls,1400')).toEqual(['All: untrue'])
    expect(await of('No region has more than 4,000 calls.', 'North,Calls,4100')).toEqual(['No: untrue'])
    expect(await of('Only South is below 9.0 min.', 'Middle,Median (min),8.5')).toEqual(['Only: untrue'])
    expect(await of('Only South is below 9.0 min.', 'Middle,Median (min),9.5')).toEqual(['Only: holds'])
  })

  test('a range and a rank', async () => {
    const text = 'Median times lie between 7.8 and 11.3 minutes. Middle ranks second for median time.'
    expect(await told('en', text, en, 'Middle,Median (min),7.1')).toEqual([
      '7.8 and 11.3: untrue, now 7.1 and 11.3',
      'ranks second: untrue',
    ])
  })
})

describe('words of no list, by their form', () => {
  const table = (noun: string, region: string) => `${noun}
| ${region} | ${noun} (min) |
|---|---|
| Altby | 11 |
| Nyby | 9 |
| Storby | 7 |
`
  test.each([
    ['da', 'Altby er langsomst.', 'langsomst'],
    ['nb', 'Altby er den tregeste av byene.', 'tregeste'],
    ['sv', 'Altby är långsammast.', 'långsammast'],
    ['de', 'Am langsamsten ist Altby.', 'Am langsamsten'],
    ['nl', 'Altby is het traagst.', 'het traagst'],
    ['fr', 'Altby est la plus lente.', 'la plus lente'],
    ['en', 'Altby is the slowest.', 'slowest'],
  ] as const)('%s: a superlative', async (language, text, said) => {
    const [noun, region] = ['Tid', 'By']
    expect(await told(language, text, table(noun, region), `Nyby,${noun} (min),12`)).toEqual([`${said}: untrue`])
    expect(await told(language, text, table(noun, region), `Nyby,${noun} (min),10`)).toEqual([`${said}: holds`])
  })

  test.each([
    ['da', 'Nyby har dyrere tid end Storby.', 'dyrere tid end'],
    ['de', 'Nyby ist teurer als Storby.', 'teurer als'],
    ['nl', 'Nyby is trager dan Storby.', 'trager dan'],
    ['en', 'Nyby is slower than Storby.', 'slower than'],
    ['fr', 'Nyby est plus lente que Storby.', 'plus lente que'],
  ] as const)('%s: a comparative', async (language, text, said) => {
    const sentence = language === 'da' ? 'Nyby er langsommere end Storby.' : text
    const word = language === 'da' ? 'langsommere end' : said
    expect(await told(language, sentence, table('Tid', 'By'), 'Storby,Tid (min),10')).toEqual([`${word}: untrue`])
  })

  test('that the numbers did not bear out is not judged', async () => {
    expect(await told('en', 'Middle is the slowest.', en, 'Middle,Median (min),12')).toEqual([])
  })

  test('that only look like one, or compare nothing, are none', async () => {
    const text = 'South has the latest figures. North answers as fast as it can, with the highest possible care.'
    expect(await told('en', text, en, 'North,Median (min),1.3', 'South,Median (min),19')).toEqual([])
  })
})

describe('trends', () => {
  const of = (text: string, ...rows: string[]) => told('en', text, years, ...rows)

  test('from one time to another, at every step, of the row that is named', async () => {
    expect(await of('Visits to Upper rose from 2021 to 2023.', 'Upper,Visits 2023,400')).toContain('rose: untrue')
    expect(await of('Visits to Upper rose from 2021 to 2023.', 'Upper,Visits 2022,400')).toEqual(['rose: holds'])
    expect(await of('Visits to Upper rose every year.', 'Upper,Visits 2022,400')).toEqual(['rose: untrue'])
    expect(await of('Visits to Lower fell for the second year in a row.', 'Lower,Visits 2022,530')).toEqual([
      'fell: untrue',
    ])
  })

  test('of another row are not told of', async () => {
    expect(await of('Visits to Upper rose every year.', 'Lower,Visits 2022,530')).toEqual([])
  })
})

describe('a number that only a person can judge', () => {
  test('is to be read again where it is given beside the name of its row', async () => {
    const text = 'The crews of North drive 1840 times, as far as we know, and are proud of it.'
    expect(await told('en', text, en, 'North,Calls,1900')).toEqual(['1840: untrue, now 1900'])
    const more = 'North answered some 1,840 of them.'
    expect((await told('en', more, en, 'North,Calls,2900')).join()).toMatch(/1,840: (?:read again|untrue)/)
  })
})

describe('a statement on tables', () => {
  test('asserts its numbers and what it compares, and is judged by new tables', async () => {
    const { report } = await source('en', 'Nothing.', en, 'Middle,Median (min),12.4')
    const before = {
      ...report,
      tables: report.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) =>
          row.map(({ updated, ...cell }) => (updated ? { ...cell, text: updated.printed } : cell)),
        ),
      })),
    }
    const stated = { text: 'North is slowest with 11.3 min, South takes 7.8.', basis: [0], about: null }
    const assertions = assertionsOf(stated, before)
    const { en: locale } = (await import('../../src/locale/locales.ts')).locales
    const judged = assertions.map((each) => [each.said, judge(each, before.tables, report.tables, locale)?.is ?? null])
    expect(judged).toEqual([
      ['slowest', 'untrue'],
      ['11.3', null],
      ['7.8', null],
    ])
  })
})
