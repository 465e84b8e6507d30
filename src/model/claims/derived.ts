import type { Context } from './context.ts'
import type { CellNumber } from './grid.ts'
import { contentWords, related } from './words.ts'

/** Numbers of a table that one in the text follows from. */
export interface Derivation {
  numbers: CellNumber[]
  row: string | null
  column: string | null
  derived: 'sum' | 'difference' | 'ratio' | 'average'
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

/** Is a number given as printed, to its last decimal? */
export function roundsTo(number: number, printed: number): boolean {
  const decimals = (String(printed).split('.')[1] ?? '').length
  return Math.abs(number - printed) <= 0.5 * 10 ** -decimals + 1e-9
}
