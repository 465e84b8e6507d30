import type { Approximation } from '../../model/claims/mentions.ts'

/** A number of a table: its table by its place in the report, row and column from 0, and which of the numbers in the cell. */
export interface NumberPlace {
  table: number
  row: number
  column: number
  number: number
}

/** A number as a text gives it. */
export interface Printed {
  value: number
  max?: number
  /** "A third", "doubled". */
  isFactor: boolean
  /** The digits after its decimal mark. */
  decimals: number
  approximation: Approximation | null
}

/** How a number follows from those of its cells, which stand in the order in which they are reckoned. */
export type Operation =
  | 'value'
  | 'sum'
  | 'average'
  /** Of counts with their shares, one after the other: the share of all counts in all that they are shares of. */
  | 'weighted average'
  | 'smallest'
  | 'largest'
  /** The largest less the smallest, and the same in per cent of either. */
  | 'spread'
  | 'spread of smallest'
  | 'spread of largest'
  /** The largest by the smallest. */
  | 'times'
  /** Of two: how far the second is from the first, the same in per cent of the first, the second by the first. */
  | 'difference'
  | 'change'
  | 'ratio'
  /** How much of the first the second is more or less: a half. */
  | 'growth'
  /** Of a part and its whole, or of a part and all that make up the whole. */
  | 'share'
  | 'percentage'
  | 'share of all'
  | 'percentage of all'
  /** A hundredth: "a third" of a cell in per cent. */
  | 'hundredth'

/** What is asked of a number that is counted. */
export type Condition =
  | { beyond: number; direction: 1 | -1; orEqual: boolean }
  /** The numbers stand in pairs, earlier and later. */
  | { moved: 1 | -1 }

/** What an assertion asks of the numbers of its cells. */
export type Test =
  /** A number that follows from them, as the text gives it. */
  | { asks: 'number'; operation: Operation; printed: Printed }
  /** The smallest and the largest of them. */
  | { asks: 'range'; low: Printed; high: Printed }
  /** The own beyond all others. */
  | { asks: 'order'; direction: 1 | -1 }
  /** The own beyond what the others are on average; of shares with their counts, each count stands before its share. */
  | { asks: 'beyond mean'; direction: 1 | -1; isWeighted: boolean }
  /** The own in a place among the others, the first at the end that the direction points to. */
  | { asks: 'rank'; place: number; direction: 1 | -1 }
  /** The own so many times the others. */
  | { asks: 'times'; factor: number }
  /** The own and the others the same. */
  | { asks: 'equal' }
  /** From the first of the own to the last, or from each to the next; 0 is steady. */
  | { asks: 'trend'; direction: 1 | -1 | 0; everyStep: boolean }
  /** So many of the own meet the condition; of `only` the own do and the others do not. */
  | { asks: 'count'; condition: Condition; least: number; most: number }
  | { asks: 'only'; condition: Condition }

/** What a sentence says of the numbers of tables. */
export interface Assertion {
  /** The word or number that says it, and where it stands in the sentence. */
  said: string
  at: number
  test: Test
  /** Where the numbers stand in the sentence by which it measures: "above 10". */
  bounds: number[]
  /** The numbers of whom it is said, and those with which they are compared. */
  own: NumberPlace[]
  others: NumberPlace[]
  /** How plainly the sentence speaks of these cells; no more than a rank among readings of one word. */
  plainness: number
}
