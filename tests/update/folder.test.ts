import { describe, expect, test } from 'vitest'
import { changesOf } from '../../src/update/changes.ts'
import { cells, said, withData } from './updated.ts'

const long = '\uFEFFtable,row,column,value\nTable 1,Southport,Berths,20\n'
const updates = async (files: Record<string, string>) => {
  const { report, update } = await withData(files)
  return {
    problems: update.problems.map(said),
    from: changesOf(report).map(({ file, date, source }) => `${file} ${date} ${source}`),
  }
}

describe('data.yaml', () => {
  test('says date and source once for the folder, and otherwise for one file', async () => {
    const other = long.replace('Southport,Berths,20', 'Northport,Quay,25.5')
    const files = {
      'a.csv': long,
      'b.csv': other,
      'data.yaml': 'date: 2026-03\nsource: Statistics Coast\nfiles:\n  b.csv: { date: 2026-04 }\n',
    }
    expect(await updates(files)).toEqual({
      problems: [],
      from: [
        'data/b.csv 2026-04 Statistics Coast',
        'data/a.csv 2026-03 Statistics Coast',
        'data/b.csv 2026-04 Statistics Coast',
      ],
    })
  })

  test('what a file says of itself, or has beside it, counts before; what a PX file brings before what is said for all', async () => {
    const px =
      'STUB="H";HEADING="W";VALUES("H")="Northport";VALUES("W")="Quay";LAST-UPDATED="20260501 08:00";DATA=25.5;'
    const files = {
      'a.csv': `# date: 2026-01\n${long.slice(1)}`,
      'table-1.px': px,
      'table-1.yaml': 'allow: [missing-rows]\nrows: { from: H }\ncolumns: { from: W }\n',
      'data.yaml': 'date: 2026-03\nsource: S\n',
    }
    expect((await updates(files)).from.toSorted()).toEqual([
      'data/a.csv 2026-01 S',
      'data/table-1.px 2026-05-01 S',
      'data/table-1.px 2026-05-01 S',
    ])
  })

  test('maps the files of banks too, each problem at its line', async () => {
    const json = JSON.stringify({
      class: 'dataset',
      id: ['h', 'w'],
      size: [1, 1],
      dimension: { h: { category: { index: ['N'] } }, w: { category: { index: ['Q'] } } },
      value: [25],
    })
    const yaml = (to: string) =>
      `date: 2026\nsource: S\nfiles:\n  x.json:\n    table: Table 1\n    allow: [missing-rows]\n    rows: { from: h, names: { N: ${to} } }\n    columns: { name: Quay }\n`
    expect((await updates({ 'x.json': json, 'data.yaml': yaml('Northport') })).problems).toEqual([])
    expect((await updates({ 'x.json': json, 'data.yaml': yaml('Nortport') })).problems).toEqual([
      'data.yaml:7:31 Table 1 has no row "Nortport"; found Nortport; nearest Northport',
    ])
  })

  test('that is wrong is told whole, and nothing is applied without it', async () => {
    const yaml = 'dat: 2026\nsource: 7\nfiles:\n  b.csv: {}\n  a.csv: { tabel: x }\n'
    expect(await updates({ 'a.csv': long, 'data.yaml': yaml })).toEqual({
      problems: [
        'data.yaml:2:1 has a wrong value; found 7',
        'data.yaml:5:12 unknown key "tabel"; found tabel; nearest table',
        'data.yaml:1:1 unknown key "dat"; found dat; nearest date',
      ],
      from: [],
    })
    expect(
      (await updates({ 'a.csv': long, 'data.yaml': 'date: 2026\nsource: S\nfiles:\n  b.csv: {}\n' })).problems,
    ).toEqual(['data.yaml:4:3 there is no data file "b.csv"; found b.csv; nearest a.csv'])
  })

  test('all files that lack something are asked for it in one run', async () => {
    expect(await updates({ 'a.csv': long, 'b.csv': `# source: S\n${long.slice(1)}`, 'c.csv': long })).toEqual({
      problems: [
        'a.csv:1 does not say its date and its source',
        'b.csv:1 does not say its date',
        'c.csv:1 does not say its date and its source',
      ],
      from: [],
    })
  })
})

describe('rows and columns that the table has not', () => {
  const text =
    '# date: 2026\n# source: S\nHarbour\tBoats\tCranes\nNorthport\t1310\t1\nWeston\t5\t2\nSouthport\t660\t3\nEaston\t640\t4\n'

  test('are errors', async () => {
    expect((await updates({ 'table-1.tsv': text })).problems).toEqual([
      'table-1.tsv:3:15 Table 1 has no column "Cranes"; found Cranes',
      'table-1.tsv:5:1 Table 1 has no row "Weston"; found Weston; nearest Easton',
    ])
  })

  test('are left out where that is allowed, and told; a row that is written otherwise is missing', async () => {
    const allowed = `# allow: other-rows, other-columns\n${text}`
    const source = await withData({ 'table-1.tsv': allowed })
    expect(source.update.problems.map(said)).toEqual([])
    expect(source.update.doubts.map(said)).toEqual(
      expect.arrayContaining([
        'table-1.tsv:6:1 has 1 rows that Table 1 has not; found Weston',
        'table-1.tsv:4:15 has 1 columns that Table 1 has not; found Cranes',
      ]),
    )
    expect(cells(source)[0]![1]).toBe('1,310 (48.0%)')
    expect((await updates({ 'table-1.tsv': allowed.replace('Easton', 'Eastton') })).problems).toEqual([
      'table-1.tsv:4 lacks a row of Table 1',
    ])
  })
})
