import { expect, test } from 'vitest'
import { unit } from '../../../src/check/rules/unit.ts'
import { found, lines } from '../checked.ts'

const report = (other: string) =>
  `# A\n\nThe register of the coastal province holds 38,000 voyages from the years of peace.\n\nNothing else.\n\n# B\n\nThe register of the coastal province has ${other} from the years of peace.\n`

test('a large number of other things', () => {
  expect(lines(found(unit, report('38,000 sailors')))).toEqual([[9, 3]])
})

test.each(['38,000 voyages', '37,000 sailors'])('nothing of "%s"', (other) => {
  expect(found(unit, report(other))).toEqual([])
})
