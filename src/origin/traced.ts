import { joinOf, nothing, type Origin, partOf } from './origin.ts'
import { firstPlace, type Place } from './places.ts'
import { stretched } from './stretched.ts'

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
 * A text with each match of a pattern exchanged.
 *
 * @param pattern a global one
 * @param made what stands for a match, of which it gets the groups and the letters; null leaves it
 */
export function exchange(
  traced: Traced,
  pattern: RegExp,
  made: (match: RegExpMatchArray & { index: number }, letters: Traced) => Traced | null,
): Traced {
  const parts: Traced[] = []
  let from = 0
  for (const match of traced.text.matchAll(pattern)) {
    const to = match.index + match[0].length
    const other = made(match, slice(traced, match.index, to))
    if (!other || other.text === match[0]) continue
    parts.push(slice(traced, from, match.index), other)
    from = to
  }
  return parts.length ? concat([...parts, slice(traced, from)]) : traced
}

/** The same with fewer letters, which come from where the match begins; null leaves it. */
export function shorten(
  traced: Traced,
  pattern: RegExp,
  shortened: (match: RegExpMatchArray & { index: number }) => string | null,
): Traced {
  return exchange(traced, pattern, (match, letters) => {
    const text = shortened(match)
    return text === null ? null : { text, origin: partOf(letters.origin, 0, text.length) }
  })
}

/** Other words for a text: they come from the whole of it. */
export function reworded(text: string, origin: Origin): Traced {
  return { text, origin: stretched(origin, text.length) }
}

/** The texts between the matches of a pattern, a global one without groups. */
export function split(traced: Traced, pattern: RegExp): Traced[] {
  const parts: Traced[] = []
  let from = 0
  for (const match of traced.text.matchAll(pattern)) {
    parts.push(slice(traced, from, match.index))
    from = match.index + match[0].length
  }
  return [...parts, slice(traced, from)]
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
