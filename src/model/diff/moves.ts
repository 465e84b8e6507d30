import { createHash } from 'node:crypto'
import type { Pair } from './pairs.ts'

/** A pair that stands elsewhere among its like. */
export interface Move<T> extends Pair<T> {
  /** Places among those that are in both lists, from 1. */
  from: number
  to: number
}

/**
 * Which pieces of two lists changed their order: the fewest and shortest that must be taken out for the rest to stand in the same
 * order in both. Exchanging the lists exchanges the places and nothing else.
 *
 * @param pairs in the order of the second list
 * @param before the pieces of the first list, in their order
 * @param textOf what a piece holds: the longer it is, the rather it stays
 */
export function movesAmong<T>(pairs: Pair<T>[], before: T[], textOf: (piece: T) => string): Move<T>[] {
  const order = new Map(before.map((piece, at) => [piece, at]))
  const ranks = new Map(
    pairs.toSorted((a, b) => order.get(a.before)! - order.get(b.before)!).map((pair, rank) => [pair, rank]),
  )
  const places = pairs.map((pair, to) => ({ pair, from: ranks.get(pair)!, to }))
  const first = places.findIndex(({ from, to }) => from !== to)
  if (first < 0) return []
  const loose = places.slice(first, places.findLastIndex(({ from, to }) => from !== to) + 1)
  const stay = heaviest(loose.map(({ pair, from }) => ({ from, weight: weightOf(pair, textOf) })))
  return loose.filter((_, at) => !stay.has(at)).map(({ pair, from, to }) => ({ ...pair, from: from + 1, to: to + 1 }))
}

/** The heaviest rising subsequence, as places in the list. */
function heaviest(items: { from: number; weight: number }[]): Set<number> {
  const best = items.map(({ weight }) => ({ sum: weight, previous: -1 }))
  items.forEach(({ from, weight }, at) => {
    for (let earlier = 0; earlier < at; earlier++) {
      const sum = best[earlier]!.sum + weight
      if (items[earlier]!.from < from && sum > best[at]!.sum) best[at] = { sum, previous: earlier }
    }
  })
  const stay = new Set<number>()
  let last = best.reduce((top, { sum }, at) => (sum > best[top]!.sum ? at : top), 0)
  for (; last >= 0; last = best[last]!.previous) stay.add(last)
  return stay
}

/** One for the piece, a little for its length, and a trace by which no two weigh the same in either direction. */
function weightOf<T>({ before, after }: Pair<T>, textOf: (piece: T) => string): number {
  const texts = [textOf(before), textOf(after)].sort()
  const length = texts.join('').length
  const trace = createHash('sha256').update(texts.join('\n')).digest().readUInt32LE() / 2 ** 32
  return 1 + length / 1e6 + trace / 1e9
}
