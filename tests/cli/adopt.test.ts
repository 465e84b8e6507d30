import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { prisme } from '../support/command.ts'
import { makeSource } from '../support/source.ts'

const report = `# Harbours

## 1 Boats

Northport had 1,200 boats, as table 1 shows.

Table 1: Boats by harbour

| Harbour | Boats | Berths |
|---|---|---|
| Northport | 1,200 | 1,500 |
| Southport | 800 | 900 |

## 2 Cranes

No crane stood idle.

Table 2: Cranes by harbour

| Harbour | Cranes | Drivers |
|---|---|---|
| Northport | 12 | 20 |
| Southport | 8 | 11 |
`

const editorial = `statements:
  # the one that everybody quotes
  - { id: most, text: "Northport has the most boats, see table 1", basis: ["Table 1 / / Boats"] }
  - { id: idle, text: Every crane works, basis: ["No crane … idle"] }
  - { id: drivers, text: Southport has 11 drivers, basis: ["Table 2 / Southport / Drivers"] }
`

async function approvedFolder(more: Record<string, string> = {}): Promise<string> {
  const { folder } = makeSource({
    'report.md': report,
    'report.yaml': 'language: en\npublisher: Statistics Coast\n',
    'editorial.yaml': editorial,
    'templates/briefs/brief.md.hbs': `# Boats

{{say "most"}}

::table{of="Table 1"}

{{section "2" only="paragraphs"}}
`,
    'audiences/all.yaml': `title: All
kicker: To all
documents:
  - { name: brief, template: briefs/brief.md.hbs, theme: standard, formats: [html] }
`,
    ...more,
  })
  await prisme(folder, ['approve', '--all', '--reason', 'read'])
  return folder
}

/** Runs `adopt` with a new version of the report, and gives what it says and leaves. */
async function adopted(
  text: string,
  { args = [], more = {} }: { args?: string[]; more?: Record<string, string> } = {},
) {
  const folder = await approvedFolder(more)
  writeFileSync(join(folder, 'new.md'), text)
  const ran = await prisme(folder, ['adopt', 'new.md', ...args])
  const file = (name: string) => readFileSync(join(folder, 'source', name), 'utf8')
  return { ...ran, folder, file }
}

const above = report.replace('## 1 Boats', '## 1 Winds\n\nIt blew.\n\n## 2 Boats').replace('## 2 Cranes', '## 3 Cranes')

describe('nothing to do', () => {
  test.each<[string, string]>([
    ['the same', report],
    ['a blank line on top', `\n${report}`],
    ['Windows line ends and TABs', report.replaceAll('\n', '\r\n')],
    ['a paragraph that wraps', report.replace('boats, as', 'boats,\nas')],
  ])('%s', async (_, text) => {
    const { code, stderr, file, folder } = await adopted(text)
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/^Statements that hold: \d/) })
    expect(file('report.md')).toBe(text)
    expect((await prisme(folder, ['approve'])).stderr).toMatch(/0 approved, 0 stale/)
  })

  test('a dry run writes nothing', async () => {
    const { code, stderr, file } = await adopted(`\n${report}`, { args: ['--dry-run'] })
    expect(code).toBe(0)
    expect(stderr).toMatch(/Nothing was written/)
    expect(file('report.md')).toBe(report)
  })
})

describe('what is called otherwise now is told where it is named', () => {
  const csv = '# date: 2026-03-01\n# source: Coast\ntable,row,column,value\nTable 1,Northport,Boats,1300\n'
  const renumbered = report
    .replaceAll('able 2', 'able 3')
    .replaceAll('able 1', 'able 2')
    .replace(
      'Table 2: Boats',
      'Table 1: Winds by harbour\n\n| Harbour | Storms | Calm |\n|---|---|---|\n| Northport | 4 | 9 |\n| Southport | 6 | 2 |\n\nTable 2: Boats',
    )

  test('a table whose number another has: template, data file, words of a statement', async () => {
    const { code, stderr, file } = await adopted(renumbered, { more: { 'data/boats.csv': csv } })
    expect(code).toBe(1)
    const place = (path: string) =>
      new RegExp(`${path} "Table 1" is another table in the new version\\n +found +[Tt]able 1\\n +expected +"Table 2"`)
    expect(stderr).toMatch(place('source/templates/briefs/brief\\.md\\.hbs:5:13'))
    expect(stderr).toMatch(place('source/data/boats\\.csv:4:1'))
    expect(stderr).toMatch(place('source/editorial\\.yaml:3:5'))
    // the bases moved with their tables
    expect(file('editorial.yaml')).toContain('basis: ["Table 2 / / Boats"]')
    expect(file('editorial.yaml')).toContain('basis: ["Table 3 / Southport / Drivers"]')
    expect(file('editorial.yaml')).toContain('# the one that everybody quotes')
  })

  test('a section', async () => {
    const { code, stderr } = await adopted(above, { args: ['--dry-run'] })
    expect(code).toBe(1)
    expect(stderr).toMatch(/brief\.md\.hbs:7:12 "2" is another section in the new version\n.*\n +expected +"3"/)
    expect(stderr).toMatch(/called otherwise now: 1$/m)
  })

  test('and what keeps its name is not', async () => {
    const { stderr } = await adopted(report.replace('800', '810'), { args: ['--dry-run'] })
    expect(stderr).not.toMatch(/called otherwise/)
  })
})

test('a data file that is older than a new value of the report is told', async () => {
  const csv = '# date: 2026-03-01\n# source: Coast\ntable,row,column,value\nTable 1,Northport,Boats,1300\n'
  const { code, stderr } = await adopted(report.replaceAll('1,200', '1,400'), { more: { 'data/boats.csv': csv } })
  expect(code).toBe(1)
  expect(stderr).toMatch(
    /source\/data\/boats\.csv:4 Table 1, Northport, Boats: the report had 1,200 and has 1,400, the file of 2026-03-01 gives 1,300/,
  )
})

test('a data file whose values the report has itself may go', async () => {
  const csv = '# date: 2026-03-01\n# source: Coast\ntable,row,column,value\nTable 1,Northport,Boats,1300\n'
  const { stderr } = await adopted(report.replaceAll('1,200', '1,300'), { more: { 'data/boats.csv': csv } })
  expect(stderr).toMatch(/they may go: 1\n +source\/data\/boats\.csv/)
  expect(stderr).not.toMatch(/another value/)
})

describe('words and numbers that changed', () => {
  const changed = report.replace('No crane stood idle.', 'Hardly any crane stood idle.').replace('11 |', '13 |')

  test('are told old and new, by what must be done', async () => {
    const { code, stderr } = await adopted(changed, { args: ['--dry-run'] })
    expect(code).toBe(1)
    expect(stderr).toMatch(/contradicts now: 1\n +drivers .*untrue: "11" is 13 now/)
    expect(stderr).toMatch(/read again: the words of their basis changed: 1\n +idle [\s\S]*\[-No-\] \{\+Hardly any\+\}/)
    expect(stderr).toMatch(/Numbers that changed: 1\n +Table 2, Southport, Drivers: 11 → 13/)
  })

  test('are told to programs', async () => {
    const { code, stdout } = await adopted(changed, { args: ['--dry-run', '--json'] })
    const { written, statements } = JSON.parse(stdout)
    expect({ code, written }).toEqual({ code: 1, written: false })
    expect(statements.untrue.map(({ id }: { id: string }) => id)).toEqual(['drivers'])
    expect(statements.readAgain.map(({ id }: { id: string }) => id)).toEqual(['idle'])
    expect(statements.same).toEqual(['most'])
  })
})

describe('a file that cannot be taken is an error, and nothing is written', () => {
  test.each<[string, RegExp]>([
    ['nope.md', /nope\.md there is no such file/],
    ['source', /source is a folder/],
  ])('%s', async (path, expected) => {
    const folder = await approvedFolder()
    const { code, stderr } = await prisme(folder, ['adopt', path])
    expect(code).toBe(2)
    expect(stderr).toMatch(expected)
    expect(readFileSync(join(folder, 'source/report.md'), 'utf8')).toBe(report)
  })
})

describe('a table that the new version has not', () => {
  const rows = '| Harbour | Boats | Berths |\n|---|---|---|\n| Northport | 1,200 | 1,500 |\n| Southport | 800 | 900 |\n'

  test('is told once, with how many sentences rest on it', async () => {
    const { code, stderr } = await adopted(report.replace(rows, ''), { args: ['--dry-run'] })
    expect(code).toBe(1)
    expect(stderr).toMatch(/their caption and no rows any more: 1\n +Table 1 \(line 7\): 1 sentence rests on it/)
    expect(stderr).not.toMatch(/no longer agree/)
    expect(stderr).toMatch(/basis is gone: 1\n +most /)
  })

  test('with its caption too', async () => {
    const { stderr } = await adopted(report.replace(`Table 1: Boats by harbour\n\n${rows}`, ''), {
      args: ['--dry-run'],
    })
    expect(stderr).toMatch(/Tables that are gone: 1\n +Table 1 \(line 7 before\): 1 sentence rests on it/)
  })
})
