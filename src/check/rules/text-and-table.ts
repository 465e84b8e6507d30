import type { Report } from '../../model/report.ts'
import type { Context } from '../context.ts'
import type { Found, Rule } from '../rule.ts'
import { nameOf } from '../tables/grid.ts'
import { countsTheSame, isOfAnotherTime, type Measured, measuredOf } from '../tables/measures.ts'
import { canBe } from '../text/precision.ts'
import { placeOf, type Quantity, quoteOf } from '../text/quantities.ts'

export const textAndTable: Rule = {
  id: 'text-and-table',
  severity: 'error',
  description: 'A number that the text gives for an entity, and a table gives otherwise.',
  example: '"Northport has 15 boats" where Table 1 has 10 in the row of Northport, the column Boats',
  run: (report, context) => told(report, context).map(({ found }) => found),
}

/** The numbers of the text that no table gives, each with what is found of it. */
export function told(report: Report, context: Context): { quantity: Quantity; found: Found }[] {
  const measured = measuredOf(report, context)
  const groups = new Map<string, Said[]>()
  for (const quantity of context.quantities) {
    const cells = cellsOf(quantity, measured, context)
    if (!cells.length) continue
    const key = `${cells[0]!.entity.name} ${cells[0]!.label}`
    groups.set(key, [...(groups.get(key) ?? []), { quantity, cells }])
  }
  return [...groups.values()].flatMap((said) => differing(said, context))
}

interface Said {
  quantity: Quantity
  cells: Measured[]
}

/** The cells that count for an entity what a sentence about it counts. */
function cellsOf(quantity: Quantity, measured: Measured[], context: Context): Measured[] {
  const entity = context.topics.of(quantity.sentence)
  if (!entity) return []
  return measured.filter(
    (cell) => cell.entity === entity && countsTheSame(quantity, cell, context) && !isOfAnotherTime(quantity, cell),
  )
}

/** Where the text says once what the table does, its other numbers are of something else, as of a part. */
function differing(said: Said[], { locale }: Context): { quantity: Quantity; found: Found }[] {
  const agrees = ({ quantity, cells }: Said) => cells.some(({ value }) => canBe(quantity, value, locale))
  if (said.some(agrees)) return []
  return said.map(({ quantity, cells }) => {
    const [first] = cells
    const found = {
      ...placeOf(quantity),
      message: `"${quoteOf(quantity)}": ${nameOf(first!.table)} gives ${first!.entity.name} ${first!.value.text} (${first!.label})`,
      related: cells.map((cell) => ({ line: cell.line, message: `${nameOf(cell.table)}: "${cell.text}"` })),
    }
    return { quantity, found }
  })
}
