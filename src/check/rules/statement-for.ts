import { distance } from 'fastest-levenshtein'
import { keyOf } from '../../editorial/key.ts'
import { isNamed } from '../../model/entities.ts'
import { fold } from '../../model/text.ts'
import type { Found, Rule } from '../rule.ts'

export const statementFor: Rule = {
  id: 'statement-for',
  severity: 'warning',
  description:
    'A statement is for something that is spelt almost like an entity, so the edition of that entity lacks it.',
  example: 'for: Nortport, where report.yaml has the entity Northport',
  run({ entities }, { editorial }) {
    const names = entities.flatMap(({ name, aliases }) => [name, ...aliases])
    return editorial.statements.flatMap((statement): Found[] => {
      const { for: about, file, line, column } = statement
      if (typeof about !== 'string' || isNamed(about, names)) return []
      const near = names.find((name) => isSlip(fold(about), fold(name)))
      if (!near) return []
      return [{ file, line, column, message: `"${keyOf(statement)}" is for no entity; nearest is "${near}"` }]
    })
  },
}

/** One letter in four may be another: two that changed places are two of eight. */
const isSlip = (one: string, other: string) => distance(one, other) <= Math.min(one.length, other.length) / 4
