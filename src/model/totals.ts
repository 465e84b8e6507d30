import type { Locale } from '../locale/locale.ts'
import type { Cell, Table, Value } from './report.ts'
import { escapeRegExp, fold } from './text.ts'

/** One total and what should add up to it. */
export interface Sum {
  /** Where it stands, by row and column from 0. */
  at: [number, number]
  total: Value
  cell: Cell
  /** The rows and columns of its parts. */
  places: [number, number][]
  parts: Value[]
  /** What its row and column are called. */
  where: string
}

/** The totals of a table that have parts, by the row or column that is named as one. */
export function totalsOf(table: Table, locale: Locale): Sum[][] {
  return [...totalRows(table, locale), ...totalColumns(table, locale)]
}

/** Rows named as totals: each is the sum of the rows above it, down from the total before it or from the first row. */
function totalRows(table: Table, locale: Locale): Sum[][] {
  const { rows } = table
  const at = rows.flatMap((row, index) => (index > 1 && namesTotal(row[0]?.text ?? '', locale) ? index : []))
  return at.map((row, order) => {
    const above = range(order ? at[order - 1]! + 1 : 0, row)
    const places = (column: number) => above.map((each): [number, number] => [each, column])
    return rows[row]!.flatMap((_, column) => sumOf(table, [row, column], places(column), locale) ?? [])
  })
}

/** Columns named as totals: each is the sum of the columns before it, from whichever column on that holds in most rows. */
function totalColumns(table: Table, locale: Locale): Sum[][] {
  const { rows, header } = table
  return (header ?? []).flatMap((label, column) => {
    if (column < 2 || !namesTotal(label, locale)) return []
    const from = (first: number) => {
      const places = (row: number) => range(first, column).map((each): [number, number] => [row, each])
      return rows.flatMap((_, row) => sumOf(table, [row, column], places(row), locale) ?? [])
    }
    const best = range(1, column - 1)
      .map(from)
      .toSorted((a, b) => holding(b, locale) - holding(a, locale))[0]
    return best ? [best] : []
  })
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

function sumOf(table: Table, at: [number, number], places: [number, number][], locale: Locale): Sum | null {
  const { rows, header } = table
  const cell = rows[at[0]]![at[1]]!
  const total = amountOf(cell, locale)
  const parts = places.map(([row, column]) => amountOf(rows[row]![column]!, locale))
  if (!total || parts.length < 2 || parts.some((part) => !part || unitOf(part) !== unitOf(total))) return null
  const where = [rows[at[0]]![0]!.text, header?.[at[1]]].filter(Boolean).join(', ')
  return { at, total, cell, places, parts: parts as Value[], where }
}

const unitOf = ({ unit }: Value) => unit?.toLowerCase().replace(/\.$/, '') ?? null

/** What the parts of a total make. */
export const summed = ({ parts }: Sum) => Number(parts.reduce((sum, { value }) => sum + value, 0).toFixed(6))

/** Is a total the sum of its parts, but for what rounding may take or give? Whole numbers are exact. */
export function addsUp(sum: Sum, locale: Locale): boolean {
  const leeway = [...sum.parts, sum.total].reduce((all, value) => all + rounding(value, locale), 0)
  const isWhole = [...sum.parts, sum.total].every(({ value }) => Number.isInteger(value))
  return Math.abs(summed(sum) - sum.total.value) <= (isWhole ? 0 : leeway) + 1e-9
}

/** How many totals add up. */
export const holding = (sums: Sum[], locale: Locale) => sums.filter((sum) => addsUp(sum, locale)).length

/** Does a label name a total: "Total", "AC i alt", "All four"? */
export function namesTotal(label: string, { checks }: Locale): boolean {
  const words = checks.totals.map(escapeRegExp).join('|')
  return new RegExp(`^(?:${words})(?!\\p{L})|(?<!\\p{L})(?:${words})$`, 'iu').test(fold(label))
}

/** The amount of a cell: its first value, where that is neither a range nor a share. */
export function amountOf({ values }: Cell, locale: Locale): Value | null {
  const [first] = values ?? []
  return first && first.max === undefined && !isShare(first, locale) ? first : null
}

/** The share of a cell: "(5.0%)". */
export function shareOf({ values }: Cell, locale: Locale): Value | null {
  return (values ?? []).find((value) => value.max === undefined && isShare(value, locale)) ?? null
}

function isShare({ unit }: Value, { percent }: Locale): boolean {
  return unit !== null && percent.includes(unit.toLowerCase())
}

/** Half of the last digit a value is printed with: what rounding may take or give. */
export function rounding({ text }: Value, { decimal }: Locale): number {
  const match = new RegExp(`\\d${escapeRegExp(decimal)}(\\d+)`).exec(text)
  return 0.5 * 10 ** -(match?.[1]?.length ?? 0)
}
