import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { kinds } from '../../src/check/run.ts'

const page = readFileSync('docs/checks.md', 'utf8')

test('every rule has a name of its own', () => {
  expect(new Set(kinds.map(({ id }) => id)).size).toBe(kinds.length)
})

test.each(kinds.map((kind) => [kind.id, kind] as const))(
  'docs/checks.md tells of %s as it is',
  (_, { id, severity, description, example }) => {
    expect(page).toContain(`### ${id}\n\n${description} Shown as ${severity}.\n\n    ${example}\n`)
  },
)
