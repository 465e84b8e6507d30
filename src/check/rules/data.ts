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
    const doubt = (problem: Problem): Found => ({ ...wanted(problem), severity: 'warning' })
    return [...update.problems.map(wanted), ...update.doubts.map(doubt)]
  },
}

/** A problem as a finding, with what the file should have instead. */
function wanted(problem: Problem): Found {
  const { expected } = problem.details
  const found = told(problem)
  return expected ? { ...found, message: `${found.message}; expected ${expected}` } : found
}
