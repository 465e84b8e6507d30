import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FetchOptions, fetchData } from '../../../src/build/fetch/fetch.ts'
import { readSource } from '../../../src/build/source.ts'
import { writeWhole } from '../../../src/build/write.ts'
import { problemsOf } from '../../../src/input/problem.ts'
import { changesOf } from '../../../src/update/changes.ts'
import { makeSource } from '../../support/source.ts'
import { harbourProfile, harbours, said } from '../../update/updated.ts'
import { type Bank, startBank } from './bank.ts'

let bank: Bank
beforeAll(async () => {
  bank = await startBank()
})
afterAll(() => bank.close())
beforeEach(() => {
  Object.assign(bank, {
    asked: [],
    boats: { '0101': 1310, '0102': 670, '0103': 640 },
    updated: '2026-03-01T08:00:00Z',
    instead: () => false,
  })
})

const query = (
  more: { format?: string; url?: string; codes?: string[]; code?: string; also?: string } = {},
) => `# boats of the bank
url: ${more.url ?? bank.url}
query:
  - code: ${more.code ?? 'Hamn'}
    selection: { filter: item, values: ${JSON.stringify(more.codes ?? ['0101', '0102', '0103'])} }
  - code: Tid
    selection: { filter: top, values: ["1"] }
format: ${more.format ?? 'json-stat2'}
table: Table 1
rows: { from: hamn, names: { Norra hamnen: Northport, Södra hamnen: Southport, Östra hamnen: Easton } }
columns: { name: Boats }
${more.also ?? ''}`

const csvQuery = () =>
  query({ format: 'csv', also: 'source: SCB\n' }).replace(
    'columns: { name: Boats }',
    'columns: { names: { Båtar 2026: Boats } }',
  )

function folderWith(files: Record<string, string>) {
  const data = Object.entries(files).map(([name, text]) => [`data/${name}`, text])
  const { folder, folders } = makeSource({
    'report.md': harbours,
    'report.yaml': harbourProfile,
    ...Object.fromEntries(data),
  })
  const path = join(folder, 'source/data')
  const run = async (options: Partial<FetchOptions> = {}, day = '2026-03-15') => {
    const effects = { fetch, now: () => new Date(`${day}T12:00:00Z`), write: writeWhole }
    const made = await fetchData(
      path,
      'source/data',
      { names: [], timeout: 5, dryRun: false, ...options },
      effects,
    ).catch((error: Error) => ({ fetched: [], problems: problemsOf(error) }))
    return { ...made, told: made.problems.map(said), codes: made.problems.map(({ exitCode }) => exitCode) }
  }
  const changed = async () => {
    const { report, update } = await readSource(folders.source)
    return {
      problems: update.problems.map(said),
      doubts: update.doubts.map(said).filter((each) => !/keeps (?:48|26|25|100)/.test(each)),
      cells: changesOf(report).map(({ row, after, file, date, source }) => `${row} ${after} ${file} ${date} ${source}`),
    }
  }
  const files_ = () => readdirSync(path).filter((name) => !name.endsWith('.query.yaml'))
  return { path, run, changed, files: files_, read: (name: string) => readFileSync(join(path, name), 'utf8') }
}

describe('a fetch', () => {
  test.each([
    ['json', query, '2026-03-01 Statistiska centralbyrån'],
    ['px', () => query({ format: 'px' }), '2026-03-01 Statistiska centralbyrån'],
    ['csv', csvQuery, '2026-03-15 SCB'],
  ])('posts the query and writes its file, which the report then has: %s', async (ext, text, from) => {
    const { run, changed, files, read } = folderWith({ 'boats.query.yaml': text() })
    expect((await changed()).doubts).toEqual([
      'boats.query.yaml:1 has not been fetched yet: its table shows what the report has',
    ])
    const { fetched, told } = await run()
    expect(told).toEqual([])
    expect(fetched).toMatchObject([{ name: 'boats', file: `source/data/boats.${ext}`, state: 'new', values: 3 }])
    expect(bank.asked).toMatchObject([
      {
        method: 'POST',
        body: {
          query: [
            { code: 'Hamn', selection: { filter: 'item', values: ['0101', '0102', '0103'] } },
            { code: 'Tid', selection: { filter: 'top', values: ['1'] } },
          ],
          response: { format: { json: 'json-stat2', px: 'px', csv: 'csv' }[ext] },
        },
      },
    ])
    expect(files()).toEqual([`boats.${ext}`, 'boats.fetched.yaml'].sort())
    expect(read('boats.fetched.yaml')).toMatch(/^# .*\nfile: boats\.\w+\nurl: http.*\nfetched: 2026-03-15\ndate: /)
    expect(await changed()).toEqual({
      problems: [],
      doubts: ext === 'csv' ? ['boats.csv:1 is not UTF-8 and was read as Windows-1252'] : [],
      cells: [
        `Northport 1,310 (48.0%) data/boats.${ext} ${from}`,
        `Southport 670 (26.4%) data/boats.${ext} ${from}`,
        `Total 2,620 (100.0%) data/boats.${ext} ${from}`,
      ],
    })
  })

  test('shows what changed, cell by cell; a missing value and a row that is gone too', async () => {
    const { run, path } = folderWith({ 'boats.query.yaml': query() })
    await run()
    expect((await run()).fetched).toMatchObject([{ state: 'same', changes: [], date: '2026-03-01' }])
    Object.assign(bank, { boats: { '0101': 1400, '0102': null }, updated: '2026-06-01T08:00:00Z' })
    writeFileSync(
      join(path, 'boats.query.yaml'),
      query({ codes: ['0101', '0102'] }).replace(', Östra hamnen: Easton', ''),
    )
    const { fetched, told } = await run()
    expect(told).toEqual([])
    expect(fetched).toMatchObject([
      {
        state: 'changed',
        date: '2026-06-01',
        changes: [
          { row: 'Northport', column: 'Boats', before: '1310', after: '1400' },
          { row: 'Southport', column: 'Boats', before: '670', after: 'missing (null in the file)' },
          { row: 'Östra hamnen', column: 'Boats', before: '640', after: null },
        ],
      },
    ])
  })

  test('a dry run asks, shows and writes nothing', async () => {
    const { run, files } = folderWith({ 'boats.query.yaml': query() })
    expect((await run({ dryRun: true })).fetched).toMatchObject([{ state: 'new', values: 3 }])
    expect(files()).toEqual([])
  })

  test('takes those that are named; an unknown name and what queries lack are told before anything is asked', async () => {
    const lacking = query({ format: 'csv' })
    const { run, files } = folderWith({
      'boats.query.yaml': query(),
      'ships.query.yaml': lacking,
      'quays.query.yaml': lacking,
    })
    const { told, codes } = await run({ names: ['boat', 'ships', 'quays'] })
    expect(told).toEqual([
      'source/data there is no query "boat"; found boat; nearest boats',
      'quays.query.yaml:1 does not say its source',
      'ships.query.yaml:1 does not say its source',
    ])
    expect([codes, bank.asked]).toEqual([[2, 2, 2], []])
    expect((await run({ names: ['boats'] })).told).toEqual([])
    expect(files()).toEqual(['boats.fetched.yaml', 'boats.json'])
    const sourced = folderWith({
      'ships.query.yaml': lacking.replace('name: Boats', 'names: { Båtar 2026: Boats }'),
      'data.yaml': 'source: SCB\n',
    })
    expect((await sourced.run()).fetched).toMatchObject([{ source: 'SCB', date: '2026-03-15' }])
  })

  test('one that fails does not stop the others', async () => {
    const { run, files } = folderWith({ 'a.query.yaml': query({ url: `${bank.url}x` }), 'boats.query.yaml': query() })
    const { fetched, told } = await run()
    expect(fetched.map(({ name }) => name)).toEqual(['boats'])
    expect(told).toEqual([`a.query.yaml:2:1 there is no such table (HTTP 404); found an empty answer`])
    expect(files()).toEqual(['boats.fetched.yaml', 'boats.json'])
  })
})

describe('what is newer is never overwritten', () => {
  test('a file with a later date than the bank', async () => {
    const { run, read } = folderWith({ 'boats.query.yaml': query() })
    await run()
    const kept = read('boats.json')
    Object.assign(bank, { boats: { '0101': 1 }, updated: '2026-02-01T08:00:00Z' })
    const { told, codes } = await run()
    expect(told).toEqual([
      "boats.json:1 is newer than what the bank gives; found as of 2026-03-01; the bank's is as of 2026-02-01",
    ])
    expect([codes, read('boats.json')]).toEqual([[1], kept])
  })

  test('a file that was edited since, which the report tells too', async () => {
    const { run, read, path, changed } = folderWith({ 'boats.query.yaml': query() })
    await run()
    writeFileSync(join(path, 'boats.json'), read('boats.json').replace('1310', '1311'))
    expect((await changed()).doubts).toEqual(['boats.json:1 was changed since it was fetched on 2026-03-15'])
    bank.updated = '2026-06-01T08:00:00Z'
    bank.asked = []
    expect((await run()).told).toEqual(['boats.json:1 was changed since it was fetched on 2026-03-15'])
    expect(bank.asked).toEqual([])
    expect(read('boats.json')).toContain('1311')
  })

  test('other line endings are no edit', async () => {
    const { run, read, path } = folderWith({ 'boats.query.yaml': query({ format: 'px' }) })
    await run()
    writeFileSync(
      join(path, 'boats.px'),
      Buffer.from(readFileSync(join(path, 'boats.px')).toString('latin1').replaceAll('\n', '\r\n'), 'latin1'),
    )
    expect((await run()).fetched).toMatchObject([{ state: 'same' }])
    expect(read('boats.px')).toContain('\r\n')
  })

  test('a file that no fetch wrote', async () => {
    const { run, read } = folderWith({ 'boats.query.yaml': query(), 'boats.json': '{}' })
    expect((await run()).told).toEqual(['boats.json:1 was not written by a fetch'])
    expect(read('boats.json')).toBe('{}')
  })

  test('a fetch that broke off between its two files is told, and can be run again', async () => {
    const { run, path, changed, files } = folderWith({ 'boats.query.yaml': query() })
    await run()
    Object.assign(bank, { boats: { '0101': 1400, '0102': 670, '0103': 640 }, updated: '2026-06-01T08:00:00Z' })
    let written = 0
    const write = async (to: string, data: string | Uint8Array) => {
      if (written++) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
      await writeWhole(to, data)
    }
    const broken = fetchData(
      path,
      'source/data',
      { names: [], timeout: 5, dryRun: false },
      { fetch, now: () => new Date(0), write },
    )
    await expect(broken).rejects.toThrow('no space left')
    expect(await changed()).toMatchObject({
      problems: ['boats.json:1 is from before the last fetch, which did not come to its end'],
      cells: [],
    })
    expect((await run()).fetched).toMatchObject([{ state: 'changed', date: '2026-06-01' }])
    expect((await changed()).problems).toEqual([])
    expect(files()).toEqual(['boats.fetched.yaml', 'boats.json'])
  })
})

describe('an answer that is none', () => {
  const html = '<html><style>a{}</style><h1>Sign in</h1></html>'
  test.each<[string, Bank['instead'], string[], number]>([
    [
      '403: too many values',
      (_, response) =>
        Boolean(
          response.writeHead(403, { 'content-type': 'application/json' }).end('{"error":"Too many values selected"}'),
        ),
      [
        'boats.query.yaml:3:1 the bank refuses the query, most likely for too many values (HTTP 403); found error : Too many values selected',
      ],
      2,
    ],
    [
      '404',
      (_, response) => Boolean(response.writeHead(404).end()),
      ['boats.query.yaml:2:1 there is no such table (HTTP 404); found an empty answer'],
      2,
    ],
    [
      '429',
      (_, response) => Boolean(response.writeHead(429, { 'retry-after': '10' }).end('Too Many Requests')),
      ['boats.query.yaml:2:1 the bank was asked too often (HTTP 429); found Too Many Requests'],
      1,
    ],
    [
      '500',
      (_, response) => Boolean(response.writeHead(500, { 'content-type': 'text/html' }).end(html)),
      ['boats.query.yaml:2:1 the bank has an error of its own (HTTP 500); found Sign in'],
      1,
    ],
    [
      'a redirect',
      (_, response) => Boolean(response.writeHead(301, { location: '/PXWeb/api/v1/en/boats' }).end()),
      ['boats.query.yaml:2:1 the table has moved (HTTP 301); found URL'],
      2,
    ],
    [
      'a page instead of data',
      (_, response) => Boolean(response.writeHead(200, { 'content-type': 'text/html' }).end(html)),
      ['boats.query.yaml:2:1 the answer is of another kind than was asked for; found text/html: Sign in'],
      1,
    ],
    [
      'nothing',
      (_, response) => Boolean(response.writeHead(200, { 'content-type': 'application/json' }).end()),
      ['boats.query.yaml:2:1 the answer is empty'],
      1,
    ],
    [
      'half an answer, said to be whole',
      (_, response) =>
        Boolean(response.writeHead(200, { 'content-type': 'application/json' }).end('{"class":"dataset","value":[1,')),
      ['boats.json:1:31 the answer to source/data/boats.query.yaml is not valid JSON; found the end of the file'],
      1,
    ],
    [
      'half of what was announced',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
        response.write('{"class":"dataset"')
        setTimeout(() => response.destroy(), 20)
        return true
      },
      [expect.stringMatching(/^boats\.query\.yaml:2:1 the answer was cut off: .*; found URL$/) as unknown as string],
      1,
    ],
    [
      'a connection that is closed',
      (_, response) => Boolean(response.destroy()),
      [
        expect.stringMatching(
          /^boats\.query\.yaml:2:1 cannot be reached: fetch failed: .*; found URL$/,
        ) as unknown as string,
      ],
      1,
    ],
    ['one that does not come', () => true, ['boats.query.yaml:2:1 no answer within 0.3 s; found URL'], 1],
    [
      'one that comes too slowly',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        response.write('{')
        return true
      },
      ['boats.query.yaml:2:1 no answer within 0.3 s; found URL'],
      1,
    ],
    [
      'one that does not end',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        const more = Buffer.alloc(1_000_000, 0x20)
        for (let at = 0; at < 7; at++) response.write(more)
        response.end()
        return true
      },
      ['boats.query.yaml:3:1 the answer is too large for a data file: more than 5000000 bytes'],
      2,
    ],
    [
      'another table than was asked for',
      (_, response) =>
        Boolean(
          response.writeHead(200, { 'content-type': 'application/json' }).end(
            JSON.stringify({
              class: 'dataset',
              id: ['x'],
              size: [1],
              dimension: { x: { category: { index: ['y'] } } },
              value: [1],
            }),
          ),
        ),
      ['boats.query.yaml:10:9 the file has no dimension "hamn"; found hamn'],
      2,
    ],
  ])('%s: told, and nothing written', async (_, instead, expected, code) => {
    bank.instead = instead
    const { run, files } = folderWith({ 'boats.query.yaml': query() })
    const { told, codes, fetched } = await run({ timeout: JSON.stringify(expected).includes('0.3 s') ? 0.3 : 5 })
    expect(told.map((each) => each.replace(bank.url, 'URL'))).toEqual(expected)
    expect([codes, fetched, files()]).toEqual([[code], [], []])
  })

  test('400: the metadata of the table tells what is wrong in the query, each with the nearest', async () => {
    const { run } = folderWith({ 'boats.query.yaml': query({ codes: ['0101', '102', '0013'] }) })
    expect((await run()).told).toEqual([
      'boats.query.yaml:5:48 Hamn has no value "102"; found 102; nearest 0102',
      'boats.query.yaml:5:54 Hamn has no value "0013"; found 0013; nearest 0103',
    ])
    expect(bank.asked.map(({ method }) => method)).toEqual(['POST', 'GET'])
    const other = folderWith({ 'boats.query.yaml': query({ code: 'Hamm' }) })
    expect((await other.run()).told).toEqual([
      'boats.query.yaml:4:5 the table has no variable "Hamm"; found Hamm; nearest Hamn',
    ])
  })

  test('400 of a bank that tells nothing of its table', async () => {
    bank.instead = ({ method }, response) => {
      response.writeHead(method === 'GET' ? 503 : 400, { 'content-type': 'text/plain' }).end('Bad request: Tid')
      return true
    }
    const { run } = folderWith({ 'boats.query.yaml': query() })
    expect((await run()).told).toEqual([
      'boats.query.yaml:3:1 the bank does not understand the query (HTTP 400); found Bad request: Tid',
    ])
  })

  test('a CSV answer whose last row is cut', async () => {
    bank.instead = (_, response) =>
      Boolean(
        response.writeHead(200, { 'content-type': 'text/csv' }).end('"hamn","Båtar 2026"\n"Norra hamnen",1\n"Södra'),
      )
    const { run, files } = folderWith({ 'boats.query.yaml': csvQuery() })
    expect((await run()).told).toEqual([
      expect.stringMatching(/^boats\.csv:3:\d+ the answer to source\/data\/boats\.query\.yaml is not valid CSV/),
    ])
    bank.instead = (_, response) =>
      Boolean(
        response
          .writeHead(200, { 'content-type': 'text/csv' })
          .end('"hamn","Båtar 2026"\n"Norra hamnen",1\n"Södra hamnen"'),
      )
    expect((await run()).told).toEqual([
      'boats.csv:3:1 the answer to source/data/boats.query.yaml has a row with too few cells; found 1 cells: Södra hamnen',
    ])
    expect(files()).toEqual([])
  })
})

test('a server that is not there', async () => {
  const gone = await startBank()
  await gone.close()
  const { run } = folderWith({ 'boats.query.yaml': query({ url: gone.url }) })
  expect((await run()).told).toEqual([
    expect.stringMatching(/^boats\.query\.yaml:2:1 cannot be reached: fetch failed: .*ECONNREFUSED/),
  ])
})

test('query files that cannot be used: all that is wrong with all of them, nothing asked', async () => {
  const { run, changed } = folderWith({
    'a.query.yaml': query({ format: 'jsonstat', url: 'ftp://bank.example/x' }),
    'b.query.yaml':
      'url: http://user:secret@bank.example/\nquery: [{ code: A, selection: { filters: item, values: [1] } }]\n',
    'c.query.yaml': 'query: [\n',
  })
  const expected = [
    'a.query.yaml:2:1 has a wrong value; found "ftp://bank.example/x"',
    'a.query.yaml:8:1 has a wrong value; found "jsonstat"; nearest json-stat2',
    'b.query.yaml:1:1 has a wrong value; found "http://user:secret@bank.example/"',
    'b.query.yaml:2:20 "filter" is missing',
    'b.query.yaml:2:33 unknown key "filters"; found filters; nearest filter',
    expect.stringMatching(/^c\.query\.yaml:\d+:\d+ is not valid YAML/),
  ]
  const { told } = await run()
  expect(told.toSorted()).toEqual(expected)
  expect(bank.asked).toEqual([])
  expect((await changed()).problems.toSorted()).toEqual(expected)
})

test('a folder without queries', async () => {
  const { run, path } = folderWith({ 'data.yaml': '{}' })
  expect((await run()).told).toEqual(['source/data there is no query'])
  expect(existsSync(join(path, 'boats.json'))).toBe(false)
})
