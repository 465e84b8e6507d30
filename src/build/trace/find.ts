import type { Locale } from '../../locale/locale.ts'
import type { Value } from '../../model/report.ts'
import { numbersIn, type PlacedValue } from '../../model/values.ts'
import { sameUnit } from '../../tailor/select.ts'

/** Where in a text something stands. */
export interface Span {
  at: number
  end: number
}

/** A text for comparison, and where each of its characters stands in the text it was made of. */
export interface Folded {
  text: string
  places: number[]
}

/**
 * How print sets words does not count, nor does white space: soft hyphens, no-break spaces, and which dash or quotation mark it is.
 * Case does.
 */
export function folded(text: string): Folded {
  const made: Folded = { text: '', places: [] }
  let at = 0
  for (const character of text) {
    const plain = plainCharacter(character)
    if (plain !== ' ' || (made.text && !made.text.endsWith(' '))) {
      made.text += plain
      for (let unit = 0; unit < plain.length; unit++) made.places.push(at)
    }
    at += character.length
  }
  return made
}

function plainCharacter(character: string): string {
  if (/[\u00ad\u200b\u2060\ufeff]/.test(character)) return ''
  if (/\s/.test(character)) return ' '
  if (/[‐‑‒–—−]/.test(character)) return '-'
  if (/[“”„«»]/.test(character)) return '"'
  return /[‘’‚]/.test(character) ? "'" : character
}

/** Finds what is asked for in texts. */
export type Finder = (text: string) => Span[]

/**
 * A number is found by its value, however it is written; where it is asked for with a unit, not with another. Anything else is found
 * by its words, a number in them whole.
 */
export function finderOf(wanted: string, locale: Locale): Finder {
  const number = onlyNumber(wanted, locale)
  if (number) {
    const span = number.unit ? printedSpan : ({ at, end }: PlacedValue): Span => ({ at, end })
    return (text) =>
      numbersIn(text, locale)
        .filter((found) => isSameNumber(found, number, locale))
        .map(span)
  }
  const { text: words } = folded(wanted.normalize('NFC').trim())
  return (text) => spansOf(folded(text), words)
}

/** What is asked for, where it is a number and nothing else. */
export function onlyNumber(wanted: string, locale: Locale): PlacedValue | null {
  const [first, ...others] = numbersIn(wanted.trim(), locale)
  return first && !others.length && first.text === wanted.trim() ? first : null
}

/** Is it the same number, or one end of the range that was found? Where both have a unit, it is one. */
export function isSameNumber(found: Value, wanted: Value, locale: Locale): boolean {
  if (wanted.unit && found.unit && !sameUnit(found.unit, wanted.unit, locale)) return false
  if (wanted.max !== undefined) return found.value === wanted.value && found.max === wanted.max
  return found.value === wanted.value || found.max === wanted.value
}

/** Where a number stands with its unit. */
export const printedSpan = ({ at, text }: PlacedValue): Span => ({ at, end: at + text.length })

function spansOf({ text, places }: Folded, words: string): Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf(words); words && at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length
    if (cutsNumber(text, at) || cutsNumber(text, end)) continue
    spans.push({ at: places[at]!, end: places[end - 1]! + 1 })
  }
  return spans
}

/** Is a place in the middle of a number? */
const cutsNumber = (text: string, at: number) => /\d[.,]?$/.test(text.slice(0, at)) && /^[.,]?\d/.test(text.slice(at))
