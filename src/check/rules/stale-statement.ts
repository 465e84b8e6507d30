import type { Statement } from '../../editorial/editorial.ts'
import { keyOf } from '../../editorial/key.ts'
import { isStale } from '../../editorial/standing.ts'
import { changeText } from '../../editorial/told.ts'
import type { Found, Rule } from '../rule.ts'

export const staleStatement: Rule = {
  id: 'stale-statement',
  severity: 'error',
  description:
    'An editorial statement that became untrue, whose basis changed or is gone, or that nobody approved; as info one that holds with new values too.',
  example: 'a statement that rests on line 40, and the words of line 40 are others now',
  run(_, { editorial }) {
    return editorial.statements
      .filter((statement) => isStale(statement) || statement.standing.state === 'holds')
      .map(told)
  },
}

function told(statement: Statement): Found {
  const { file, line, column, standing, basis } = statement
  const { state, why } = standing
  const changes = [...standing.cells.map(changeText.cell), ...standing.words.map(changeText.words)]
  const detail = changes.length ? `: ${changes.join('; ')}` : ''
  return {
    file,
    line,
    column,
    message: `"${keyOf(statement)}" ${said[state] ?? state} (${why})${detail}`,
    ...(state === 'holds' ? { severity: 'info' as const } : {}),
    related: basis.map(([first]) => ({ line: first, message: 'it rests on this line' })),
  }
}

const said: Partial<Record<Statement['standing']['state'], string>> = {
  holds: 'holds',
  untrue: 'is untrue',
  'read again': 'must be read again',
  gone: 'has lost its basis',
  new: 'is not approved',
}
