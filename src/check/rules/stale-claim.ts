import { cellName } from '../../update/changes.ts'
import type { Found, Rule } from '../rule.ts'

export const staleClaim: Rule = {
  id: 'stale-claim',
  severity: 'error',
  description:
    'A number or comparison in the text that a data update made untrue; as warning one that a person must read again, as info one that holds with the new values too.',
  example: '"visits rose to 8,100" where an update gives 8,400; "the highest of the four", and another is higher now',
  run(_, { untrue, toRead, update }) {
    return update.stale.flatMap(({ id, line, column, kind, said, now, holds, changes }): Found[] => {
      const isUntrue = untrue.some((each) => each.id === id)
      const isToRead = toRead.some((each) => each.id === id)
      if (!isUntrue && !isToRead && !holds) return []
      const cells = changes.map((change) => `${cellName(change)} was ${change.before}, is ${change.after}`)
      const message = holds
        ? `"${said}" (${id}) holds after an update: ${cells.join('; ')}`
        : isToRead
          ? `"${said}" (${id}) is to be read again after an update: ${cells.join('; ')}`
          : kind === 'comparison'
            ? `"${said}" (${id}) holds no longer: ${cells.join('; ')}`
            : `"${said}" (${id}) is ${now ?? 'another number'} after an update: ${cells.join('; ')}`
      const places = new Map(changes.map((change) => [`${change.line}`, change]))
      return [
        {
          line,
          column,
          message,
          ...(holds ? { severity: 'info' as const } : isToRead ? { severity: 'warning' as const } : {}),
          related: [...places.values()].map((change) => ({
            line: change.line,
            message: `the cell; now in ${change.file}:${change.fileLine}:${change.fileColumn}`,
          })),
        },
      ]
    })
  },
}
