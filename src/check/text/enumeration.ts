import type { Locale } from '../../locale/locale.ts'
import { escapeRegExp } from '../../model/text.ts'

/** A list within a sentence: the word before its colon, and how many things it may be taken to name. */
export interface Enumeration {
  noun: string
  /** Where the word and the list begin. */
  nounAt: number
  at: number
  count: { min: number; max: number }
}

/** No thing of a list within a sentence has more words. */
const longestItem = 9

/** The lists of a sentence that stand behind a colon: "four factors: wind, water, tide and luck". */
export function enumerationAfter(text: string, locale: Locale): Enumeration[] {
  return [...text.matchAll(/(\p{L}[\p{L}\p{N}'’-]*)\s?:\s+/gu)].flatMap((match) => {
    const at = match.index + match[0].length
    const count = countOf(text.slice(at), locale)
    return count ? [{ noun: match[1]!, nounAt: match.index, at, count }] : []
  })
}

/**
 * How many things a list names: fewest where "and" only ends it, most where each "and" divides; with "&" in its things, a
 * comma may stand within one too. Null for what is no plain list to the end of its sentence.
 */
export function countOf(list: string, { checks }: Locale): { min: number; max: number } | null {
  const text = list
    .replace(/\([^()]*(?:\)|$)/g, '')
    .replace(/[.!?]\s*$/, '')
    .trim()
  if (/[:?!]/.test(text)) return null
  const marked = text.match(/(?<![\p{L}\p{N}])(?:\d|[a-z])\)\s/giu)
  if (marked) return marked.length > 1 ? { min: marked.length, max: marked.length } : null
  const and = `(?:${checks.and.map(escapeRegExp).join('|')})`
  const parts = text.split(text.includes(';') ? ';' : ',').map((part) => part.trim())
  const opened = new RegExp(`^${and}\\s`, 'iu')
  const within = new RegExp(`\\s${and}\\s`, 'giu')
  const last = parts.at(-1)!
  const isEnded = opened.test(last) || within.test(last)
  if (parts.length < 2 || !isEnded || parts.some((part) => part.split(/\s+/).length > longestItem)) return null
  const ands = (part: string) => part.replace(opened, '').match(within)?.length ?? 0
  const joined = parts.filter((part) => part.includes('&')).length
  const min = joined ? joined : parts.length + (opened.test(last) ? 0 : 1)
  return { min, max: parts.reduce((sum, part) => sum + 1 + ands(part), 0) }
}
