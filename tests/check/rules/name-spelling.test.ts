import { expect, test } from 'vitest'
import { nameSpelling } from '../../../src/check/rules/name-spelling.ts'
import { found, lines } from '../checked.ts'

const report = (heading: string) =>
  `# 1 Ice\n\n## ${heading}\n\nCold.\n\n# Literature\n\n*Holmgaard, Anna (2012)*\n\nOn ice\n\n*Holmgaard, Anna (2014)*\n\nOn tides\n`
const profile = { bibliography: 'Literature' }

test('one person, two spellings', () => {
  const findings = found(nameSpelling, report('ANNA HOLMGARD (2012)'), profile)
  expect(lines(findings)).toEqual([[3, 9, 13]])
  expect(findings[0]!.message).toMatch(/"HOLMGARD" is spelt "Holmgaard"/)
})

test.each(['ANNA HOLMGAARD (2012)', 'IDA HOLMGARD (2012)', 'ICE AND TIDES (2012)'])('nothing of "%s"', (heading) => {
  expect(found(nameSpelling, report(heading), profile)).toEqual([])
})
