import type { Locale } from '../../locale/locale.ts'
import { longestFirst } from './forms.ts'

/** Does a text say one of some words, in languages that write compounds also as the end or beginning of one: "price gap"? */
export function says(text: string, words: string[], { compounds }: Locale): boolean {
  const whole = words.map((word) => `(?<!\\p{L})(?:${longestFirst([word])})(?!\\p{L})`)
  const long = compounds.prefixes.length ? words.filter((word) => word.length > 5) : []
  return new RegExp([...whole, ...(long.length ? [`(?:${longestFirst(long)})`] : [])].join('|'), 'iu').test(text)
}
