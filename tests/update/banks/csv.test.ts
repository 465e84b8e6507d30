import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { changesOf } from '../../../src/update/changes.ts'
import { cells, said, withData } from '../updated.ts'

/** What the first table's cells are after an update, and where each new value stands. */
const changes = async (files: Record<string, string | Uint8Array>) => {
  // a byte order mark keeps the helper from writing settings on top
  const marked = Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? `\uFEFF${text}` : text])
  const { report, update } = await withData(Object.fromEntries(marked))
  expect(update.problems.map(said)).toEqual([])
  return changesOf(report).map(({ row, column, after, file, fileLine, date, source }) =>
    [row, column, after, file.replace('data/', ''), fileLine, date, source].join(' | '),
  )
}

const places = `rows:
  from: havn
  names: { "101 Nordhavn": Northport, "102 Sydhavn": Southport, "103 Østhavn": Easton }
columns: { name: Boats }
table: Table 1
`

describe('CSV as PxWeb writes it', () => {
  test('titles, an empty line, quoted labels, notes with date and source: Danish, divided by ;, in Windows-1252', async () => {
    const text = `"Både efter havn og tid"
"Enhed: antal"

"havn";"2025";"2026"
"101 Nordhavn";1200;1310
"102 Sydhavn";660;670
"103 Østhavn";640;640

"Anm.: foreløbige tal; øre og både"
"Senest opdateret:"
"20260301 08:00"
"Kilde: Danmarks Statistik"
`
    const files = {
      'boats.csv': Buffer.from(text, 'latin1'),
      'boats.yaml': places
        .replace('name: Boats', 'from: tid, names: {}')
        .replace('from: tid, names: {}', 'names: { "2025": null, "2026": Boats }'),
    }
    expect(await changes(files)).toEqual([
      'Northport | Boats | 1,310 (48.0%) | boats.csv | 5 | 2026-03-01 | Danmarks Statistik',
      'Southport | Boats | 670 (26.4%) | boats.csv | 6 | 2026-03-01 | Danmarks Statistik',
      'Total | Boats | 2,620 (100.0%) | boats.csv | 5 | 2026-03-01 | Danmarks Statistik',
    ])
    const { update } = await withData(files)
    expect(update.doubts.map(said)[0]).toBe('boats.csv:1 is not UTF-8 and was read as Windows-1252')
  })

  test.each([
    [
      'one heading row, as the API gives it: Swedish',
      ',',
      '"hamn","typ","Båtar 2025","Båtar 2026"\n"Norra","motor",1100,1310\n"Norra","segel",1,2\n"Södra","motor",650,670\n"Södra","segel",1,2\n',
    ],
    [
      'two heading rows, with the names of the stub: Finnish',
      '\t',
      '"Veneet"\n\n""\t""\t"Båtar"\t""\t"Laiturit"\t""\n"hamn"\t"typ"\t"2025"\t"2026"\t"2025"\t"2026"\n"Norra"\t"motor"\t1100\t1310\t..\t7\n"Norra"\t"segel"\t1\t2\t3\t4\n"Södra"\t"motor"\t650\t670\t5\t6\n"Södra"\t"segel"\t1\t2\t3\t4\n',
    ],
    [
      'a name that stands once for several rows, numbers without quotes',
      ';',
      'hamn;typ;Båtar 2025;Båtar 2026\nNorra;motor;1100;1310\n;segel;1;2\nSödra;motor;650;670\n;segel;1;2\n',
    ],
  ])('several dimensions: %s', async (_, __, text) => {
    const yaml = `table: Table 1
date: 2026-02
source: SCB
allow: [missing-rows]
rows: { from: hamn, names: { Norra: Northport, Södra: Southport } }
columns: { names: { Båtar 2026: Boats, Båtar 2025: null${text.includes('Laiturit') ? ', Laiturit 2025: null, Laiturit 2026: null' : ''} } }
pick: { typ: motor }
`
    const line = text.split('\n').findIndex((each) => /Norra"?\W+motor/.test(each)) + 1
    const south = text.split('\n').findIndex((each) => /Södra"?\W+motor/.test(each)) + 1
    expect((await changes({ 'x.csv': text, 'x.yaml': yaml })).slice(0, 2)).toEqual([
      `Northport | Boats | 1,310 (48.0%) | x.csv | ${line} | 2026-02 | SCB`,
      `Southport | Boats | 670 (26.4%) | x.csv | ${south} | 2026-02 | SCB`,
    ])
  })

  test('CSV2 and CSV3, a row for each number: Norwegian, with codes', async () => {
    const text = '"havn","år","Båter"\n"0101","2025",1200\n"0101","2026",1310\n"0102","2025",660\n"0102","2026",670\n'
    const yaml = `table: Table 1
date: 2026-02
source: SSB
allow: [missing-rows]
rows: { from: havn, names: { "0101": Northport, "0102": Southport } }
columns: { names: { Båter: Boats } }
pick: { år: 2026 }
`
    expect((await changes({ 'x.csv': text, 'x.yaml': yaml })).slice(0, 2)).toEqual([
      'Northport | Boats | 1,310 (48.0%) | x.csv | 3 | 2026-02 | SSB',
      'Southport | Boats | 670 (26.4%) | x.csv | 5 | 2026-02 | SSB',
    ])
  })

  test('in the shape of the table it needs no mapping, whatever stands around it', async () => {
    const text =
      '# date: 2026\n# source: Hagstofa\n"Skip, eftir höfnum"\n\n"Harbour";"Boats";"Quay"\n"Northport";1310;24,5\n"Southport";660;20\n"Easton";640;25,3\n\nHeimild: Hagstofa, og fleira, og meira, og fleira\n'
    expect(await changes({ 'table-1.csv': text })).toEqual([
      'Northport | Boats | 1,310 (48.0%) | table-1.csv | 6 | 2026 | Hagstofa',
      'Total | Boats | 2,610 (100.0%) | table-1.csv | 6 | 2026 | Hagstofa',
    ])
  })

  test('as a spreadsheet saves it, every line as wide as the widest', async () => {
    const text =
      '# date: 2026;;\n# source: S;;\nBoats;;\n;;\nHarbour;Boats;Quay\nNorthport;1310;24.5\nSouthport;660;20\nEaston;640;25.3\n;;\nSource: a bank;;\n'
    expect(await changes({ 'table-1.csv': text })).toHaveLength(2)
  })
})

describe('a value that is missing', () => {
  const rows = (value: string) =>
    `Harbour;Boats;Berths\nNorthport;${value};30-35\nSouthport;660 (26.4%);18\nEaston;640 (25.6%);-\n`
  const head = (allow = '') => `# date: 2026\n# source: S\n${allow}`

  test.each([
    ['..', 'not available'],
    ['.', 'cannot occur'],
    ['-', 'none'],
    ['...', 'not for publication'],
    [':', 'not for publication'],
    ['"."', 'cannot occur'],
  ])('%s is an error with its reason, never 0', async (sign, reason) => {
    const source = await withData({ 'table-1.csv': head() + rows(sign) })
    const bare = sign.replaceAll('"', '')
    expect(source.update.problems.map(said)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^table-1\\.csv:4:11 is missing: Table 1, Northport, Boats has a value; found ${bare.replaceAll('.', '\\.')} \\(.*${reason}`,
        ),
      ),
    ])
    expect(source.update.problems[0]!.details.expected).toBe(
      'a value, as "1,200 (48.0%)"; or "allow: missing-values", which keeps it and says so',
    )
    expect(changesOf(source.report)).toEqual([])
  })

  test('may be allowed: the cell keeps what it had, and says so', async () => {
    const source = await withData({ 'table-1.csv': head('# allow: missing-values\n') + rows('..') })
    expect(source.update.problems.map(said)).toEqual([])
    expect(cells(source)[0]![1]).toBe('1,200 (48.0%)')
    expect(source.update.doubts.map(said)).toEqual([
      'table-1.csv:5:11 Table 1, Northport, Boats keeps "1,200 (48.0%)": its new value is missing; found .. (not available, or too uncertain to give)',
    ])
  })

  test('in a new row shows as its sign', async () => {
    const text = `${head('# allow: new-rows\n')}table;row;column;value\nTable 1;Weston;Boats;..\n`
    const source = await withData({ 'x.csv': text })
    expect(cells(source)[3]).toEqual(['Weston', '..', '', ''])
  })
})

describe('bad input, all of it in one run', () => {
  const yaml = `date: 2026
source: S
table: Table 1
`
  const text = '"havn","køn","2025","2026"\n"Nord","M",1,2\n"Nord","K",3,4\n"Syd","M",5,6\n"Syd","K",7,8\n'

  test.each<[string, string, string[]]>([
    [
      'dimensions that the file has not',
      'rows: { from: hav }\npick: { kon: M }\n',
      [
        'x.yaml:4:9 the file has no dimension "hav"; found hav; nearest havn',
        'x.yaml:5:9 the file has no dimension "kon"; found kon; nearest køn',
      ],
    ],
    [
      'names that the file has not',
      'rows: { from: havn, names: { Nort: Northport, Sid: Southport } }\ncolumns: { names: { "2027": Boats } }\npick: { køn: M }\n',
      [
        'x.yaml:4:30 the file has no "Nort"; found Nort; nearest Nord',
        'x.yaml:4:47 the file has no "Sid"; found Sid; nearest Syd',
        'x.yaml:5:21 the file has no "2027"; found 2027; nearest 2025',
      ],
    ],
    [
      'a picked value that the file has not',
      'rows: { from: havn }\npick: { køn: MM }\n',
      ['x.yaml:5:9 køn has no value "MM"; found MM; nearest M'],
    ],
    [
      'several values for one column',
      'rows: { from: havn }\ncolumns: { name: Boats }\npick: { køn: M }\n',
      ['x.csv:2:14 has several values of the names above its columns; found 2025, 2026'],
    ],
    [
      'a dimension of which nothing is said',
      'rows: { from: havn }\ncolumns: { name: Boats }\n',
      [
        'x.csv:3:8 has several values of køn; found M, K',
        'x.csv:2:14 has several values of the names above its columns; found 2025, 2026',
      ],
    ],
    [
      'a column twice over',
      'rows: { from: havn }\ncolumns: { from: køn, name: Boats }\n',
      ['x.yaml:5:23 names one of the columns and a dimension for them; found Boats'],
    ],
    [
      'a value that is picked of what gives the rows',
      'rows: { from: havn }\ncolumns: { from: køn }\npick: { havn: Nord }\n',
      ['x.yaml:6:9 picks a value of havn, which gives rows or columns; found havn: Nord'],
    ],
    [
      'keys that there are not',
      'row: { from: havn }\npick: { køn: [M] }\ncolumns: { form: køn }\nallow: [missing]\n',
      [
        'x.yaml:7:9 has a wrong value; found "missing"; nearest missing-rows',
        'x.yaml:6:12 unknown key "form"; found form; nearest from',
        'x.yaml:5:9 has a wrong value; found ["M"]',
        'x.yaml:4:1 unknown key "row"; found row; nearest rows',
      ],
    ],
    [
      'values that stand twice',
      'rows: { from: havn, names: { Nord: Northport, Syd: Southport } }\npick: { køn: M }\ncolumns: { names: { "2025": Boats, "2026": boats } }\nallow: [missing-rows, large-changes]\n',
      [
        'x.csv:3:14 gives Table 1, Northport, Boats twice; found 2',
        'x.csv:5:13 gives Table 1, Southport, Boats twice; found 6',
      ],
    ],
    [
      'names that the table has not',
      'rows: { from: havn, names: { Nord: Nortport, Syd: Southport } }\ncolumns: { names: { "2025": Bots, "2026": Quay } }\npick: { køn: M }\n',
      [
        'x.yaml:5:21 Table 1 has no column "Bots"; found Bots; nearest Boats',
        'x.yaml:4:30 Table 1 has no row "Nortport"; found Nortport; nearest Northport',
      ],
    ],
  ])('%s', async (_, more, expected) => {
    const source = await withData({ 'x.csv': `# \n${text}`, 'x.yaml': yaml + more })
    expect(source.update.problems.map(said)).toEqual(expected)
    expect(changesOf(source.report)).toEqual([])
  })
})

test('a table that the report does not have is told, and keeps no other file from being applied', async () => {
  const source = await withData({
    'ships.csv': 'Harbour,Boats\nNorthport,1\n',
    'table-1.csv': 'row,column,value\nEaston,Boats,641\n',
  })
  expect(source.update.problems.map(said)).toEqual([
    'ships.csv:5 the report has no table "ships" with rows; found ships',
  ])
  expect(changesOf(source.report)).toHaveLength(2)
})

test('settings that say nothing of a file are errors, not passed over', async () => {
  const told = async (name: string, text: string, more: string) => {
    const { update } = await withData({ [name]: `\uFEFF${text}`, 'x.yaml': `date: 2026\nsource: S\n${more}` })
    return update.problems.map(said)
  }
  const long = 'table,row,column,value\nTable 1,Easton,Boats,641\n'
  expect(await told('x.csv', long, 'rows: { from: row }\n')).toEqual([
    'x.yaml:3:1 is in long form, of which "rows" says nothing; found rows',
  ])
  expect(await told('x.csv', long, 'language: en\n')).toEqual([
    'x.yaml:3:1 "language" says nothing of CSV; found language: en',
  ])
  expect(await told('x.px', 'STUB="a";', 'dataset: 1\n')).toEqual([
    'x.yaml:3:1 "dataset" says nothing of PX; found dataset: 1',
  ])
})

test("a bank's table as a workbook: titles, headings over two rows, notes", async () => {
  const rows = [
    ['Boats by harbour, kind and year'],
    [],
    ['', '', 'Boats', '', 'Quays', ''],
    ['harbour', 'kind', '2025', '2026', '2025', '2026'],
    ['Northport', 'motor', 1200, 1310, 5, 6],
    ['', 'sail', 1, 2, 3, 4],
    ['Southport', 'motor', 660, 670, 5, 6],
    ['', 'sail', 1, 2, 3, 4],
    [],
    ['Latest update:'],
    ['2026-03-01 08:00'],
    ['Source: Statistics Coast'],
  ]
  const yaml = `table: Table 1
allow: [missing-rows]
rows: { from: harbour }
columns: { names: { Boats 2026: Boats, Boats 2025: ~, Quays 2025: ~, Quays 2026: ~ } }
pick: { kind: motor }
`
  const sheets = [{ name: 'Sheet1', rows }]
  const files = { 'boats.xlsx': await writeXlsx({ sheets }), 'boats.yaml': yaml }
  expect((await changes(files)).slice(0, 2)).toEqual([
    'Northport | Boats | 1,310 (48.0%) | boats.xlsx | 5 | 2026-03-01 | Statistics Coast',
    'Southport | Boats | 670 (26.4%) | boats.xlsx | 7 | 2026-03-01 | Statistics Coast',
  ])
})
