import type { Table } from 'mdast'
import { describe, expect, test } from 'vitest'
import { sourcesOf } from '../../src/document/document.ts'
import type { Chart } from '../../src/document/nodes.ts'
import { sourcesFrom } from '../../src/document/source.ts'
import { plainText } from '../../src/model/text.ts'
import { tailored } from '../support/tailored.ts'

const report = `# Havnens regnskab

## 1 Tal

TABEL 1: SKIBE

	Nordhavn	Søndre Havn	Vesthavn	Alle havne
Skibe	5 (55,6 pct.)	4 (44,4 pct.)	7 (60,0 pct.)	16 (52,0 pct.)
Tons	1.200	950		2.150
Farve	rød	grøn	blå	alle

TABEL 2: HAVNENE

Havn	Kraner	Ventetid	Ret	Bemærkning
Nordhavn	3 kraner	10-20 minutter	8 meter	Ingen
Søndre Havn	Har ingen kraner	15 minutter	12 fod	Ingen
Vesthavn	9 kraner	40 minutter	9 meter	Ingen

TABEL 4: DYBDE

Havn	Bund	Dybde
Nordhavn	Sand	8 meter
Vesthavn	Ler	9 meter
`
const profile = `language: da
captions: { table: [TABEL] }
entities:
  havn:
    - { name: Nordhavn }
    - { name: Sydhavn, aliases: [Søndre Havn] }
    - { name: Østhavn }
`

const document = (directive: string) =>
  tailored(`# T\n\n${directive}\n`, { 'report.md': report, 'report.yaml': profile })
const make = async (directive: string) => (await document(directive)).tree.children[1] as Chart
const texts = (chart: Chart) => chart.series.map(({ points }) => points.map((point) => point?.text ?? null))
const grid = (chart: Chart) =>
  (chart.children[0] as Table).children.map((row) => row.children.map((cell) => plainText(cell)))

describe('series and categories', () => {
  test('of one row the columns are the categories', async () => {
    const chart = await make('::chart{kind="bar" of="TABEL 1" rows="Skibe" title="Flest skibe" subtitle="Antal"}')
    expect(chart).toMatchObject({
      kind: 'bar',
      title: [{ type: 'text', value: 'Flest skibe' }],
      subtitle: 'Antal',
      categories: ['Nordhavn', 'Sydhavn', 'Vesthavn', 'Alle havne'],
      highlight: null,
      reference: null,
    })
    expect(chart.series.map(({ name }) => name)).toEqual(['Skibe'])
    expect(texts(chart)).toEqual([['5', '4', '7', '16']])
  })

  test('of one column the rows are the categories', async () => {
    const chart = await make('::chart{kind="range" of="TABEL 2" columns="Ventetid" title="T"}')
    expect(chart.categories).toEqual(['Nordhavn', 'Sydhavn', 'Vesthavn'])
    expect(chart.series[0]!.points[0]).toMatchObject({ value: 10, max: 20, text: '10–20' })
    expect(chart.unit).toBe('minutter')
  })

  test('of several rows each is a series, unless transposed', async () => {
    const directive = 'kind="grouped-bar" of="TABEL 1" rows="Skibe; Tons" columns="Nordhavn; Sydhavn" title="T"'
    expect(texts(await make(`::chart{${directive}}`))).toEqual([
      ['5', '4'],
      ['1.200', '950'],
    ])
    const turned = await make(`::chart{${directive} transpose}`)
    expect(turned.categories).toEqual(['Skibe', 'Tons'])
    expect(turned.series.map(({ name }) => name)).toEqual(['Nordhavn', 'Sydhavn'])
  })

  test('a column without any number is left out when none are chosen, one with a gap is not', async () => {
    const depths = await make('::chart{kind="dot" of="TABEL 4" title="T"}')
    expect(depths.series.map(({ name }) => name)).toEqual(['Dybde'])
    expect(depths.categories).toEqual(['Nordhavn', 'Vesthavn'])
    const tons = await make('::chart{kind="bar" of="TABEL 1" rows="Tons" title="T"}')
    expect(tons.categories).toContain('Vesthavn')
  })
})

test('unit, reference, highlight, sort and rename', async () => {
  const chart = await make(
    '::chart{kind="bar" of="TABEL 1" rows="Skibe" unit="pct." reference="Alle havne" highlight="Søndre Havn" sort="descending" rename="Alle havne = I alt; Vesthavn = Vest" title="T"}',
  )
  expect(chart.categories).toEqual(['Vest', 'Nordhavn', 'Sydhavn'])
  expect(texts(chart)).toEqual([['60,0', '55,6', '44,4']])
  expect(chart.reference).toMatchObject({ label: 'I alt', point: { value: 52, text: '52,0' } })
  expect(chart.highlight).toBe('Sydhavn')
  expect(chart.unit).toBe('pct.')
  const ascending = await make('::chart{kind="bar" of="TABEL 1" rows="Tons" sort="ascending" title="T"}')
  expect(texts(ascending)).toEqual([['950', '1.200', '2.150', null]])
})

test('an entity that the chart does not show is led to nowhere', async () => {
  const chart = await make('::chart{kind="bar" of="TABEL 1" rows="Skibe" highlight="Østhavn" title="T"}')
  expect(chart.highlight).toBeNull()
})

test('where there is no number stands what the report says', async () => {
  const chart = await make('::chart{kind="bar" of="TABEL 2" columns="Kraner" sort="descending" title="T"}')
  expect(chart.categories).toEqual(['Vesthavn', 'Nordhavn', 'Sydhavn'])
  expect(chart.series[0]!.points[2]).toBeNull()
  expect(chart.series[0]!.gaps).toMatchObject([
    null,
    null,
    { text: 'Har ingen kraner', origin: { kind: 'cell', row: 'Søndre Havn' } },
  ])
  const empty = await make('::chart{kind="bar" of="TABEL 1" rows="Tons" title="T"}')
  expect(empty.series[0]!.gaps).toBeUndefined()
})

test('its figures stand in a table, each with its source, and its source line below', async () => {
  const directive =
    '::chart{kind="bar" of="TABEL 1" rows="Tons" reference="Alle havne" highlight="Sydhavn" title="Mest gods"}'
  const { tree, ...rest } = await document(directive)
  const chart = tree.children[1] as Chart
  const [table, line] = chart.children as [Table, Chart['children'][number]]
  expect(grid(chart)).toEqual([
    ['', 'Tons'],
    ['Nordhavn', '1.200'],
    ['Sydhavn', '950'],
    ['Vesthavn', ''],
    ['Alle havne', '2.150'],
  ])
  expect(table.children[3]!.children[1]!.children).toEqual([{ type: 'missing', value: 'ikke oplyst' }])
  expect(table.data).toEqual({ rowHeaders: true, highlight: { row: 1 } })
  const source = { file: 'report.md', lines: [9, 9], table: 'TABEL 1', row: 'Tons', column: 'Nordhavn' }
  expect(sourcesFrom(table.children[1]!.children[1]!.data?.origin)).toEqual([source])
  expect(sourcesFrom(chart.series[0]!.points[0]!.origin)).toEqual([source])
  expect(plainText(line)).toBe('Kilde: tabel 1 (linje 5–10) i rapporten.')
  expect(sourcesOf({ tree, ...rest })).toContainEqual(source)
})

test('a source line leaves a chart to its own', async () => {
  const chart = '::chart{kind="bar" of="TABEL 1" rows="Skibe" title="T"}'
  await expect(document(`${chart}\n\n::source`)).rejects.toMatchObject({
    message: 'has nothing above it that comes from the report',
  })
})

describe('what cannot be drawn is told at its place', () => {
  const place = { file: expect.stringMatching(/brief\.md\.hbs$/), line: 3 }
  test.each([
    ['kind="pie" of="TABEL 1"', '"kind" cannot be "pie"', { found: 'pie' }],
    ['kind="bar" of="TABEL 3"', 'the report has no table "TABEL 3"', { nearest: 'TABEL 1' }],
    ['kind="bar" of="TABEL 1" rows="Skib"', 'TABEL 1 has no row "Skib"', { nearest: 'Skibe' }],
    [
      'kind="bar" of="TABEL 1" rows="Farve"',
      'TABEL 1, "Farve" holds no number to draw',
      { found: 'Farve', expected: 'Skibe, Tons' },
    ],
    [
      'kind="bar" of="TABEL 2" columns="Bemærkning"',
      'TABEL 2, "Bemærkning" holds no number to draw',
      { expected: 'Kraner, Ventetid, Ret' },
    ],
    ['kind="bar" of="TABEL 1" rows="Skibe" unit="kr."', 'TABEL 1, "Nordhavn" has no number in "kr."', {}],
    ['kind="bar" of="TABEL 2" columns="Ret"', 'TABEL 2 holds numbers of different units here', { found: 'meter, fod' }],
    [
      'kind="bar" of="TABEL 1" rows="Skibe" highlight="Norhavn"',
      'the chart shows no "Norhavn"',
      { nearest: 'Nordhavn' },
    ],
    ['kind="bar" of="TABEL 1" rows="Skibe" reference="Alle"', 'TABEL 1 has no column "Alle"', {}],
    ['kind="bar" of="TABEL 1" rows="Skibe" sort="up"', '"sort" cannot be "up"', {}],
    [
      'kind="bar" of="TABEL 1" rows="Skibe" rename="Øst = Ø"',
      '"rename" names what TABEL 1 has no row or column for',
      {},
    ],
    ['kind="bar" of="TABEL 1" rows="Tons" reference="Vesthavn"', '"Vesthavn" holds no number to compare with', {}],
    ['kind="bar" of="TABEL 1" rows="Skibe; Tons"', 'a bar chart has one series', { found: 'Skibe, Tons' }],
    ['kind="bar" of="TABEL 2" columns="Ventetid"', 'a bar cannot show a number with two ends', { found: '10–20' }],
    ['kind="slope" of="TABEL 1" columns="Nordhavn" rows="Skibe"', 'a slope goes from one category to another', {}],
    ['kind="slope" of="TABEL 1" rows="Skibe" reference="Alle havne"', 'a slope has no reference', {}],
    ['kind="slope" of="TABEL 1" rows="Skibe" sort="ascending"', 'a slope keeps the order of its categories', {}],
    [
      'kind="grouped-bar" of="TABEL 1" rows="Skibe; Tons" reference="Alle havne"',
      'a reference goes with one series',
      {},
    ],
  ])('%s', async (written, message, details) => {
    await expect(make(`::chart{${written} title="T"}`)).rejects.toMatchObject({
      message,
      details: { ...place, ...details },
    })
  })

  test('more series than can be told apart', async () => {
    const rows = ['A', 'B', 'C', 'D', 'E'].map((name, at) => `${name}	${at}	${at + 1}`).join('\n')
    const making = tailored('# T\n\n::chart{kind="grouped-bar" of="TABEL 1" title="T"}', {
      'report.md': `# R\n\n## 1 Tal\n\nTABEL 1: TAL\n\n	X	Y\n${rows}\n`,
      'report.yaml': profile,
    })
    await expect(making).rejects.toMatchObject({ message: 'has too many series to tell apart', details: place })
  })

  test('a chart needs its finding', async () => {
    await expect(make('::chart{kind="bar" of="TABEL 1"}')).rejects.toMatchObject({ message: '"chart" needs "title"' })
  })
})
