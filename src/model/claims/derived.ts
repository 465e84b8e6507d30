import type { Operation } from '../../origin/operations.ts'
import type { Context } from './context.ts'
import type { CellNumber } from './grid.ts'
import { contentWords, related } from './words.ts'

/** Numbers of a table that one in the text follows from. */
export interface Derivation {
  numbers: CellNumber[]
  row: string | null
  column: string | null
  /** How it follows from them, or from these in their order. */
  operation: Operation
  inputs?: CellNumber[]
  /** What else of the sentence it is worked out with: the other numbers of "24 + 20". */
  beside?: number[]
}

/** An operation as a claim tells it: what its number is to those of the cells. */
export const derivedBy: Record<Operation, string | null> = {
  same: null,
  sum: 'sum',
  rest: 'sum',
  average: 'average',
  weightedAverage: 'average',
  difference: 'difference',
  ratio: 'ratio',
  percentChange: 'ratio',
  share: 'ratio',
  percentShare: 'ratio',
  fraction: 'ratio',
  count: 'count',
  rank: 'rank',
}

/** Does a sentence say most words of a label? */
export function axisSays(label: string, { words, locale }: Context): boolean {
  const wanted = contentWords(label, locale)
  const said = wanted.filter((word) => words.some(({ text }) => related(text, word, locale)))
  return wanted.length > 0 && said.length / wanted.length >= 0.5
}

export const sentenceOf = ({ passage, sentence }: Context) => passage.text.slice(sentence.from, sentence.to)

/** Does a sentence say what a number counts: a word of its column's heading or of the caption? */
export function saysWhat({ grid, column }: CellNumber, { words, locale }: Context): boolean {
  const wanted = [...grid.columns[column]!.words, ...grid.captionWords].filter((word) => /^\p{L}{3,}/u.test(word))
  return words.some(({ text }) => wanted.some((word) => related(text, word, locale)))
}
