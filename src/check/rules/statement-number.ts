import { keyOf } from '../../editorial/key.ts'
import { unsupportedText } from '../../editorial/support.ts'
import type { Rule } from '../rule.ts'

export const statementNumber: Rule = {
  id: 'statement-number',
  severity: 'warning',
  description:
    'An editorial statement gives a number that its basis does not have, and that does not follow from two of its numbers.',
  example: '"Northport had 1,530 ships" that rests on the line "Northport | 1,200 | 1,350"',
  run: (_, { unsupported }) =>
    [...unsupported].map(([statement, numbers]) => ({
      file: statement.file,
      line: statement.line,
      column: statement.column,
      message: `"${keyOf(statement)}" gives ${unsupportedText(numbers)}, its basis does not`,
      related: statement.basis.map(([first]) => ({ line: first, message: 'it rests on this line' })),
    })),
}
