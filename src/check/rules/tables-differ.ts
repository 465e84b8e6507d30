import type { Locale } from '../../locale/locale.ts'
import { placeOfCell } from '../../model/cell-text.ts'
import type { Cell, Table, Value } from '../../model/report.ts'
import { fold } from '../../model/text.ts'
import { rounding } from '../../model/totals.ts'
import type { Context } from '../context.ts'
import type { Found, Rule } from '../rule.ts'
import { nameOf, textOf } from '../tables/grid.ts'
import { sayings } from '../text/sayings.ts'

export const tablesDiffer: Rule = {
  id: 'tables-differ',
  severity: 'error',
  description: 'The same row and column in two tables with different contents.',
  example: 'Northport, Boats is 12 in Table 1 and 14 in Table 4',
  run(report, context) {
    const tables = report.tables.filter(({ kind, rows }) => kind === 'table' && rows.length)
    return tables.flatMap((one, index) => tables.slice(index + 1).flatMap((other) => differences(one, other, context)))
  },
}

/** Two cells of the same row and column. */
interface Pair {
  one: Cell
  other: Cell
  where: string
}

function differences(one: Table, other: Table, context: Context): Found[] {
  const pairs = pairsOf(one, other)
  if (!pairs.length) return []
  const judged = pairs.map((pair) => ({ pair, ...judge(pair, context.locale) }))
  const same = judged.filter(({ differ }) => differ !== 'number' && differ !== 'text').length
  // tables that agree in little are not about the same thing
  if (same * 2 < judged.length) return []
  return judged.flatMap(({ pair, differ }) => {
    if (differ === 'same') return []
    return [
      {
        ...placeOfCell(pair.other),
        message: `${pair.where}: "${textOf(pair.other)}" in ${nameOf(other)}, "${textOf(pair.one)}" in ${nameOf(one)}`,
        related: [{ line: pair.one.line, message: `${nameOf(one)}: "${textOf(pair.one)}"` }, ...sayings(pair, context)],
        ...(differ === 'number' ? {} : { severity: differ === 'text' ? ('warning' as const) : ('info' as const) }),
      },
    ]
  })
}

/** The cells that two tables have in common, by the labels of row and column; a table without header has one column to compare. */
function pairsOf(one: Table, other: Table): Pair[] {
  const rows = new Map(other.rows.map((row) => [labelOf(row), row]))
  const columns = columnsOf(one, other)
  return one.rows.flatMap((row) => {
    const match = rows.get(labelOf(row))
    if (!match || !labelOf(row)) return []
    return columns.flatMap(({ at, to, label }) =>
      row[at] && match[to] && textOf(row[at]) && textOf(match[to])
        ? [{ one: row[at], other: match[to], where: [row[0]!.text, label].filter(Boolean).join(', ') }]
        : [],
    )
  })
}

function columnsOf(one: Table, other: Table): { at: number; to: number; label: string }[] {
  if (one.header && other.header) {
    const labels = other.header.map(bareLabel)
    return one.header.flatMap((label, at) => {
      const to = at && label ? matching(bareLabel(label), labels) : 0
      return to > 0 ? [{ at, to, label }] : []
    })
  }
  const widths = [one.rows[0]!.length, other.rows[0]!.length]
  return widths.every((width) => width === 2) && isSameCaption(one, other) ? [{ at: 1, to: 1, label: '' }] : []
}

/** A column of the same label, or the one that goes on from it: "Main tasks" and "Main tasks of the advisers". */
function matching(label: string, labels: string[]): number {
  const same = labels.indexOf(label)
  if (same > 0) return same
  const longer = labels.flatMap((each, at) =>
    at && each.length > 8 && label.length > 8 && (each.startsWith(`${label} `) || label.startsWith(`${each} `))
      ? [at]
      : [],
  )
  return longer.length === 1 ? longer[0]! : -1
}

const isSameCaption = (one: Table, other: Table) =>
  Boolean(one.caption && other.caption && bareLabel(one.caption) === bareLabel(other.caption))
const bareLabel = (label: string) => fold(label).replace(/\s*\d*$/, '')
const labelOf = (row: Cell[]) => fold(row[0]?.text ?? '')

type Difference = 'same' | 'worded' | 'text' | 'number'

function judge({ one, other }: Pair, locale: Locale): { differ: Difference } {
  const [a, b] = [one.values ?? [], other.values ?? []]
  if (a.length && a.length === b.length) {
    if (a.some((value, at) => conflict(value, b[at]!, locale))) return { differ: 'number' }
    if (a.length === 1) return { differ: 'same' }
  }
  return { differ: textDifference(textOf(one), textOf(other), locale) }
}

/** Do two values of one unit exclude each other? Ranges that overlap do not, nor does one that is rounded from the other. */
function conflict(a: Value, b: Value, locale: Locale): boolean {
  const leeway =
    Math.max(rounding(a, locale), rounding(b, locale)) *
    (a.text.includes(locale.decimal) !== b.text.includes(locale.decimal) ? 1 : 0)
  return a.value > (b.max ?? b.value) + leeway || b.value > (a.max ?? a.value) + leeway
}

/** Cells are compared by their sentences: what both say does not count, nor what only one adds. */
function textDifference(one: string, other: string, locale: Locale): Difference {
  const [a, b] = [statements(one), statements(other)]
  const left = a.filter((each) => !b.includes(each))
  const right = b.filter((each) => !a.includes(each))
  if (!left.length || !right.length) return 'same'
  const differences = left.map((each) => {
    const near = right.toSorted((x, y) => overlap(y, each) - overlap(x, each))[0]!
    if (overlap(near, each) < 0.5) return 'text'
    return degreesOf(near, locale).join() === degreesOf(each, locale).join()
      ? holds(near, each)
        ? 'same'
        : 'worded'
      : 'text'
  })
  return (['text', 'worded'] as const).find((difference) => differences.includes(difference)) ?? 'same'
}

const statements = (text: string) =>
  fold(text)
    .split(/(?<=\p{L}{2})[.;]\s+/u)
    .map((part) => part.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .filter(Boolean)
const wordsOf = (text: string) => text.split(' ')
const overlap = (one: string, other: string) => {
  const [a, b] = [new Set(wordsOf(one)), new Set(wordsOf(other))]
  return [...a].filter((word) => b.has(word)).length / new Set([...a, ...b]).size
}
const degreesOf = (text: string, { checks }: Locale) => wordsOf(text).filter((word) => checks.degrees.includes(word))
/** Does one text hold every word of the other? */
const holds = (one: string, other: string) => {
  const [few, many] = [new Set(wordsOf(one)), new Set(wordsOf(other))].sort((a, b) => a.size - b.size) as [
    Set<string>,
    Set<string>,
  ]
  return [...few].every((word) => many.has(word))
}
