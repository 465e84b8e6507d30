import type { Context } from './context.ts'
import { contentWords, related } from './words.ts'

/** Does a sentence say most words of a label? */
export function axisSays(label: string, { words, locale }: Context): boolean {
  const wanted = contentWords(label, locale)
  const said = wanted.filter((word) => words.some(({ text }) => related(text, word, locale)))
  return wanted.length > 0 && said.length / wanted.length >= 0.5
}
