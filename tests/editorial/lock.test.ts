import { expect, test } from 'vitest'
import { parseLock } from '../../src/editorial/lock.ts'
import { formatProblem } from '../../src/input/problem.ts'
import { approved, type Edited, holding, statesOf } from './editing.ts'

const report = '# Harbour\n\n## Ships\n\nNine ships called.\n\nNo crane stood idle.\n'
const editorial = `statements:
  - { id: ships, text: Nine ships, basis: [5] }
  - { id: cranes, text: All cranes work, basis: [7] }
`
const before: Edited = { report, editorial }
const own = approved(before)

const states = (lock: string) => statesOf(holding({ ...own, lock }).editorial)
const doubts = (lock: string) => parseLock(lock, 'editorial.lock.yaml').doubts.map(formatProblem)

test('what is approved is proven by the lock file, and without it nothing is', () => {
  expect(states(own.lock)).toEqual({ ships: 'same', cranes: 'same' })
  expect(states('')).toEqual({ ships: 'new', cranes: 'new' })
})

test('an approval keeps its reason, the day and who gave it', () => {
  expect(parseLock(own.lock, 'x').statements[0]!.approved).toEqual({
    reason: 'read',
    date: '2026-03-01',
    by: 'A. Reader',
  })
})

test('the file is YAML, each entry a line', async () => {
  const { parse } = await import('yaml')
  const found = parse(own.lock) as Record<string, unknown[]>
  expect(found.statements).toHaveLength(2)
  expect(found.passages).toHaveLength(2)
})

test('an entry that was edited is not believed, and told with its line; the others are', () => {
  const edited = own.lock.replace('"id":"cranes","for":null,"basis":["7"]', '"id":"cranes","for":null,"basis":["5"]')
  expect(edited).not.toBe(own.lock)
  expect(states(edited)).toEqual({ ships: 'same', cranes: 'new' })
  const line = edited.split('\n').findIndex((each) => each.includes('"cranes"')) + 1
  expect(doubts(edited)).toEqual([expect.stringMatching(new RegExp(`^editorial\\.lock\\.yaml:${line} .*not read`))])
})

test('words of a passage that were edited prove nothing', () => {
  const edited = own.lock.replace('No crane stood idle', 'Two cranes stood idle')
  const text = report.replace('No crane stood idle', 'Two cranes stood idle')
  expect(statesOf(holding({ ...own, report: text, lock: edited }).editorial)).toEqual({ ships: 'same', cranes: 'new' })
  expect(doubts(edited)).toHaveLength(2)
})

test('a line that is cut off counts as not read', () => {
  const cut = own.lock.replace(/("id":"ships".{10}).*/, '$1')
  expect(states(cut)).toEqual({ ships: 'new', cranes: 'same' })
  expect(doubts(cut)).toHaveLength(1)
})

test('of a merge with its marks still in it the approvals of both sides count, and it is told', () => {
  const changed = report.replace('Nine', 'Ten')
  const theirs = approved({ ...own, report: changed })
  const [mine, other] = [own.lock, theirs.lock].map(
    (lock) => lock.split('\n').find((line) => line.includes('"ships"'))!,
  )
  const passage = theirs.lock.split('\n').find((line) => line.includes('Ten ships'))!
  const merged = own.lock
    .replace(mine!, `<<<<<<< HEAD\n${mine}\n=======\n${other}\n>>>>>>> theirs`)
    .replace('passages:\n', `passages:\n${passage}\n`)
  expect(states(merged)).toEqual({ ships: 'same', cranes: 'same' })
  expect(statesOf(holding({ ...own, report: changed, lock: merged }).editorial)).toEqual({
    ships: 'same',
    cranes: 'same',
  })
  expect(doubts(merged)).toEqual([expect.stringContaining('marks of a merge')])
})

test('an editor who writes another basis has not had it approved', () => {
  const other = editorial.replace('basis: [7]', 'basis: [5]')
  expect(statesOf(holding({ ...own, editorial: other }).editorial)).toEqual({ ships: 'same', cranes: 'new' })
})

test('what is damaged in any way never approves anything', () => {
  const lines = own.lock.split('\n')
  for (const at of lines.keys()) {
    const without = lines.filter((_, index) => index !== at).join('\n')
    for (const state of Object.values(states(without))) expect(['same', 'new']).toContain(state)
  }
})
