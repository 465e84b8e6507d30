import type { Rule } from '../rule.ts'

export const duplicateCaption: Rule = {
  id: 'duplicate-caption',
  severity: 'warning',
  description: 'Two tables or figures of one name: references to it find the first.',
  example: '"Table 3: Costs" and, later on, "Table 3: Visits"',
  run(report) {
    return report.warnings
      .filter(({ rule }) => rule === 'duplicate-table')
      .map(({ line, column, message }) => ({ line, column, message }))
  },
}
