import { keyOf, type Statement } from '../../tailor/editorial.ts'
import { changesBelow } from '../../tailor/outdated.ts'
import { cellName } from '../../update/changes.ts'
import type { Rule } from '../rule.ts'

export const staleStatement: Rule = {
  id: 'stale-statement',
  severity: 'error',
  description: 'An editorial statement whose lines in the report have changed since it was approved.',
  example: 'a statement that rests on line 40, and line 40 is no longer what it was',
  run(report, { stale, untrue }) {
    return stale.map((statement) => ({
      file: statement.file,
      line: statement.line,
      message: `"${keyOf(statement)}" is not approved for what its lines say now${updates(statement)}`,
      related: statement.basis.map(([line]) => ({ line, message: 'it rests on this line' })),
    }))

    function updates(statement: Statement): string {
      const cells = changesBelow(statement, report, untrue)
      return cells.length
        ? `: ${cells.map((change) => `${cellName(change)} was ${change.before}, is ${change.after}`).join('; ')}`
        : ''
    }
  },
}
