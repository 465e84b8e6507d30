import type { Problem } from '../input/problem.ts'
import type { Table } from '../model/report.ts'
import { addsUp, type Sum, summed, totalsOf } from '../model/totals.ts'
import { numbersIn } from '../model/values.ts'
import { changed, type From, keeps } from './cell.ts'
import { folded } from './match.ts'
import { exchanged } from './print.ts'

/**
 * A table with the totals worked out anew that added up before, where a part has a new value and the file gives no total of its
 * own. What a total's cell has beside its number, such as a share, stays and is told of.
 *
 * @param before the table as it was
 * @param after the table with new values
 * @param given the cells that the file gives, each as "row,column"
 */
export function withTotals(
  before: Table,
  after: Table,
  given: ReadonlySet<string>,
  { sheet, settings, known: { locale } }: From,
): { table: Table; doubts: Problem[] } {
  const added = new Set(
    totalsOf(before, locale)
      .flat()
      .filter((sum) => addsUp(sum, locale))
      .map((sum) => key(before, sum)),
  )
  const doubts: Problem[] = []
  let table = after
  // a total of totals comes after those
  for (let order = 0; order < totalsOf(table, locale).length; order++) {
    for (const sum of totalsOf(table, locale)[order]!) {
      const { at, cell, places } = sum
      const source = places
        .map(([row, column]) => table.rows[row]![column]!.updated)
        .find((update) => update?.file === sheet.path)
      if (!source || given.has(String(at)) || !added.has(key(table, sum)) || addsUp(sum, locale)) continue
      const place = { line: source.line, column: source.column ?? 1 }
      const [number, ...kept] = numbersIn(cell.text, locale)
      const decimals = () => decimalPlaces(sum)
      const text = exchanged(cell.text, { before: number!, after: summed(sum) }, { locale, decimals })
      const made = changed(cell, text, place, { sheet, settings, locale })
      if (kept.length)
        doubts.push(
          keeps(`${table.id ?? table.caption}, ${sum.where}`, kept.map((each) => each.text).join(', '), place, sheet),
        )
      table = { ...table, rows: table.rows.map((row, index) => (index === at[0] ? row.with(at[1], made) : row)) }
    }
  }
  return { table, doubts }
}

/** The most decimals that the parts of a total have. */
const decimalPlaces = ({ parts }: Sum) =>
  Math.max(...parts.map(({ value }) => (String(value).split('.')[1] ?? '').length))

const key = ({ rows, header }: Table, { at: [row, column] }: Sum) =>
  JSON.stringify([rows[row]![0]!.text, header?.[column] ?? String(column)].map(folded))
