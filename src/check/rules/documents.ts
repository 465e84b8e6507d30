import type { Rule } from '../rule.ts'

export const documents: Rule = {
  id: 'document',
  severity: 'error',
  description: 'An audience file or template that asks for what the report does not have.',
  example: '{{cell "Table 9" row=1 column=1}} in a template, and no Table 9 in the report',
  run(_, { problems }) {
    return problems.map(({ message, details }) => {
      const { file, line = 1, column, nearest, found } = details
      const said = [
        message,
        found && !message.includes(found) ? `found ${found}` : '',
        nearest ? `nearest is "${nearest}"` : '',
      ]
      return {
        ...(file ? { file } : {}),
        ...(column ? { column } : {}),
        line,
        message: said.filter(Boolean).join('; '),
      }
    })
  },
}
