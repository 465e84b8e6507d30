import type { Locale } from '../../locale/locale.ts'
import type { Cell, Table, Value } from '../../model/report.ts'
import { formatNumber } from '../../model/values.ts'
import type { Found, Rule } from '../rule.ts'
import { amountOf, nameOf, namesTotal, rounding } from '../tables/grid.ts'

export const total: Rule = {
  id: 'total',
  severity: 'error',
  description: 'A total in a table that is not the sum of what it totals.',
  example: '| Northport | 12 |, | Southport | 9 |, | Total | 22 |',
  run(report, { locale }) {
    return report.tables
      .filter(({ kind }) => kind === 'table')
      .flatMap((table) => [...totalRows(table, locale), ...totalColumns(table, locale)])
  },
}

/** One total and what should add up to it. */
interface Sum {
  parts: Value[]
  total: Value
  cell: Cell
  where: string
}

/** Rows named as totals: each is the sum of the rows above it, down from the total before it or from the first row. */
function totalRows(table: Table, locale: Locale): Found[] {
  const { rows, header } = table
  const at = rows.flatMap((row, index) => (index > 1 && namesTotal(row[0]?.text ?? '', locale) ? index : []))
  return at.flatMap((index, order) => {
    const from = order ? at[order - 1]! + 1 : 0
    const sums = rows[index]!.map((cell, column) =>
      sumOf(
        cell,
        rows.slice(from, index).map((row) => row[column]!),
        [rows[index]![0]!.text, header?.[column]],
        locale,
      ),
    )
    return wrong(table, sums, locale)
  })
}

/** Columns named as totals: each is the sum of the columns before it, from whichever column on that holds in most rows. */
function totalColumns(table: Table, locale: Locale): Found[] {
  const { rows, header } = table
  return (header ?? []).flatMap((label, column) => {
    if (column < 2 || !namesTotal(label, locale)) return []
    const from = (first: number) =>
      rows.map((row) => sumOf(row[column]!, row.slice(first, column), [row[0]!.text, label], locale))
    const candidates = Array.from({ length: column - 1 }, (_, index) => from(index + 1)).filter((sums) =>
      sums.every((sum) => !sum || sum.parts.length > 1),
    )
    const best = candidates.toSorted((a, b) => adding(b, locale) - adding(a, locale))[0]
    return best ? wrong(table, best, locale) : []
  })
}

function sumOf(cell: Cell, parts: Cell[], names: (string | undefined)[], locale: Locale): Sum | null {
  const total = amountOf(cell, locale)
  const values = parts.map((part) => amountOf(part, locale))
  if (!total || values.length < 2 || values.some((value) => !value || unitOf(value) !== unitOf(total))) return null
  return { parts: values as Value[], total, cell, where: names.filter(Boolean).join(', ') }
}

const unitOf = ({ unit }: Value) => unit?.toLowerCase().replace(/\.$/, '') ?? null

const summed = ({ parts }: Sum) => parts.reduce((sum, { value }) => sum + value, 0)

function addsUp(sum: Sum, locale: Locale): boolean {
  const leeway = [...sum.parts, sum.total].reduce((all, value) => all + rounding(value, locale), 0)
  return (
    Math.abs(summed(sum) - sum.total.value) <=
    (Number.isInteger(sum.total.value) && sum.parts.every(({ value }) => Number.isInteger(value)) ? 0 : leeway) + 1e-9
  )
}

const adding = (sums: (Sum | null)[], locale: Locale) => sums.filter((sum) => sum && addsUp(sum, locale)).length

/**
 * The totals that do not add up. Where most of a line do, the others are wrong. Where none does, what is called a total may
 * be an average or count what overlaps: then only one that lies near its sum, above every part, is told of.
 */
function wrong(table: Table, sums: (Sum | null)[], locale: Locale): Found[] {
  const known = sums.filter((sum) => sum !== null)
  const right = adding(known, locale)
  return known
    .filter((sum) => !addsUp(sum, locale) && isMeantAsSum(sum))
    .filter(() => right * 2 >= known.length || known.length === 1)
    .map((sum) => ({
      line: sum.cell.line,
      message: `${nameOf(table)}: ${sum.where} is ${sum.total.text}, but ${sum.parts.map(({ text }) => text).join(' + ')} is ${formatNumber(rounded(summed(sum)), locale)}`,
      ...(right ? {} : { severity: 'warning' as const }),
    }))
}

/** Is a total not less than its largest part, and within a fourth of the sum? An average or a share is none. */
function isMeantAsSum(sum: Sum): boolean {
  const all = summed(sum)
  const largest = Math.max(...sum.parts.map(({ value }) => value))
  return all > 0 && sum.total.value > largest && Math.abs(sum.total.value - all) <= all / 4
}

const rounded = (value: number) => Number(value.toFixed(6))
