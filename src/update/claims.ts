import type { Locale } from '../locale/locale.ts'
import { quoted } from '../model/claims/claims.ts'
import { roundsTo } from '../model/claims/derived.ts'
import { type Mention, mentionsIn } from '../model/claims/mentions.ts'
import { gives, isNearly, rangeOf } from '../model/claims/nearness.ts'
import type { Cell, Claim, Table } from '../model/report.ts'
import { fold } from '../model/text.ts'
import { numbersIn } from '../model/values.ts'
import { type Change, cellText, changeAt, tableName } from './changes.ts'
import { exchanged } from './print.ts'

/** What new values of its cells make of a claim. */
export interface Rechecked {
  /** Does its sentence still say what the table does? */
  agrees: boolean
  /** Is it known how the number follows from its cells, so that it can be judged? */
  isKnown: boolean
  /** Where the number stands in the sentence. */
  at: number
  /** The number as the sentence prints it, and in the same form as the table has it now; null where that cannot be worked out. */
  before: string
  after: string | null
  /** Do the words around it still fit the new number? "More than" it may be less. */
  fits: boolean
  changes: Change[]
}

/** A claim's cells before and after, each as the numbers in it. */
interface Numbers {
  before: Mention[][]
  after: Mention[][]
}

/**
 * Holds a claim against its cells as they are now. How its number follows from them is taken from the cells before: the way that
 * gave it then must give it now.
 *
 * @returns null for a claim none of whose cells changed
 */
export function recheck(claim: Claim, before: Table[], after: Table[], locale: Locale): Rechecked | null {
  const changed = before.flatMap((table, at) => (table !== after[at] ? tableName(table) : []))
  if (!changed.length) return null
  const mention = mentionsIn(claim.sentence, locale).find(
    ({ value, max, at }) => value === claim.value && max === claim.max && quoted(claim.sentence, at) === claim.quote,
  )
  if (!mention) return null
  const own = cellsOf(claim, before, after)
  const said = claim.sentence.slice(mention.at, mention.end)
  const fits = mention.approximation !== 'over' && mention.approximation !== 'under'
  if (own.changes.length) {
    const numbers = { before: numbersOf(own.before, locale), after: numbersOf(own.after, locale) }
    const found = claim.derived === null ? repeated(mention, numbers) : derived(claim.derived, mention, numbers)
    const agrees = found?.agrees ?? false
    const now = agrees ? said : found && !mention.factor && !mention.isWord ? inForm(said, found.now, locale) : null
    return { agrees, isKnown: found !== null, at: mention.at, before: said, after: now, fits, changes: own.changes }
  }
  const other = changed.flatMap((name) => elsewhere(name, claim, mention, before, after, locale))[0]
  if (!other) return null
  return {
    agrees: false,
    isKnown: true,
    at: mention.at,
    before: said,
    after: inForm(said, other.now, locale),
    fits,
    changes: [other.change],
  }
}

function cellsOf({ table: name, cells }: Claim, before: Table[], after: Table[]) {
  const at = before.findIndex((table) => tableName(table) === name)
  const [old, now] = [before[at], after[at]]
  const places = old && now ? cells.map(([row, column]) => ({ row, column, ...moved(old, now, row, column) })) : []
  return {
    before: places.map(({ row, column }) => old!.rows[row]![column]!),
    after: places.map(({ nowRow, nowColumn }) => now!.rows[nowRow]![nowColumn]!),
    changes: places.flatMap(({ nowRow, nowColumn }) => changeAt(now!, nowRow, nowColumn) ?? []),
  }
}

/** Where a cell stands in a table that has more rows or columns. */
export function moved(old: Table, now: Table, row: number, column: number): { nowRow: number; nowColumn: number } {
  const [was, is] = [old, now].map(({ header, rows }) => ({
    rows: rows.map((each) => each[0]!.text),
    columns: header ?? rows[0]!.map(() => ''),
  })) as [{ rows: string[]; columns: string[] }, { rows: string[]; columns: string[] }]
  const shift = (labels: string[], others: string[], at: number) =>
    labels[at] === others[at] ? at : at + others.length - labels.length
  return { nowRow: shift(was.rows, is.rows, row), nowColumn: shift(was.columns, is.columns, column) }
}

const numbersOf = (cells: Cell[], locale: Locale) => cells.map((cell) => mentionsIn(cellText(cell), locale))

interface Found {
  agrees: boolean
  now: Pick<Mention, 'value' | 'max'>
}

function repeated(mention: Mention, { before, after }: Numbers): Found | null {
  const at = before[0]!.findIndex((number) => gives(mention, number))
  const now = after[0]![at]
  return now ? { agrees: gives(mention, now) !== null, now } : null
}

/** The ways in which a number follows from those of several cells, by what a claim says of it. */
const ways: Record<string, ((numbers: number[]) => number)[]> = {
  sum: [sum],
  average: [(numbers) => sum(numbers) / numbers.length],
  difference: [([from, to]) => Math.abs(to! - from!)],
  ratio: [
    ([from, to]) => to! / from!,
    ([from, to]) => Math.abs(to! / from! - 1) * 100,
    ([part, whole]) => part! / whole!,
    ([part, whole]) => (part! / whole!) * 100,
    (numbers) => numbers[0]! / sum(numbers),
    (numbers) => (numbers[0]! / sum(numbers)) * 100,
    ([share]) => share! / 100,
  ],
}

function derived(kind: string, mention: Mention, { before, after }: Numbers): Found | null {
  const most = Math.max(...before.map((numbers) => numbers.length))
  const plain = (cells: Mention[][], at: number) => cells.map((numbers) => numbers[at]?.value ?? Number.NaN)
  const told = Array.from({ length: most }, (_, at) =>
    (ways[kind] ?? []).map((way) => (cells: Mention[][]) => way(plain(cells, at))),
  ).flat()
  const weighted = kind === 'average' && most === 2 ? [averageByCount] : []
  const way = [...told, ...weighted].find((each) => says(mention, each(before)))
  if (!way) return null
  const value = way(after)
  return Number.isFinite(value) ? { agrees: says(mention, value), now: { value } } : null
}

/** Of cells with a count and its share: the share of all counts in all that they are shares of. */
function averageByCount(cells: Mention[][]): number {
  const count = sum(cells.map(([count]) => count?.value ?? Number.NaN))
  const base = sum(cells.map(([count, share]) => (count?.value ?? Number.NaN) / (share?.value ?? Number.NaN)))
  return count / base
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, each) => all + each, 0)
}

function says(mention: Mention, value: number): boolean {
  if (mention.factor) return isNearly(value, mention)
  const [low, high] = rangeOf(mention)
  return roundsTo(value, mention.value) || (value >= low && value <= high)
}

/** A cell of another table that has the number of the same row or column too, and has it no more. */
function elsewhere(name: string, claim: Claim, mention: Mention, before: Table[], after: Table[], locale: Locale) {
  const at = before.findIndex((table) => tableName(table) === name)
  const [old, now] = [before[at], after[at]]
  const own = before.find((table) => tableName(table) === claim.table)
  if (!own || !old || !now || own === old) return []
  return old.rows.flatMap((row, rowAt) =>
    row.flatMap((cell, columnAt) => {
      const { nowRow, nowColumn } = moved(old, now, rowAt, columnAt)
      const change = changeAt(now, nowRow, nowColumn)
      if (!change || !isRepeated(claim, own, old, rowAt, columnAt)) return []
      const [was, is] = numbersOf([cell, now.rows[nowRow]![nowColumn]!], locale)
      const index = was!.findIndex((number) => gives(mention, number))
      const value = is![index]
      return index >= 0 && value && !gives(mention, value) ? [{ change, now: value }] : []
    }),
  )
}

/** Does a cell of another table stand for the same thing as that of a claim: by the names of both its row and column, or as the model found? */
function isRepeated(claim: Claim, own: Table, other: Table, row: number, column: number): boolean {
  const labels = [other.rows[row]![0]!.text, other.header?.[column] ?? '']
  const isLike = (one: string | null, label: string) => {
    const [short, long] = [fold(one ?? ''), fold(label)].toSorted((a, b) => a.length - b.length)
    return short !== '' && long!.includes(short!)
  }
  if (claim.alsoIn.includes(tableName(other))) {
    const isRow = labels.some((label) => isLike(claim.row, label)) || isLike(claim.column, labels[0]!)
    return isRow || (!claim.row && (!claim.column || isLike(claim.column, labels[1]!)))
  }
  return claim.cells.some(
    ([ownRow, ownColumn]) =>
      fold(own.rows[ownRow]![0]!.text) === fold(labels[0]!) && isLike(own.header?.[ownColumn] ?? null, labels[1]!),
  )
}

/** A number as a sentence prints another: "6,8" and 7.25 are "7,3". */
function inForm(said: string, { value, max }: Pick<Mention, 'value' | 'max'>, locale: Locale): string | null {
  const [before] = numbersIn(said, locale)
  return before ? exchanged(said, { before, after: value, high: max }, { locale, decimals: () => 0 }) : null
}
