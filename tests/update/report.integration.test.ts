import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, expect, test } from 'vitest'
import { readSource, type SourceFolder } from '../../src/build/source.ts'
import { changesOf } from '../../src/update/changes.ts'
import { extractedFolder } from '../support/extracted-report.ts'
import { said } from './updated.ts'

const root = mkdtempSync(join(tmpdir(), 'prisme-update-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** The report that came out of a PDF, with a data file. */
async function withFile(name: string, content: string | Uint8Array): Promise<SourceFolder> {
  const folder = mkdtempSync(join(root, 'source-'))
  cpSync(extractedFolder, folder, { recursive: true })
  mkdirSync(join(folder, 'data'))
  writeFileSync(join(folder, 'data', name), content)
  return readSource({ path: folder, shown: 'source', name: 'source' })
}

const head = '---\ndate: 2026-03-01\nsource: Danmarks Statistik\n---\n'

/** TABEL 5.1 as printed, but with one count and its share. */
const table = await readSource({ path: extractedFolder, shown: 'source', name: 'source' }).then(({ report }) => {
  const { header, rows } = report.tables.find(({ id }) => id === 'TABEL 5.1')!
  const cells = [header!, ...rows.map((row) => row.map(({ text }) => text))]
  return cells.map((row) => row.map((cell) => (cell === '3.244 (6,3 pct.)' ? '3.610 (7,0 pct.)' : cell)))
})
const turned = table[0]!.map((_, column) => table.map((row) => row[column]!))
const quoted = (rows: string[][], sign: string) =>
  rows.map((row) => row.map((cell) => `"${cell}"`).join(sign)).join('\n')

const forms: [string, string, string | Uint8Array][] = [
  ['long', 'a.csv', `${head}table,row,column,value\nTABEL 5.1,AC i alt,Aarhus,"3.610 (7,0 pct.)"\n`],
  ['of the table', 'tabel-5.1.csv', head + quoted(table, ',')],
  ['of the table, with ;', 'tabel-5.1.csv', head + quoted(table, ';')],
  ['turned', 'tabel-5.1.csv', head + quoted(turned, ';')],
  [
    'a workbook',
    'dst.xlsx',
    await writeXlsx({
      sheets: [{ name: 'TABEL 5.1', rows: [['# date', '2026-03-01'], ['# source', 'Danmarks Statistik'], ...table] }],
    }),
  ],
]

test.each(forms)('one cell of TABEL 5.1, %s', async (_, name, content) => {
  const { report, update } = await withFile(name, content)
  expect(update.problems.map(said)).toEqual([])
  expect(changesOf(report)).toMatchObject([
    {
      table: 'TABEL 5.1',
      row: 'AC i alt',
      column: 'Aarhus',
      before: '3.244 (6,3 pct.)',
      after: '3.610 (7,0 pct.)',
      line: 683,
      file: `data/${name}`,
      date: '2026-03-01',
      source: 'Danmarks Statistik',
    },
  ])
  // the average of four towns, Aarhus alone, and that Copenhagen has more than the others; it still has more than the country
  expect(update.stale.map(({ line, said, now, holds }) => [line, said, now, holds])).toEqual([
    [46, 'højere', null, false],
    [674, '5,9', '6,2', false],
    [674, '6,3', '7,0', false],
    [674, 'højere', 'højere', true],
    [674, 'samme niveau', 'samme niveau', true],
  ])
})

test('without data files nothing is stale', async () => {
  const { report, update } = await readSource({ path: extractedFolder, shown: 'source', name: 'source' })
  expect(update).toEqual({ stale: [], problems: [], doubts: [] })
  expect(changesOf(report)).toEqual([])
})

test('docs/data.md tells of an update as it is', async () => {
  const page = readFileSync('docs/data.md', 'utf8')
  const [, example = ''] = /^```\n(---\n[\s\S]*?)```$/m.exec(page) ?? []
  const { update } = await withFile('ledighed-2026.csv', example)
  expect(update.problems.map(said)).toEqual([])
  const untrue = update.stale.filter(({ holds }) => !holds)
  expect(untrue).toHaveLength(4)
  for (const { id, line, column, said, now } of untrue)
    expect(page).toContain(
      `source/report.md:${line}:${column} error "${said}" (${id}) ${now === null ? 'holds no longer' : `is ${now} after an update`}`,
    )
})
