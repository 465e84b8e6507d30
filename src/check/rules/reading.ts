import type { Rule } from '../rule.ts'

/** What other rules tell of. */
const told = new Set(['footnote', 'duplicate-table'])

export const reading: Rule = {
  id: 'reading',
  severity: 'info',
  description: 'What was odd in the file and was read all the same.',
  example: 'a fence that is never closed',
  run(report) {
    return report.warnings
      .filter(({ rule }) => !told.has(rule))
      .map(({ line, column, message }) => ({ line, column, message }))
  },
}
