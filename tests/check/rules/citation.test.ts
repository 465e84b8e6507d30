import { expect, test } from 'vitest'
import { citation } from '../../../src/check/rules/citation.ts'
import { found, lines } from '../checked.ts'

const report = (said: string) => `# 1 Ice\n\n${said}\n\n# Literature\n\n*Holm, Anna; Dahl, Ida (2012)*\n\nOn ice\n`
const profile = { bibliography: 'Literature' }

test('a year that the list of literature does not have', () => {
  const findings = found(citation, report('Ice is cold (Holm et al. 2011: 4).'), profile)
  expect(findings).toMatchObject([{ message: '"Holm et al. 2011" is not in the list of literature; nearest is 2012' }])
  expect(lines(findings)[0]![0]).toBe(3)
})

test.each(['Ice is cold (Holm et al. 2012: 4).', 'Dahl (2012) says that ice is cold.', 'In Norway 2011 was cold.'])(
  'nothing of "%s"',
  (said) => {
    expect(found(citation, report(said), profile)).toEqual([])
  },
)
