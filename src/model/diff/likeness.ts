import { fold } from '../text.ts'

/** The words of a text, each with how often it stands there. */
export interface Words {
  counts: Map<string, number>
  size: number
}

export function wordsOf(text: string): Words {
  const words = fold(text).match(/[\p{L}\p{N}]+(?:[.,][\p{N}]+)*/gu) ?? []
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, size: words.length }
}

/**
 * How alike two bags of words are, from 0 to 1: twice what they share, of all they have. L. R. Dice, Measures of the amount of
 * ecologic association between species (Ecology 26, 1945).
 *
 * @param least where they cannot be as alike as this, 0
 */
export function likeness(a: Words, b: Words, least = 0): number {
  const all = a.size + b.size
  if (!all || (2 * Math.min(a.size, b.size)) / all < least) return 0
  const [few, many] = a.counts.size < b.counts.size ? [a, b] : [b, a]
  let shared = 0
  for (const [word, count] of few.counts) shared += Math.min(count, many.counts.get(word) ?? 0)
  return (2 * shared) / all
}

/** {@link wordsOf}, reckoned once for each piece. */
export function wordsOnce<T extends object>(textOf: (piece: T) => string): (piece: T) => Words {
  const known = new WeakMap<T, Words>()
  return (piece) => {
    let words = known.get(piece)
    if (!words) {
      words = wordsOf(textOf(piece))
      known.set(piece, words)
    }
    return words
  }
}
