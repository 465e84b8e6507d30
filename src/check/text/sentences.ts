import type { Point } from '../../origin/origin.ts'
import { type Passage, placeIn } from './passages.ts'

/** One sentence of a passage. */
export interface Sentence {
  text: string
  line: number
  passage: Passage
  /** Where it begins in its passage. */
  at: number
}

/** A full stop, a space and a capital; a full stop after one letter abbreviates. */
const end = /(?<=(?:\p{L}{2}|[\p{N})\]"”»'%])[.!?]["”»’)]?)\s+(?=["“”«»(‘']?[\p{Lu}])/gu

/** The sentences of a text. */
export function dividedAt(text: string): string[] {
  return text.split(end)
}

export function sentencesOf(passage: Passage): Sentence[] {
  const { text } = passage
  const starts = [0, ...[...text.matchAll(end)].map((match) => match.index + match[0].length)]
  return starts.map((at, index) => ({
    text: text.slice(at, starts[index + 1]).trim(),
    line: placeIn(passage, at).line,
    passage,
    at,
  }))
}

/** Where a letter of a sentence stands in the report. */
export function placeInSentence({ passage, at }: Sentence, offset = 0): Point {
  return placeIn(passage, at + offset)
}
