import type { Problem } from '../../input/problem.ts'
import type { Found, Rule } from '../rule.ts'
import { told } from './documents.ts'

export const data: Rule = {
  id: 'data',
  severity: 'error',
  description:
    'A data file that cannot be applied, and so is not; as warning what one that was applied leaves in doubt.',
  example: 'a row "Nortport" in a data file for a table with the row "Northport"',
  run(_, { update }) {
    const doubt = (problem: Problem): Found => ({ ...told(problem), severity: 'warning' })
    return [...update.problems.map(told), ...update.doubts.map(doubt)]
  },
}
