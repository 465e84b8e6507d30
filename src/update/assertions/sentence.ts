import type { Locale } from '../../locale/locale.ts'
import type { Grid } from '../../model/claims/grid.ts'
import { type Mention, mentionsIn } from '../../model/claims/mentions.ts'
import { type Word, wordsOf } from '../../model/claims/words.ts'

/** How near a sentence stands to a table: it is its basis, refers to it, stands in its section, or none of these. */
export type Nearness = 'basis' | 'reference' | 'section' | 'far'

/** A sentence as assertions are sought in it. */
export interface Sentence {
  text: string
  /** What stands before it in its passage. */
  before: string
  /** The entities named in it, and, at negative places, before it in its passage, each by its place in the report's list. */
  entities: { at: number; end: number; entity: number }[]
  nearness: (grid: Grid) => Nearness
  /** Is a number of it known to be that of cells? Nothing else is then sought for it. */
  isFollowed: (mention: Mention) => boolean
}

/** A sentence with what every kind of assertion asks of it. */
export interface Reading extends Sentence {
  words: Word[]
  /** The words before it in its passage, of no more than a few sentences. */
  earlier: Word[]
  mentions: Mention[]
  locale: Locale
}

/** How many characters before a sentence tell what it is about. */
const reach = 250

/** Reads the words and numbers of a sentence once for all kinds of assertions. */
export function readingOf(sentence: Sentence, locale: Locale): Reading {
  const { text, before } = sentence
  const earlier = wordsOf(before.slice(-reach), locale)
  return { ...sentence, locale, words: wordsOf(text, locale), earlier, mentions: mentionsIn(text, locale) }
}

/** Few words beside a table speak of it even where they do not say what its numbers are. */
const fewWords = 12

/** Does a sentence speak of a table without a word of it: does it refer to it, or is it a short one beside it? */
export function isPlainlyOf({ words, nearness }: Reading, grid: Grid): boolean {
  const near = nearness(grid)
  return near === 'basis' || near === 'reference' || (near === 'section' && words.length <= fewWords)
}

export const isNear = (sentence: Sentence, grid: Grid) => sentence.nearness(grid) !== 'far'
