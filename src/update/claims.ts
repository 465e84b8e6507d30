import type { Locale } from '../locale/locale.ts'
import { gridsOf, numbersOf } from '../model/claims/grid.ts'
import { gives, isNearly, rangeOf, roundsTo, type Told } from '../model/claims/nearness.ts'
import type { Claim, Entity, Table } from '../model/report.ts'
import { fold } from '../model/text.ts'
import { numbersIn } from '../model/values.ts'
import { evaluate } from '../origin/operations.ts'
import { type Change, changeAt, tableName } from './changes.ts'
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

/** The tables of a report before and after an update. */
export interface Versions {
  before: Table[]
  after: Table[]
  entities: Entity[]
  locale: Locale
}

/** What a claim's cells give now. */
interface Result {
  agrees: boolean
  /** The number in the claim's place; null where it cannot be told. */
  now: Pick<Told, 'value' | 'max'> | null
}

/**
 * Holds a claim against its cells as they are now, by the operation by which its number follows from them.
 *
 * @returns null for a claim none of whose cells changed
 */
export function recheck(claim: Claim, versions: Versions): Rechecked | null {
  const own = pairOf(claim.table, versions)
  const [at, end] = claim.said
  const before = claim.sentence.slice(at, end)
  const fits = claim.approximation !== 'over' && claim.approximation !== 'under'
  const told = (result: Result, changes: Change[]): Rechecked => {
    const { agrees, now } = result
    const isInFigures = claim.form === 'figures' || claim.form === 'year'
    const after = agrees ? before : now && isInFigures ? inForm(before, now, versions.locale) : null
    return { agrees, isKnown: agrees || now !== null, at, before, after, fits, changes }
  }
  if (own && claim.operation === 'count') {
    const changes = addedTo(own)
    return changes.length ? told(counted(claim, own, versions), changes) : null
  }
  const changes = own ? changesOf(own, [...claim.cells, ...claim.inputs]) : []
  if (own && changes.length) return told(resultOf(claim, own, versions), changes)
  for (const { table, row, column, number } of [...(claim.alsoAt ?? []), ...repeatedAt(claim, versions)]) {
    const other = pairOf(table, versions)
    const changes = other ? changesOf(other, [[row, column]]) : []
    if (!other || !changes.length) continue
    const result = resultOf({ ...claim, operation: 'same', inputs: [[row, column, number]] }, other, versions)
    if (!result.agrees) return told(result, changes)
  }
  return null
}

/** The cells of other tables that go by the names of the row and column of a claim's own cell: these tables repeat each other. */
function repeatedAt(
  { table: own, inputs, operation }: Claim,
  { before, after }: Versions,
): NonNullable<Claim['alsoAt']> {
  const [input, ...more] = operation === 'same' ? inputs : []
  const home = before.find((table) => tableName(table) === own)
  if (!input || more.length || !home) return []
  const [row, column, number] = input
  const name = (table: Table, at: number) => fold(table.header?.[at] ?? '')
  return before.flatMap((table, index) => {
    if (table === after[index] || table === home || !name(home, column)) return []
    return table.rows.flatMap((cells, at) =>
      cells.flatMap((_, place) => {
        const isSame =
          fold(cells[0]!.text) === fold(home.rows[row]![0]!.text) && name(table, place) === name(home, column)
        return isSame ? [{ table: tableName(table), row: at, column: place, number }] : []
      }),
    )
  })
}

/** A table as it was and as it is. */
interface Pair {
  old: Table
  now: Table
}

function pairOf(name: string, { before, after }: Versions): Pair | null {
  const at = before.findIndex((table) => tableName(table) === name)
  const [old, now] = [before[at], after[at]]
  return old && now && old !== now ? { old, now } : null
}

/** What changed of cells, each by its row and column as they were. */
function changesOf({ old, now }: Pair, cells: [number, number, number?][]): Change[] {
  const places = new Map(cells.map(([row, column]) => [`${row} ${column}`, moved(old, now, row, column)]))
  return [...places.values()].flatMap(({ nowRow, nowColumn }) => changeAt(now, nowRow, nowColumn) ?? [])
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

function resultOf(claim: Claim, { old, now }: Pair, { locale }: Versions): Result {
  const unknown: Result = { agrees: false, now: null }
  const was = claim.inputs.map(([row, column, at]) => numbersOf(old.rows[row]![column]!, locale)[at])
  const is = claim.inputs.map(([row, column, at]) => {
    const { nowRow, nowColumn } = moved(old, now, row, column)
    return numbersOf(now.rows[nowRow]![nowColumn]!, locale)[at]
  })
  if (![...was, ...is].every((number) => number !== undefined)) return unknown
  const told = toldBy(claim)
  if (claim.operation === 'same') return { agrees: gives(told, is[0]!) !== null, now: is[0]! }
  const worked = (numbers: typeof is) =>
    evaluate(claim.operation, [...numbers.map((number) => number!.value), ...(claim.beside ?? [])])
  const value = worked(is)
  // what did not follow before does not follow now; of a sum in the sentence another number may be the new one
  if (!Number.isFinite(value) || !says(told, worked(was))) return unknown
  const agrees = says(told, value)
  return { agrees, now: agrees || claim.operation !== 'rest' ? { value } : null }
}

/** How the sentence of a claim gives its number. */
function toldBy({ value, max, form, approximation }: Claim): Told {
  return {
    value,
    ...(max === undefined ? {} : { max }),
    isYear: form === 'year',
    isWord: form !== 'year' && form !== 'figures',
    factor: form === 'times' || form === 'share' ? form : null,
    approximation,
  }
}

function says(told: Told, value: number): boolean {
  if (told.factor) return isNearly(value, told)
  const [low, high] = rangeOf(told)
  return roundsTo(value, told.value) || (value >= low && value <= high)
}

/** The changed cells of rows and columns that a table did not have. */
function addedTo({ old, now }: Pair): Change[] {
  const known = new Set(
    old.rows.flatMap((row, at) =>
      row.map((_, column) => {
        const { nowRow, nowColumn } = moved(old, now, at, column)
        return `${nowRow} ${nowColumn}`
      }),
    ),
  )
  return now.rows.flatMap((row, at) =>
    row.flatMap((_, column) => (known.has(`${at} ${column}`) ? [] : (changeAt(now, at, column) ?? []))),
  )
}

/** A count of rows or columns, where there are more now. */
function counted({ value }: Claim, { old, now }: Pair, { entities, locale }: Versions): Result {
  const [was, is] = [old, now].map((table) => gridsOf([{ table, order: 0 }], entities, locale)[0]?.sizes ?? [])
  const count = is![was!.indexOf(value)]
  return count === undefined ? { agrees: false, now: null } : { agrees: count === value, now: { value: count } }
}

/** A number as a sentence prints another: "6,8" and 7.25 are "7,3". */
function inForm(said: string, { value, max }: Pick<Told, 'value' | 'max'>, locale: Locale): string | null {
  const [before] = numbersIn(said, locale)
  return before ? exchanged(said, { before, after: value, high: max }, { locale, decimals: () => 0 }) : null
}
