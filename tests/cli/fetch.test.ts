import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Bank, startBank } from '../build/fetch/bank.ts'
import { prisme } from '../support/command.ts'
import { makeSource } from '../support/source.ts'
import { harbourProfile, harbours } from '../update/updated.ts'

let bank: Bank
beforeAll(async () => {
  bank = await startBank()
})
afterAll(() => bank.close())

/** The query file that docs/data.md shows, asked of the bank of the test, and of the folder's report. */
function queryOfDocs(): string {
  const docs = readFileSync(resolve('docs/data.md'), 'utf8')
  const [, yaml = ''] = /`source\/data\/boats\.query\.yaml`[\s\S]*?```yaml\n([\s\S]*?)```/.exec(docs)!
  return yaml.replace(/url: .*/, `url: ${bank.url}`)
}

const folderWith = (files: Record<string, string> = { 'boats.query.yaml': queryOfDocs() }) => {
  const data = Object.entries(files).map(([name, text]) => [`data/${name}`, text])
  const { folder } = makeSource({ 'report.md': harbours, 'report.yaml': harbourProfile, ...Object.fromEntries(data) })
  return folder
}

test('what docs/data.md tells: prisme fetch, its dry run, one by name, and again when the bank has new numbers', async () => {
  const folder = folderWith()
  const dry = await prisme(folder, ['fetch', '--dry-run'])
  expect([dry.code, dry.stdout]).toEqual([0, ''])
  expect(dry.stderr).toMatch(
    /^boats: a new file with 3 values, as of 2026-03-01, Statistiska centralbyrån; nothing was written\n {2}Northport, Boats: not there → 1310$/m,
  )
  expect(existsSync(join(folder, 'source/data/boats.json'))).toBe(false)

  expect((await prisme(folder, ['fetch', 'boats'])).code).toBe(0)
  expect(existsSync(join(folder, 'source/data/boats.json'))).toBe(true)
  expect((await prisme(folder, ['fetch'])).stderr).toMatch(
    /^boats: nothing new, as of 2026-03-01, Statistiska centralbyrån\n$/,
  )

  Object.assign(bank, { boats: { '0101': 1400, '0102': 670, '0103': 640 }, updated: '2026-06-01T08:00:00Z' })
  const { code, stderr } = await prisme(folder, ['fetch', '--timeout', '10'])
  expect(code).toBe(0)
  expect(stderr).toBe(
    'boats: 1 of 3 values changed, as of 2026-06-01, Statistiska centralbyrån → source/data/boats.json\n  Northport, Boats: 1310 → 1400\n',
  )
  const check = await prisme(folder, ['check', '--json'])
  expect(JSON.parse(check.stdout)).toContainEqual(
    expect.objectContaining({ rule: 'stale-claim', message: expect.stringContaining('is 1,400 (48.0%)') }),
  )
})

test('--json: one document, and nothing else; --quiet: nothing', async () => {
  const folder = folderWith()
  const { code, stdout, stderr } = await prisme(folder, ['fetch', '--json'])
  expect([code, stderr]).toEqual([0, ''])
  expect(JSON.parse(stdout)).toMatchObject({
    written: true,
    fetched: [
      {
        name: 'boats',
        state: 'new',
        values: 3,
        changes: [{ row: 'Northport', column: 'Boats', before: null }, {}, {}],
      },
    ],
    problems: [],
  })
  expect(await prisme(folder, ['fetch', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' })
})

test('what goes wrong has its place and an exit code: 1 for the bank, 2 for the query; --json has it too', async () => {
  const folder = folderWith()
  bank.instead = (_, response) => Boolean(response.writeHead(500).end())
  const failed = await prisme(folder, ['fetch', '--json'])
  bank.instead = () => false
  expect(failed.code).toBe(1)
  expect(failed.stderr).toMatch(/data\/boats\.query\.yaml:1:1 the bank has an error of its own \(HTTP 500\)\n {2}found/)
  expect(JSON.parse(failed.stdout)).toMatchObject({
    fetched: [],
    problems: [{ message: 'the bank has an error of its own (HTTP 500)', line: 1, column: 1 }],
  })
  const wrong = folderWith({ 'boats.query.yaml': queryOfDocs().replace('"0102"', '"0109"') })
  const { code, stderr } = await prisme(wrong, ['fetch'])
  expect(code).toBe(2)
  expect(stderr).toMatch(
    /boats\.query\.yaml:\d+:\d+ Hamn has no value "0109"\n {2}found +0109\n {2}expected +0101, 0102, 0103\n {2}nearest +010/,
  )
  expect((await prisme(folder, ['fetch', 'baots'])).stderr).toMatch(/there is no query "baots"[\s\S]*nearest +boats/)
  expect((await prisme(folder, ['fetch', '--timeout', 'long'])).code).toBe(2)
})

test('schema has the query, and what a folder says of its files', async () => {
  const { query, 'data-folder': all } = JSON.parse((await prisme(folderWith(), ['schema', '--json'])).stdout)
  expect(Object.keys(query.properties)).toEqual(expect.arrayContaining(['url', 'query', 'format', 'table', 'rows']))
  expect(query.required).toEqual(['url', 'query'])
  expect(Object.keys(all.properties)).toEqual(['date', 'source', 'decimal', 'files'])
})
