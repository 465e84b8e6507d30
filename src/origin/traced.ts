import { joinOf, nothing, type Origin, partOf } from './origin.ts'
import { firstPlace, type Place } from './places.ts'

/** A text that knows where each of its letters comes from. */
export interface Traced {
  text: string
  origin: Origin
}

export const emptyText: Traced = { text: '', origin: nothing }

/** The letters from one offset up to another. */
export function slice({ text, origin }: Traced, from: number, to = text.length): Traced {
  return { text: text.slice(from, to), origin: partOf(origin, from, to) }
}

/** Texts one after the other. */
export function concat(texts: Traced[]): Traced {
  return { text: texts.map(({ text }) => text).join(''), origin: joinOf(texts.map(({ origin }) => origin)) }
}

/** Words that come from nowhere in the report. */
export function framing(text: string): Traced {
  return { text, origin: text ? { kind: 'framing', length: text.length } : nothing }
}

/**
 * A text with each match of a pattern exchanged for fewer letters, which come from where the match begins.
 *
 * @param pattern a global one
 * @param shortened what stands for a match: no longer than it; null leaves it
 */
export function shorten(
  traced: Traced,
  pattern: RegExp,
  shortened: (match: RegExpMatchArray & { index: number }) => string | null,
): Traced {
  const parts: Traced[] = []
  let from = 0
  for (const match of traced.text.matchAll(pattern)) {
    const made = shortened(match)
    if (made === null || made === match[0]) continue
    parts.push(slice(traced, from, match.index), {
      text: made,
      origin: partOf(traced.origin, match.index, match.index + made.length),
    })
    from = match.index + match[0].length
  }
  return parts.length ? concat([...parts, slice(traced, from)]) : traced
}

/** A text without the white space around it. */
export function trimmed(traced: Traced): Traced {
  const from = traced.text.length - traced.text.trimStart().length
  return slice(traced, from, Math.max(from, traced.text.trimEnd().length))
}

/** Where a letter of a text stands in a file; that of the last letter for its end. Null for a text from nowhere. */
export function placeAt({ text, origin }: Traced, at: number): Place | null {
  const letter = Math.max(0, Math.min(at, text.length - 1))
  return firstPlace(partOf(origin, letter, letter + 1)) ?? firstPlace(partOf(origin, letter, text.length))
}
