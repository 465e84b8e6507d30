import type { Locale } from '../../locale/locale.ts'

/** Shorter than this no stem is. */
const shortest = 3

/** A word without its ending, in small letters: what "boat", "boats" and "Boats'" have in common. */
export function stem(word: string, { checks }: Locale): string {
  const small = word.toLowerCase().replace(/['’]s?$/, '')
  const ending = checks.endings.find((each) => small.endsWith(each) && small.length - each.length >= shortest)
  return ending ? small.slice(0, -ending.length) : small
}

/** The words of a text that carry meaning, as stems. */
export function stemsOf(text: string, locale: Locale): string[] {
  const words = text.match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? []
  return words
    .filter((word) => word.length > 2 && !locale.functionWords.includes(word.toLowerCase()))
    .map((word) => stem(word, locale))
}

/** Is one stem the other, or the end of it as of a compound: "bank" and "databank"? */
export function isSameNoun(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return long === short || (short.length >= 4 && long.endsWith(short))
}

const measures = new Map<string, Set<string>>()

/** Does a stem measure, rather than count: hours, per cent, pounds? */
export function isMeasure(noun: string, locale: Locale): boolean {
  let known = measures.get(locale.tag)
  if (!known) {
    const words = [locale.checks.measures, locale.percent, locale.currencies, locale.units, locale.scales].flat()
    known = new Set(words.flatMap((word) => [word.replace(/\.$/, ''), stem(word.replace(/\.$/, ''), locale)]))
    measures.set(locale.tag, known)
  }
  if (known.has(noun)) return true
  const isCompounding = locale.compounds.links.length > 0
  return isCompounding && [...known].some((measure) => measure.length > 2 && noun.endsWith(measure))
}
