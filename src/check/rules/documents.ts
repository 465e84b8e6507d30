import type { Problem } from '../../input/problem.ts'
import type { Found, Rule } from '../rule.ts'

export const documents: Rule = {
  id: 'document',
  severity: 'error',
  description: 'An audience file or template that asks for what the report does not have.',
  example: '{{cell "Table 9" row=1 column=1}} in a template, and no Table 9 in the report',
  run(_, { problems }) {
    return problems.map(told)
  },
}

/** A problem with a file as a finding: what was found and the nearest that there is stand in its message. */
export function told({ message, details }: Problem): Found {
  const { file, line = 1, column = 1, nearest, found } = details
  const said = [
    message,
    found && !message.includes(found) ? `found ${found}` : '',
    nearest ? `nearest is "${nearest}"` : '',
  ]
  return {
    ...(file ? { file } : {}),
    line,
    column,
    message: said.filter(Boolean).join('; '),
  }
}
