import type { Context } from './context.ts'
import { type Evidence, weigh } from './evidence.ts'
import type { CellNumber } from './grid.ts'
import { sureness } from './naming.ts'
import { rangeOf } from './nearness.ts'

/** A cell whose number a sentence gives, and the other tables that have it too. */
export interface Repeat {
  number: CellNumber
  /** The same in other tables, the likeliest of each. */
  others: CellNumber[]
}

/**
 * The cells whose number a sentence repeats: the one that most speaks for, and those the sentence lists with it. Of tables that
 * are as likely, the later is meant: what comes first sums up.
 */
export function repeatsOf(context: Context, numbers: CellNumber[]): Repeat[] {
  if (context.mention.factor) return []
  const found = candidates(numbers, context)
    .flatMap((number) => weigh(context, number) ?? [])
    .sort((a, b) => b.score - a.score || b.number.grid.order - a.number.grid.order)
  const [best] = found
  if (!best) return []
  const own = found.filter(({ number, score }) => number.grid === best.number.grid && score === best.score)
  const listed = own.filter((one) => one === best || isListed(one, best))
  const elsewhere = found.map(({ number }) => number).filter(({ grid }) => grid !== best.number.grid)
  const others = elsewhere.filter(({ grid }, at) => elsewhere.findIndex((other) => other.grid === grid) === at)
  return listed.map(({ number }) => ({ number, others }))
}

/** Of cells that as much speaks for, each is meant where all of them are named beside the number, in one row or column. */
function isListed(one: Evidence, best: Evidence): boolean {
  const [a, b] = [one.number, best.number]
  const sameRow = a.row === b.row && a.column !== b.column
  const sameColumn = a.column === b.column && a.row !== b.row
  return (sameRow && one.column === sureness.clause) || (sameColumn && one.row === sureness.clause)
}

/** The numbers of cells, in order, that one in the text can stand for. */
function candidates(numbers: CellNumber[], { mention }: Context): CellNumber[] {
  const [low, high] = rangeOf(mention)
  const found: CellNumber[] = []
  for (let at = firstFrom(numbers, low - 1e-9); at < numbers.length && numbers[at]!.value <= high + 1e-9; at++)
    found.push(numbers[at]!)
  if (mention.approximation !== 'upTo' && !mention.isYear) return found
  return [...found, ...numbers.filter(({ value, max }) => max === mention.value && value < low)]
}

/** The index of the first number that is no less than a value. */
function firstFrom(numbers: CellNumber[], value: number): number {
  let [from, to] = [0, numbers.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (numbers[middle]!.value < value) from = middle + 1
    else to = middle
  }
  return from
}
