import type { Document } from './document.ts'
import { passagesOf } from './passages.ts'

export interface Readability {
  /** All words shown, source lines and notes left out. */
  words: number
  /** Of the running text, to a whole number; null where there are too few words to tell. */
  lix: number | null
}

/** Words fewer than this tell nothing of how hard a text is. */
const fewest = 50

export function readabilityOf(document: Document): Readability {
  const passages = passagesOf(document)
  const prose = passages.filter(({ isProse }) => isProse).map(({ text }) => text)
  const words = passages.reduce((sum, { text }) => sum + wordsIn(text).length, 0)
  const enough = prose.reduce((sum, text) => sum + wordsIn(text).length, 0) >= fewest
  return { words, lix: enough ? Math.round(lixOf(prose)) : null }
}

/** Words: letters and figures, with hyphens, points and apostrophes inside them. */
export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:[-’'.,][\p{L}\p{N}]+)*/gu) ?? []

/** A sentence ends at a full stop, question or exclamation mark or colon before a capital, and where a passage ends. */
export const sentencesIn = (text: string): string[] =>
  text.split(/(?<=[.!?:][”“"»«)]*)\s+(?=[„“”"«»(]*\p{Lu})/u).filter((sentence) => wordsIn(sentence).length)

/**
 * LIX, the reading level of Scandinavian texts: words a sentence, and the share in per cent of words with more than six letters.
 * C. H. Björnsson, Läsbarhet (Stockholm 1968). Below 25 is easy, 35–45 ordinary prose, above 55 hard.
 *
 * @param passages texts that begin and end with a sentence
 */
export function lixOf(passages: string[]): number {
  const words = passages.flatMap(wordsIn)
  const sentences = passages.flatMap(sentencesIn)
  const long = words.filter((word) => (word.match(/\p{L}/gu) ?? []).length > 6)
  return words.length && sentences.length ? words.length / sentences.length + (100 * long.length) / words.length : 0
}
