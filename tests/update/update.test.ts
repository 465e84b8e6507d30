import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { reportSchema } from '../../src/model/report.ts'
import { changesOf } from '../../src/update/changes.ts'
import { cells, harbours, said, withData } from './updated.ts'

const printed = [
  ['Northport', '1,200 (48.0%)', '24.5 m', '30-35'],
  ['Southport', '660 (26.4%)', '20 m', '18'],
  ['Easton', '640 (25.6%)', '25.3 m', '–'],
  ['Total', '2,500 (100.0%)', '69.8 m', ''],
]
const updated = printed.map((row) => [...row])
updated[0]![1] = '1,300 (50.0%)'
updated[3]![1] = '2,600 (100.0%)'

const whole = [
  ['Harbour', 'Boats', 'Quay', 'Berths'],
  ['Northport', '1300 (50.0%)', '24.5', '30-35'],
  ['Southport', '660 (26.4%)', '20', '18'],
  ['Easton', '640 (25.6%)', '25.3', '-'],
  ['Total', '2600 (100%)', '69.8', ''],
]
const turned = whole[0]!.map((_, column) => whole.map((row) => row[column]!))
const csv = (rows: string[][], sign: string) =>
  rows.map((row) => row.map((cell) => (cell.includes(sign) ? `"${cell}"` : cell)).join(sign)).join('\n')

describe('the same values in every form', () => {
  test('as printed where there are none', async () => {
    expect(cells(await withData({}))).toEqual(printed)
  })

  test.each([
    [
      'long',
      'update.csv',
      'table,row,column,value\nTable 1,Northport,Boats,1300 (50.0%)\nTable 1,Total,Boats,"2,600 (100.0%)"\n',
    ],
    [
      'long, columns in another order',
      'update.csv',
      'value;column;row;table\n1300;Boats;northport;TABLE 1\n50.0;Boats (%);North Port;table 1\n2600;boats;total;Table 1\n',
    ],
    [
      'long, of the table that names the file',
      'table-1.csv',
      'row,column,value\nNorthport,Boats,1300 (50.0%)\nTotal,Boats,2600 (100.0%)\n',
    ],
    ['of the table', 'table-1.csv', csv(whole, ',')],
    ['of the table, with ;', 'Table 1.csv', csv(whole, ';')],
    ['turned', 'table-1.csv', csv(turned, ',')],
    ['turned, with ;', 'table_1.csv', csv(turned, ';')],
    ['decimal comma', 'table-1.csv', csv(whole, ';').replaceAll('.', ',')],
    [
      'settings in its first rows',
      'x.csv',
      `# table: Table 1;;;\n# date: 2026-03-01;;;\n# source;Statistics Coast;;\n# a remark;;;\n${csv(whole, ';')}`,
    ],
    [
      'number and share in columns of their own',
      'table-1.csv',
      'Harbour,Boats,Boats (%)\nNorthport,1300,50.0\nSouthport,660,26.4\nEaston,640,25.6\nTotal,2600,100\n',
    ],
  ])('%s', async (_, name, text) => {
    const source = await withData({ [name]: text })
    expect(source.update.problems.map(said)).toEqual([])
    expect(cells(source)).toEqual(updated)
    expect(
      changesOf(source.report).map(({ row, before, after, file, date }) => [row, before, after, file, date]),
    ).toEqual([
      ['Northport', '1,200 (48.0%)', '1,300 (50.0%)', `data/${name}`, '2026-03-01'],
      ['Total', '2,500 (100.0%)', '2,600 (100.0%)', `data/${name}`, '2026-03-01'],
    ])
    expect(reportSchema.parse(source.report).tables[0]!.updates).toEqual([
      { date: '2026-03-01', source: 'Statistics Coast', file: `data/${name}` },
    ])
  })

  test('a workbook, numbers and percentages as numbers', async () => {
    const rows = [
      ['# date', '2026-03-01'],
      ['# source', 'Statistics Coast'],
      ['Harbour', 'Boats', 'Boats (%)', 'Quay'],
      ['Northport', 1300, 0.5, 24.5],
      ['Southport', 660, 0.264, 20],
      ['Easton', 640, 0.256, 25.3],
      ['Total', 2600, 1, 69.8],
    ]
    const percent = [3, 4, 5, 6].map((row) => {
      const value = rows[row]![2] as number
      return [`${row},2`, { value, type: 'number', style: { numFmt: '0.0%' } }] as const
    })
    const sheets = [{ name: 'Table 1', rows, cells: new Map<string, object>(percent) as never }]
    const source = await withData({ 'port-authority.xlsx': await writeXlsx({ sheets }) })
    expect(source.update.problems.map(said)).toEqual([])
    expect(cells(source)).toEqual(updated)
  })

  test('settings in a YAML file beside it; what the file itself says counts more', async () => {
    const source = await withData({
      'table-1.csv': `# source: Nobody\n${csv(whole, ',')}`,
      'table-1.yaml': 'date: 2026-03\nsource: Somebody\n',
    })
    expect(source.report.tables[0]!.updates).toMatchObject([{ date: '2026-03', source: 'Nobody' }])
  })
})

const long = (...rows: string[]) => ({
  'update.csv': `table,row,column,value\n${rows.map((row) => `${row}\n`).join('')}`,
})
const settings = (more: string) => `---\ndate: 2026-03-01\nsource: S\n${more}\n---\n`

describe('totals', () => {
  test('that added up are worked out anew, their shares told of', async () => {
    const source = await withData(long('Table 1,Northport,Boats,1300', 'Table 1,Southport,Quay,21.5'))
    expect(cells(source)[3]).toEqual(['Total', '2,600 (100.0%)', '71.3 m', ''])
    expect(source.update.doubts.map(said)).toEqual([
      'update.csv:6:25 Table 1, Northport, Boats keeps 48.0%, which belongs to the number before',
      'update.csv:6:25 Table 1, Total, Boats keeps 100.0%, which belongs to the number before',
    ])
  })

  test('that did not add up stay', async () => {
    const wrong = harbours.replace('69.8 m', '70.8 m')
    expect(cells(await withData(long('Table 1,Southport,Quay,21.5'), wrong))[3]![2]).toBe('70.8 m')
  })
})

describe('new rows and columns', () => {
  const row = 'Table 1,Weston,Boats,100 (4%)\nTable 1,Weston,Quay,12\n'

  test('stand above the total, which takes them in', async () => {
    const source = await withData({ 'update.csv': `${settings('allow: [new-rows]')}table,row,column,value\n${row}` })
    expect(source.update.problems.map(said)).toEqual([])
    expect(cells(source).slice(3)).toEqual([
      ['Weston', '100 (4.0%)', '12.0 m', ''],
      ['Total', '2,600 (100.0%)', '81.8 m', ''],
    ])
  })

  test('columns stand behind the others', async () => {
    const text = `${settings('allow: [new-columns]')}table,row,column,value\nTable 1,Northport,Cranes,3\n`
    const source = await withData({ 'update.csv': text })
    expect(source.report.tables[0]!.header).toEqual(['Harbour', 'Boats', 'Quay', 'Berths', 'Cranes'])
    expect(cells(source).map((cell) => cell[4])).toEqual(['3', '', '', ''])
  })

  test('are an error where the file does not allow them', async () => {
    const { update } = await withData(long('Table 1,Weston,Boats,100'))
    expect(update.problems.map(said)).toEqual([
      'update.csv:6:9 Table 1 has no row "Weston"; found Weston; nearest Easton',
    ])
  })

  test('facts about entities follow the cells', async () => {
    const { report } = await withData(long('Table 1,Northport,Boats,1300 (50%)'))
    const facts = report.entities[0]!.facts.filter(({ column }) => column === 'Boats')
    expect(facts.map(({ value }) => value)).toEqual(['1,300 (50.0%)'])
  })
})

describe('bad data', () => {
  test.each<[string, Record<string, string | Uint8Array>, string[]]>([
    [
      'an unknown table',
      long('Table 7,Northport,Boats,1'),
      ['update.csv:6:1 the report has no table "Table 7" with rows; found Table 7; nearest Table 1'],
    ],
    [
      'an unknown row',
      long('Table 1,Nortport,Boats,1300'),
      ['update.csv:6:9 Table 1 has no row "Nortport"; found Nortport; nearest Northport'],
    ],
    [
      'an unknown column',
      long('Table 1,Northport,Botas,1300'),
      ['update.csv:6:19 Table 1 has no column "Botas"; found Botas; nearest Boats'],
    ],
    [
      'a cell twice',
      long('Table 1,Northport,Boats,1300', 'Table 1,North Port,boats,1400'),
      ['update.csv:7:26 gives Table 1, Northport, Boats twice; found 1400'],
    ],
    [
      'text for a number',
      long('Table 1,Northport,Boats,many'),
      ['update.csv:6:25 is text where the table has a number; found many'],
    ],
    [
      'nothing for a number',
      long('Table 1,Northport,Boats,'),
      ['update.csv:6:25 is empty: Table 1, Northport, Boats has a value'],
    ],
    [
      'another unit',
      long('Table 1,Northport,Quay,25 ft'),
      ['update.csv:6:24 is in another unit than the table; found 25 ft'],
    ],
    [
      'ten times as much',
      long('Table 1,Northport,Boats,13000'),
      ['update.csv:6:25 changes Table 1, Northport, Boats by a factor of 10 or more; found 13000, before 1,200'],
    ],
    [
      'a tenth',
      long('Table 1,Northport,Boats,120'),
      ['update.csv:6:25 changes Table 1, Northport, Boats by a factor of 10 or more; found 120, before 1,200'],
    ],
    [
      'two notations',
      long('Table 1,Northport,Quay,24.75', 'Table 1,Southport,Quay,"21,5"'),
      ['update.csv:7:24 writes its numbers in two ways; found 21,5'],
    ],
    [
      'a missing row',
      {
        'table-1.csv': csv(
          whole.filter(([name]) => name !== 'Easton'),
          ',',
        ),
      },
      ['table-1.csv:5 lacks a row of Table 1'],
    ],
    [
      'a cell beside the table',
      { 'table-1.csv': `${csv(whole, ',')},7` },
      ['table-1.csv:9:25 stands beside the table; found 7'],
    ],
    [
      'another encoding',
      { 'a.csv': Buffer.from('---\ndate: 2026\nsource: \x81stkyst\n---\n', 'latin1') },
      ['a.csv:3:9 is not UTF-8; found byte 0x81'],
    ],
    ['no date', { 'a.csv': '---\nsource: S\n---\ntable,row,column,value\n' }, ['a.csv:1 does not say its date']],
    [
      'no date and no source, of several files and with all else that is wrong in them',
      {
        'a.csv': '---\ntable: Table 1\n---\nrow,column,value\nNortport,Boats,1\n',
        'b.csv': '---\ndate: 2026\n---\ntable,row,column,value\nTable 1,Easton,Boats,many\n',
      },
      [
        'a.csv:1 does not say its date and its source',
        'a.csv:5:1 Table 1 has no row "Nortport"; found Nortport; nearest Northport',
        'b.csv:1 does not say its source',
        'b.csv:5:22 is text where the table has a number; found many',
      ],
    ],
    [
      'a date that is none',
      { 'a.csv': '---\ndate: 2026-02-30\nsource: S\n---\na,b\n' },
      ['a.csv:2:1 has a wrong value; found "2026-02-30"'],
    ],
    [
      'a key that is none',
      { 'a.csv': '---\ndat: 2026\nsource: S\n---\na,b\n' },
      ['a.csv:2:1 unknown key "dat"; found dat; nearest date'],
    ],
    [
      'a wrong first row',
      { 'a.csv': '# dato: 2026\na,b\n' },
      ['a.csv:1:1 unknown key "dato"; found dato; nearest date'],
    ],
    ['a file of another format', { 'a.ods': 'x' }, ['a.ods is not read as data; found .ods']],
    ['a sidecar with nothing beside', { 'a.yaml': 'date: 2026' }, ['a.yaml has no data file beside it']],
    ['no values', { 'a.csv': settings('') }, ['a.csv holds no values']],
  ])('%s', async (_, files, expected) => {
    const source = await withData(files)
    expect(source.update.problems.map(said)).toEqual(expected)
    expect(cells(source)).toEqual(printed)
    expect(changesOf(source.report)).toEqual([])
  })

  test('is told all at once, and stops its file whole but no other', async () => {
    const source = await withData({
      ...long('Table 1,Northport,Quay,25.5', 'Table 1,Nowhere,Boats,1', 'Table 1,Easton,Boats,many'),
      'other.csv': 'table,row,column,value\nTable 1,Southport,Berths,20\n',
    })
    expect(source.update.problems).toHaveLength(2)
    expect(changesOf(source.report).map(({ row, column }) => [row, column])).toEqual([['Southport', 'Berths']])
  })

  test('large changes and missing rows can be allowed', async () => {
    const rows = `Harbour,Boats\nNorthport,13000 (50%)\nSouthport,660 (26.4%)\nTotal,14300 (100%)\n`
    const source = await withData({ 'table-1.csv': `${settings('allow: [large-changes, missing-rows]')}${rows}` })
    expect(source.update.problems.map(said)).toEqual([])
    expect(cells(source)[0]![1]).toBe('13,000 (50.0%)')
  })
})

describe('several files', () => {
  const file = (date: string, value: number) =>
    `---\ndate: ${date}\nsource: S ${date}\n---\ntable,row,column,value\nTable 1,Southport,Berths,${value}\n`

  test('the later date counts, whatever the files are called', async () => {
    const { report } = await withData({ 'a.csv': file('2026-02', 21), 'b.csv': file('2026-01', 20) })
    expect(changesOf(report)).toMatchObject([{ before: '18', after: '21', file: 'data/a.csv' }])
    expect(report.tables[0]!.updates!.map(({ date }) => date)).toEqual(['2026-02', '2026-01'])
  })

  test('of one date are an error', async () => {
    const { update } = await withData({ 'a.csv': file('2026-02', 21), 'b.csv': file('2026-02', 20) })
    expect(update.problems.map(said)).toEqual([
      'b.csv:6:26 gives Table 1, Southport, Berths as another file of the same date does; found 20',
    ])
  })

  test('files that are no data are left alone', async () => {
    const { update } = await withData({ 'README.md': 'x', '.hidden.csv': 'x', '~$open.xlsx': 'x' })
    expect(update.problems).toEqual([])
  })
})
