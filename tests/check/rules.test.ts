import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pdfKinds } from '../../src/check/pdf/rules.ts'
import { kinds } from '../../src/check/run.ts'

const page = readFileSync('docs/checks.md', 'utf8')

test('every rule has a name of its own', () => {
  const ids = [...kinds, ...pdfKinds].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test.each(kinds.map((kind) => [kind.id, kind] as const))(
  'docs/checks.md tells of %s as it is',
  (_, { id, severity, description, example }) => {
    expect(page).toContain(`### ${id}\n\n${description} Shown as ${severity}.\n\n    ${example}\n`)
  },
)

test.each(pdfKinds.map((kind) => [kind.id, kind] as const))(
  'docs/checks.md tells of %s as it is, and of who else finds it',
  (_, { id, severity, description, example, source, veraPdf }) => {
    expect(page).toContain(`### ${id}\n\n${description} Shown as ${severity}.\n\n    ${example}\n`)
    expect(page).toContain(`| \`${id}\` | ${source} | ${veraPdf.join(', ') || '–'} |\n`)
  },
)
