import { likeness, type Words, wordsOf } from '../model/diff/likeness.ts'
import type { Stretch } from './letters.ts'
import type { Paper } from './paper.ts'
import { unitsIn } from './units.ts'

/** A piece of a report that says much the same as a text. */
export interface Passage {
  line: number
  text: string
  stretch: Stretch
  likeness: number
}

interface Known {
  stretch: Stretch
  text: string
  words: Words
}

const known = new WeakMap<Paper, Known[]>()

function piecesOf(paper: Paper): Known[] {
  const before = known.get(paper)
  if (before) return before
  const made = unitsIn(paper, [1, paper.lineCount]).map((stretch) => {
    const text = paper.words(stretch)
    return { stretch, text, words: wordsOf(text) }
  })
  known.set(paper, made)
  return made
}

/**
 * The piece of a report that is most like a text, by the words they share; null where none is like it.
 *
 * @param least from 0 to 1: what is less alike does not count
 */
export function nearestPassage(text: string, paper: Paper, least: number): Passage | null {
  return best(text, paper, least, likeness)
}

/** The piece of a report that has most of the words of a short text, at least half of them; null where none has. */
export function nearestTo(text: string, paper: Paper): Passage | null {
  return best(text, paper, 0.5, (wanted, words) => {
    const shared = [...wanted.counts].filter(([word]) => words.counts.has(word)).length
    return shared / Math.max(1, wanted.counts.size)
  })
}

function best(
  text: string,
  paper: Paper,
  least: number,
  alike: (wanted: Words, words: Words) => number,
): Passage | null {
  const wanted = wordsOf(text)
  let found: Passage | null = null
  for (const { stretch, text, words } of piecesOf(paper)) {
    const score = alike(wanted, words)
    if (score >= least && score > (found?.likeness ?? 0))
      found = { line: paper.lineAt(stretch[0]), text, stretch, likeness: score }
  }
  return found
}
