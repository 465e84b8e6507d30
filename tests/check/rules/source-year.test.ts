import { expect, test } from 'vitest'
import { sourceYear } from '../../../src/check/rules/source-year.ts'
import { found, lines } from '../checked.ts'

const report = (said: string) => `# 1 Ice\n\nIn the German study from 2016 the ice was thin.\n\n${said}\n`

test('a source older than what it tells of', () => {
  expect(lines(found(sourceYear, report('Holm and Dahl (2010) tell of the same German study.')))).toEqual([[5, 3]])
})

test.each([
  'Holm and Dahl (2018) tell of the same German study.',
  'Holm and Dahl (2010) tell of a Swedish study.',
  'The German study was not known to all, as Holm and Dahl (2010) say.',
])('nothing of "%s"', (said) => {
  expect(found(sourceYear, report(said))).toEqual([])
})
