import type { Locale } from '../../locale/locale.ts'
import { mentionsIn } from '../../model/claims/mentions.ts'
import type { Table } from '../../model/report.ts'
import { type Change, cellText, changeAt } from '../changes.ts'
import { moved } from '../claims.ts'
import { givesNumber, reckoned } from './arithmetic.ts'
import type { Assertion, Condition, NumberPlace, Test } from './assertion.ts'

/** What new numbers make of an assertion. */
export interface Verdict {
  /** "undecided" where a cell is gone or holds no such number any more. */
  is: 'holds' | 'untrue' | 'undecided'
  /** The number that the text would have to give now; null where it gives none, or where that cannot be reckoned. */
  now: { value: number; max?: number } | null
  /** The changed cells it rests on. */
  changes: Change[]
}

/** A number of a cell, and its other end where it is a range. */
export interface Ends {
  low: number
  high: number
}

/**
 * Holds an assertion against the tables as they are now.
 *
 * @param before the tables that it was found in
 * @param after the same tables, in the same order
 * @returns null where none of its cells changed
 */
export function judge(assertion: Assertion, before: Table[], after: Table[], locale: Locale): Verdict | null {
  const places = [...assertion.own, ...assertion.others]
  const changes = changesAt(places, before, after)
  if (!changes.length) return null
  const read = (all: NumberPlace[]) => all.map((place) => endsAt(place, before, after, locale))
  const [own, others] = [read(assertion.own), read(assertion.others)]
  if ([...own, ...others].some((ends) => ends === null)) return { is: 'undecided', now: null, changes }
  const { is, now } = tested(assertion.test, own as Ends[], others as Ends[])
  return { is, now, changes }
}

/** Do numbers bear out what an assertion asks of them? With it, the number that the text would have to give. */
export function tested(test: Test, own: Ends[], others: Ends[]): Pick<Verdict, 'is' | 'now'> {
  const said = (holds: boolean, now: Verdict['now'] = null) => ({
    is: holds ? ('holds' as const) : ('untrue' as const),
    now,
  })
  switch (test.asks) {
    case 'number': {
      const { printed, operation } = test
      const value = reckoned(
        operation,
        own.map(({ low }) => low),
      )
      if (!Number.isFinite(value)) return { is: 'undecided', now: null }
      if (operation === 'value' && own[0]!.high !== own[0]!.low) {
        const [{ low, high }] = own as [Ends]
        return said(printed.value === low && (printed.max ?? low) === high, { value: low, max: high })
      }
      return said(printed.max === undefined && givesNumber(printed, value), { value })
    }
    case 'range': {
      const [low, high] = [Math.min(...own.map((ends) => ends.low)), Math.max(...own.map((ends) => ends.high))]
      return said(givesNumber(test.low, low) && givesNumber(test.high, high), { value: low, max: high })
    }
    case 'order':
      return said(own.every((one) => others.every((other) => isBeyond(one, other, test.direction))))
    case 'beyond mean': {
      const mean = reckoned(
        test.isWeighted ? 'weighted average' : 'average',
        others.map(({ low }) => low),
      )
      return said(own.every(({ low }) => (low - mean) * test.direction > 0))
    }
    case 'rank': {
      const ahead = others.filter((other) => isBeyond(other, own[0]!, test.direction)).length
      return said(ahead === test.place - 1)
    }
    case 'times': {
      const least = Math.min(...own.map(({ low }) => low)) / Math.max(...others.map(({ high }) => high))
      const greatest = Math.max(...own.map(({ high }) => high)) / Math.min(...others.map(({ low }) => low))
      const isBeyondAll = own.every((one) =>
        others.every((other) => (test.factor > 1 ? one.low > other.high : one.high < other.low)),
      )
      return said(isBeyondAll && greatest >= test.factor * 0.85 && least <= test.factor * 1.05)
    }
    case 'equal':
      return said(own.every((one) => others.every((other) => isSame(one, other))))
    case 'trend':
      return said(isTrend(own, test.direction, test.everyStep))
    case 'count': {
      const count = meeting(own, test.condition)
      return said(count >= test.least && count <= test.most, test.least === test.most ? { value: count } : null)
    }
    case 'only': {
      const all = 'moved' in test.condition ? own.length / 2 : own.length
      return said(meeting(own, test.condition) === all && meeting(others, test.condition) === 0)
    }
  }
}

/** Of a range the end counts that speaks most for it. */
function isBeyond(one: Ends, other: Ends, direction: 1 | -1): boolean {
  return direction > 0 ? one.high > other.high : one.low < other.low
}

/** "On a level with": one within the other, or apart by no more than a twelfth. */
function isSame(one: Ends, other: Ends): boolean {
  const isWithin = one.low <= other.high && other.low <= one.high
  return isWithin || Math.abs(one.low - other.low) <= Math.max(Math.abs(one.low), Math.abs(other.low)) / 12
}

/** Steady is what moves by no more than a twentieth. */
function isTrend(own: Ends[], direction: 1 | -1 | 0, everyStep: boolean): boolean {
  const steps = everyStep ? own.slice(1).map((to, at) => [own[at]!, to]) : [[own[0]!, own.at(-1)!]]
  return steps.every(([from, to]) => {
    const step = to!.low - from!.low
    return direction === 0 ? Math.abs(step) <= Math.abs(from!.low) / 20 : step * direction > 0
  })
}

/** How many numbers, or pairs of them, meet a condition. */
export function meeting(numbers: Ends[], condition: Condition): number {
  if ('moved' in condition) {
    const pairs = Array.from({ length: numbers.length / 2 }, (_, at) => [numbers[2 * at]!, numbers[2 * at + 1]!])
    return pairs.filter(([from, to]) => (to!.low - from!.low) * condition.moved > 0).length
  }
  const { beyond, direction, orEqual } = condition
  return numbers.filter(({ low }) => (low - beyond) * direction > 0 || (orEqual && low === beyond)).length
}

/** The number at a place in the table as it has become; null where there is none. */
function endsAt(
  { table, row, column, number }: NumberPlace,
  before: Table[],
  after: Table[],
  locale: Locale,
): Ends | null {
  const [old, now] = [before[table]!, after[table]!]
  const { nowRow, nowColumn } = moved(old, now, row, column)
  const cell = now.rows[nowRow]?.[nowColumn]
  const found = cell && mentionsIn(cellText(cell), locale)[number]
  return found ? { low: found.value, high: found.max ?? found.value } : null
}

function changesAt(places: NumberPlace[], before: Table[], after: Table[]): Change[] {
  const found = new Map<string, Change>()
  for (const { table, row, column } of places) {
    const [old, now] = [before[table]!, after[table]!]
    if (old === now) continue
    const { nowRow, nowColumn } = moved(old, now, row, column)
    const change = now.rows[nowRow]?.[nowColumn] ? changeAt(now, nowRow, nowColumn) : null
    if (change) found.set(`${table} ${row} ${column}`, change)
  }
  return [...found.values()]
}
