import { noSuch } from '../../input/no-such.ts'
import type { CrossReference, Report } from '../../model/report.ts'
import { everySection } from '../../model/sections.ts'
import { fold } from '../../model/text.ts'
import type { Rule } from '../rule.ts'

export const deadReference: Rule = {
  id: 'dead-reference',
  severity: 'error',
  description: 'A reference to a section, table, figure, appendix or recommendation that the report does not have.',
  example: '"see section 3.8" in a report whose third chapter has seven sections',
  run(report) {
    return report.crossReferences
      .filter(({ resolves }) => !resolves)
      .map((reference) => {
        const targets = targetsOf(report)
        const near = nearestTarget(reference, targets)
        const { details } = noSuch('', reference.target, near ? [near.name] : targets.map(({ name }) => name))
        const nearest = near?.name ?? details.nearest
        const target = targets.find(({ name }) => name === nearest)
        return {
          line: reference.line,
          column: reference.column,
          message: `"${reference.text}" leads nowhere: the report has no ${reference.targetKind} "${reference.target}"${nearest ? `; nearest is "${nearest}"` : ''}`,
          related: target ? [{ line: target.line, message: `"${target.name}" stands here` }] : [],
        }
      })
  },
}

interface Target {
  name: string
  kind: 'section' | 'table' | 'recommendation'
  /** The number alone. */
  number: string
  line: number
}

function targetsOf(report: Report): Target[] {
  const sections = [...everySection(report.sections)].flatMap(({ number, line }) =>
    number ? [{ name: number, kind: 'section' as const, number, line }] : [],
  )
  const tables = report.tables.flatMap(({ id, number, captionLine, lines }) =>
    id && number ? [{ name: id, kind: 'table' as const, number, line: captionLine ?? lines?.[0] ?? 1 }] : [],
  )
  const recommendations = report.cards.flatMap(({ type, fields, lines }) =>
    type === 'recommendation' && fields.number
      ? [{ name: `${fields.number}`, kind: 'recommendation' as const, number: `${fields.number}`, line: lines[0] }]
      : [],
  )
  return [...sections, ...tables, ...recommendations]
}

/**
 * The nearest live target: a table or figure of the same number under another word; else, of the same kind, the same number in
 * the chapter that the reference stands in or in the next one that has it.
 */
function nearestTarget({ target, targetKind, line }: CrossReference, targets: Target[]): Target | undefined {
  const kind =
    targetKind === 'figure' || targetKind === 'table'
      ? 'table'
      : targetKind === 'recommendation'
        ? 'recommendation'
        : 'section'
  const same = targets.filter((each) => each.kind === kind)
  const number = /[\d.]*\d/.exec(target)?.[0] ?? target
  if (kind === 'table') return same.find((each) => fold(each.number) === fold(number))
  if (kind !== 'section' || !number.includes('.')) return undefined
  const chapter = same.findLast((each) => each.line <= line && /^\d+$/.test(each.number))?.number
  const last = number.split('.').slice(1).join('.')
  return (
    same.find((each) => each.number === `${chapter}.${last}`) ??
    same.find((each) => each.number.split('.').slice(1).join('.') === last)
  )
}
