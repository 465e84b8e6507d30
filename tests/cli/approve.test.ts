import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { prisme } from '../support/command.ts'
import { makeSource } from '../support/source.ts'

const report = `# Harbours

## 1 Boats

Northport had 1,350 boats. It was a good year.

Table 1: Boats by harbour

| Harbour | Boats 2023 | Boats 2024 |
|---|---|---|
| Northport | 1,200 | 1,350 |
| Southport | 830 | 910 |

## 2 Cranes

No crane stood idle.
`

const editorial = `statements:
  - { id: boats, group: numbers, text: "Northport had 1,350 boats", basis: ["Table 1 / Northport"] }
  - { id: growth, group: numbers, text: "Northport has 150 boats more than the year before", basis: ["Table 1 / Northport"] }
  - { id: cranes, text: Every crane works, basis: ["No crane … idle"] }
`

const folderWith = (more: Record<string, string> = {}) =>
  makeSource({ 'report.md': report, 'report.yaml': 'language: en\n', 'editorial.yaml': editorial, ...more }).folder

async function approvedFolder(): Promise<string> {
  const folder = folderWith()
  await prisme(folder, ['approve', '--all', '--reason', 'first reading'])
  return folder
}

/** Exchanges words of the report. */
function edit(folder: string, ...changes: [string, string][]): void {
  const path = join(folder, 'source/report.md')
  const text = readFileSync(path, 'utf8')
  for (const [from] of changes) expect(text).toContain(from)
  writeFileSync(
    path,
    changes.reduce((made, [from, to]) => made.replaceAll(from, to), text),
  )
}

const lock = (folder: string) => readFileSync(join(folder, 'source/editorial.lock.yaml'), 'utf8')
const stale = async (folder: string) => {
  const { stdout } = await prisme(folder, ['approve', '--json'])
  return JSON.parse(stdout).stale as string[]
}

describe('without an id', () => {
  test('lists what is stale: what it says, why, its basis old and new side by side', async () => {
    const folder = await approvedFolder()
    edit(folder, ['1,350', '1,400'], ['No crane', 'Hardly any crane'])
    const { code, stderr } = await prisme(folder, ['approve'])
    expect(code).toBe(0)
    expect(stderr.split('\n').slice(0, 3)).toEqual([
      'stale boats (source/editorial.yaml:2) untrue: "1,350" is 1,400 now',
      '  says      Northport had 1,350 boats',
      '  its basis Table 1, Northport, Boats 2024 was 1,350, is 1,400',
    ])
    expect(stderr).toMatch(/stale growth .* read again: its basis does not give "150"/)
    expect(stderr).toMatch(/stale cranes .* read again: [\s\S]*\[-No-\] \{\+Hardly any\+\} crane stood idle/)
    expect(stderr).toMatch(/^0 approved, 3 stale$/m)
  })
})

describe('an approval', () => {
  test.each<[string[]]>([[[]], [['--reason', ' ']], [['--moved']]])('needs a reason: %j', async (args) => {
    const folder = folderWith()
    const { code, stderr } = await prisme(folder, ['approve', 'boats', ...args])
    expect(code).toBe(2)
    expect(stderr).toMatch(/an approval needs a reason/)
    expect((await stale(folder)).length).toBe(3)
  })

  test('is kept with reason, day, and by whom; and shows what it approved', async () => {
    const folder = folderWith()
    const { stderr } = await prisme(folder, ['approve', 'boats', 'cranes', '--reason', 'read with the office'], {
      env: { SOURCE_DATE_EPOCH: '1774000000' },
    })
    expect(stderr).toMatch(/^approved boats .*\n +says +Northport had 1,350 boats\n +rests on +line 11: /m)
    expect(lock(folder)).toContain('{"reason":"read with the office","date":"2026-03-20","by":"the tester"}')
    expect(await stale(folder)).toEqual(['growth'])
  })

  test('of a group', async () => {
    const folder = folderWith()
    expect((await prisme(folder, ['approve', '--group', 'numbers', '--reason', 'x'])).code).toBe(0)
    expect(await stale(folder)).toEqual(['cranes'])
    expect((await prisme(folder, ['approve', '--group', 'nubmers', '--reason', 'x'])).stderr).toMatch(
      /no group "nubmers"[\s\S]*nearest +numbers/,
    )
  })

  test('of what is not stale is none, and says so', async () => {
    const { code, stderr } = await prisme(await approvedFolder(), ['approve', 'boats', '--reason', 'again'])
    expect(code).toBe(0)
    expect(stderr).toMatch(/nothing to approve: boats is not stale \(same\)/)
  })

  test('of what the report contradicts is refused, by --all too, but --anyway', async () => {
    const folder = await approvedFolder()
    edit(folder, ['1,350', '1,400'], ['No crane', 'Hardly any crane'])
    const named = await prisme(folder, ['approve', 'boats', '--reason', 'x'])
    expect(named.code).toBe(2)
    expect(named.stderr).toMatch(/"boats" is contradicted by the report\n +found +"1,350" is 1,400 now\n.*--anyway/)
    const all = await prisme(folder, ['approve', '--all', '--reason', 'x'])
    expect(all.code).toBe(1)
    expect(all.stderr).toMatch(/^not approved: .*"boats" is contradicted/m)
    expect(await stale(folder)).toEqual(['boats', 'growth'])
    expect((await prisme(folder, ['approve', '--all', '--anyway', '--reason', 'as of 2024'])).code).toBe(0)
    expect(await stale(folder)).toEqual([])
  })
})

describe('a number that the basis does not have', () => {
  const cases: [string, string, RegExp | null][] = [
    ['digits that changed places', 'Northport had 1,530 boats', /"1,530" \(nearest is 1,350\)/],
    ['another share', 'Northport grew by 99%', /"99%?"/],
    ['a number of another row', 'Northport had 910 boats', /"910"/],
    ['as it stands', 'Northport had 1,350 boats', null],
    ['rounded', 'Northport had about 1,400 boats', null],
    ['a difference', '150 more boats', null],
    ['a change in per cent', 'Northport grew by 12.5%', null],
    ['a year', 'Northport grew in 2025', null],
    ['words alone', 'Northport grew', null],
  ]
  test.each(cases)('%s', async (_, text, expected) => {
    const statement = `statements:\n  - { id: headline, text: "${text}", basis: ["Table 1 / Northport"] }\n`
    const folder = folderWith({ 'editorial.yaml': statement })
    const listed = await prisme(folder, ['approve'])
    const approved = await prisme(folder, ['approve', 'headline', '--reason', 'read'])
    const findings = JSON.parse((await prisme(folder, ['check', '--json'])).stdout)
    const own = findings.filter(({ rule }: { rule: string }) => rule === 'statement-number')
    if (expected) {
      expect(approved.code).toBe(2)
      expect(approved.stderr).toMatch(/gives a number that its basis does not have/)
      expect(approved.stderr).toMatch(expected)
      expect(listed.stderr).toMatch(/^ +doubtful +its basis does not give/m)
      expect(own).toEqual([expect.objectContaining({ line: 2, message: expect.stringMatching(expected) })])
      expect((await prisme(folder, ['approve', 'headline', '--anyway', '--reason', 'known'])).code).toBe(0)
    } else {
      expect(approved).toMatchObject({ code: 0 })
      expect(listed.stderr).not.toMatch(/doubtful/)
      expect(own).toEqual([])
    }
  })
})

describe('what only moved', () => {
  test('holds, and --moved writes its places and approves nothing', async () => {
    const folder = await approvedFolder()
    writeFileSync(join(folder, 'source/report.md'), `\n\n${report.replace('No crane', 'Hardly any crane')}`)
    const { code, stderr } = await prisme(folder, ['approve', '--moved'])
    expect(code).toBe(0)
    expect(stderr).toMatch(/2 moved: their new places are written/)
    expect(await stale(folder)).toEqual(['cranes'])
    expect(lock(folder)).toContain('first reading')
  })
})

describe('a lock file', () => {
  test('that is not there is told once', async () => {
    const { stderr } = await prisme(folderWith(), ['approve'])
    expect(stderr.match(/no such file/g)).toHaveLength(1)
    expect(stderr).toMatch(/editorial\.lock\.yaml there is no such file: every statement counts as not approved/)
  })
})
