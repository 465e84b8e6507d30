import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { prisme as command } from '../support/command.ts'
import { makeSource } from '../support/source.ts'
import { harbourProfile, harbours } from '../update/updated.ts'

/** The harbours' folder with a data file that gives Northport so many boats. */
function folderWith(value: string, more: Record<string, string> = {}): string {
  return makeSource({
    'report.md': harbours,
    'report.yaml': harbourProfile,
    'data/boats.csv': `# date: 2026-03-01\n# source: Statistics Coast\ntable,row,column,value\nTable 1,Northport,Boats,${value}\n`,
    'templates/briefs/brief.md.hbs': '# Boats\n\n{{section "1" only="paragraphs"}}\n',
    'templates/briefs/rules.md.hbs': '# Rules\n\n{{section "2" only="paragraphs"}}\n',
    'audiences/alle.yaml': `title: All
kicker: To all
documents:
  - { name: brief, template: briefs/brief.md.hbs, theme: standard, formats: [html] }
  - { name: rules, template: briefs/rules.md.hbs, theme: standard, formats: [html] }
`,
    ...more,
  }).folder
}

const prisme = (folder: string, ...args: string[]) => command(folder, args)

describe('bad data', () => {
  const folder = folderWith('many')

  test('fails the build before anything is made: file, line, column, what was found', async () => {
    const { code, stderr } = await prisme(folder, 'build')
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^source\/data\/boats\.csv:4:25 is text where the table has a number\n +found +many\n +expected +a number/m,
    )
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  test('is a finding of the check, which goes on without it', async () => {
    const { code, stdout } = await prisme(folder, 'check', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ rule: 'data', severity: 'error', file: 'source/data/boats.csv', line: 4, column: 25 }),
    )
  })

  test('is told with the model as the report has it, exit 2', async () => {
    const { code, stdout, stderr } = await prisme(folder, 'model', '--table', 'Table 1')
    expect({ code, text: JSON.parse(stdout).rows[0][1].text }).toEqual({ code: 2, text: '1,200 (48.0%)' })
    expect(stderr).toMatch(/boats\.csv:4:25/)
  })
})

describe('an update', () => {
  const folder = folderWith('1310 (52.4%)')

  test('shows in the model', async () => {
    const { code, stdout } = await prisme(folder, 'model', '--table', 'Table 1')
    expect(code).toBe(0)
    const table = JSON.parse(stdout)
    expect(table.updates).toEqual([{ date: '2026-03-01', source: 'Statistics Coast', file: 'data/boats.csv' }])
    expect(table.rows[0][1]).toMatchObject({
      text: '1,310 (52.4%)',
      values: [{ value: 1310 }, { value: 52.4 }],
      line: 13,
      updated: { file: 'data/boats.csv', line: 4, printed: '1,200 (48.0%)' },
    })
  })

  test('is checked: what it made untrue, with the old and the new value, and what it leaves in doubt', async () => {
    const { code, stdout } = await prisme(folder, 'check', '--json')
    expect(code).toBe(1)
    const findings = JSON.parse(stdout) as { rule: string; severity: string; line: number; message: string }[]
    const stale = findings.filter(({ rule }) => rule === 'stale-claim')
    expect(stale.map(({ line, severity }) => [line, severity])).toEqual([
      [5, 'error'],
      [5, 'error'],
      // "most" and "twice as" hold
      [5, 'info'],
      [5, 'info'],
      [7, 'error'],
      [7, 'error'],
    ])
    expect(stale[0]!.message).toMatch(/Table 1, Northport, Boats was 1,200 \(48\.0%\), is 1,310 \(52\.4%\)/)
    expect(findings.filter(({ rule }) => rule === 'data')).toMatchObject([
      { severity: 'warning', message: /Total, Boats keeps 100\.0%/ },
    ])
    expect(findings.filter(({ rule }) => rule === 'claim')).toEqual([])
  })

  test('fails the documents that quote what it made untrue, and no other; approved, they are built', async () => {
    const failed = await prisme(folder, 'build')
    expect(failed.code).toBe(1)
    expect(failed.stderr).toMatch(
      /failed alle\/brief\.html\nsource\/report\.md:5:23 quotes a sentence that an update made untrue/,
    )
    expect(existsSync(join(folder, 'out/alle/rules.html'))).toBe(true)

    const listed = await prisme(folder, 'approve')
    const ids = [...listed.stderr.matchAll(/^stale (c-\S+): line/gm)].map((match) => match[1]!)
    expect(ids).toHaveLength(4)
    expect((await prisme(folder, 'approve', ids[0]!)).code).toBe(2)
    expect((await prisme(folder, 'approve', 'c-00000000', '--reason', 'x')).stderr).toMatch(
      /no statement or claim "c-00000000"/,
    )
    const approved = await prisme(folder, 'approve', ...ids, '--reason', 'it says 2024')
    expect(approved.stderr).toMatch(/^4 approved, 0 stale$/m)
    expect(readFileSync(join(folder, 'source/editorial.lock.yaml'), 'utf8')).toMatch(
      /sentences:\n +- \{"id":"c-[\s\S]*"reason":"it says 2024"/,
    )
    expect((await prisme(folder, 'build')).code).toBe(0)
    expect(readFileSync(join(folder, 'out/alle/brief.html'), 'utf8')).toContain('1,200')

    // with other values they have to be read again
    const path = join(folder, 'source/data/boats.csv')
    writeFileSync(path, readFileSync(path, 'utf8').replace('1310', '1320'))
    expect((await prisme(folder, 'build')).code).toBe(1)
    rmSync(path)
    expect((await prisme(folder, 'build')).code).toBe(0)
  })
})

test('a data file is an input of exactly the documents that show a cell of its tables', async () => {
  const folder = folderWith('1310 (52.4%)', {
    'templates/briefs/brief.md.hbs': '# Boats\n\n::table{of="Table 1"}\n',
  })
  const { code, stdout } = await prisme(folder, 'build', '--json')
  expect(code).toBe(0)
  const { artifacts } = JSON.parse(stdout) as { artifacts: { path: string; inputs: { path: string }[] }[] }
  const behind = artifacts.map(({ path, inputs }) => [
    path,
    inputs.some((input) => input.path === 'source/data/boats.csv'),
  ])
  expect(behind).toEqual([
    ['alle/brief.html', true],
    ['alle/rules.html', false],
  ])
})
