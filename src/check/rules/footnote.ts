import type { Rule } from '../rule.ts'

export const footnote: Rule = {
  id: 'footnote',
  severity: 'warning',
  description: 'A footnote mark without a text, or a footnote that nothing refers to.',
  example: '"as was to be expected[^4]" where no footnote 4 stands',
  run(report) {
    return report.warnings
      .filter(({ rule }) => rule === 'footnote')
      .map(({ line, column, message }) => ({ line, column, message }))
  },
}
