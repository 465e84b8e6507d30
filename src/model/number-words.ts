import type { Locale } from '../locale/locale.ts'
import type { Value } from './report.ts'
import { anyOf, isAbbreviation } from './units.ts'

/** The most a text may hold to be read for number words; longer ones are sentences. */
const longest = 80

/**
 * A number word, or a range of two, that begins a short text: "Seven ships", "three to four weeks". One alone is none: it may
 * be a mark or an article.
 */
export function numberWordIn(text: string, locale: Locale): Value[] {
  if (text.length > longest) return []
  const { pattern, values, firsts } = wordsOf(locale)
  if (!firsts.has(/^\p{L}*/u.exec(text)![0].toLowerCase())) return []
  const { low, high, words = '' } = pattern.exec(text)?.groups ?? {}
  if (!low) return []
  const first = words.split(/\s/)[0]!.toLowerCase()
  const unit = (isAbbreviation(words.split(/\s/).at(-1)!, locale) ? words : words.replace(/\.$/, '')) || null
  if (first && (values.has(first) || locale.functionWords.includes(first))) return []
  const value = values.get(low.toLowerCase())
  if (high !== undefined) {
    const max = values.get(high.toLowerCase())!
    // "twenty-one" is no range, and no number of the table: rather none than another one.
    return (value ?? 1) < max ? [{ value: value ?? 1, max, unit, text }] : []
  }
  return value !== undefined && unit ? [{ value, unit, text }] : []
}

interface NumberWords {
  pattern: RegExp
  values: Map<string, number>
  /** What such a text may begin with, up to the first character that is no letter. */
  firsts: Set<string>
}

const compiled = new Map<string, NumberWords>()

function wordsOf(locale: Locale): NumberWords {
  const known = compiled.get(locale.tag)
  if (known) return known
  const words = Object.keys(locale.numberWords)
  const range = `(?:\\s?[-–]\\s?|\\s${anyOf(locale.to)}\\s)(?<high>${anyOf(words)})`
  const unit = '\\s+(?<words>\\p{L}[^\\s,;:]*(?:\\s+[^\\s,;:]+)?)'
  const made = {
    pattern: new RegExp(
      `^(?:${anyOf(locale.about)}\\s)?(?<low>${anyOf([...words, ...locale.articles])})(?:${range})?(?![\\p{L}-])(?:${unit})?$`,
      'iu',
    ),
    values: new Map(Object.entries(locale.numberWords)),
    firsts: new Set([...words, ...locale.articles, ...locale.about].map((word) => /^\p{L}*/u.exec(word)![0])),
  }
  compiled.set(locale.tag, made)
  return made
}
