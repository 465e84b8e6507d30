import type { Locale } from '../../locale/locale.ts'
import { escapeRegExp } from '../../model/text.ts'
import type { Quantity } from './quantities.ts'

/** Two numbers, each a single one or a range. */
interface Span {
  value: number
  max?: number | undefined
}

/** How far about may reach. */
const about = 0.1

/** What stands before a number: "about", "at least" or nothing. */
export function precisionOf({ sentence, at, text, words }: Quantity, locale: Locale): 'exact' | 'about' | 'bound' {
  const before = sentence.text.slice(Math.max(0, at - 25), at)
  const ends = (words: string[]) =>
    new RegExp(`(?<!\\p{L})(?:${words.map(escapeRegExp).join('|')})\\s(?:\\p{L}{1,3}\\s)?$`, 'iu').test(before)
  if (
    ends(locale.checks.bounds) ||
    words.some((word) => locale.checks.more.includes(word.toLowerCase())) ||
    /^[+-]/.test(text)
  )
    return 'bound'
  return ends(locale.about) ? 'about' : 'exact'
}

/** Can a number in the text be one that is given elsewhere? Ranges that overlap can, and what is about it. */
export function canBe(quantity: Quantity, other: Span, locale: Locale): boolean {
  const precision = precisionOf(quantity, locale)
  if (precision === 'bound') return true
  const leeway = precision === 'about' ? about * quantity.value : 0
  return (
    quantity.value - leeway <= (other.max ?? other.value) && (quantity.max ?? quantity.value) + leeway >= other.value
  )
}
