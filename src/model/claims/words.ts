import type { Locale } from '../../locale/locale.ts'
import { fold } from '../text.ts'

/** A word of a text, folded, and where it stands. */
export interface Word {
  text: string
  at: number
  /** One of the language's small words, which mean nothing alone. */
  isSmall: boolean
}

/** The words of a text, numbers among them. */
export function wordsOf(text: string, locale: Locale): Word[] {
  const { small } = lexicon(locale)
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[-‐‑’'.,][\p{L}\p{N}]+)*/gu)].map((match) => {
    const word = fold(match[0])
    return { text: word, at: match.index, isSmall: small.has(word) }
  })
}

/** The words of a text that mean something. */
export function contentWords(text: string, locale: Locale): string[] {
  return wordsOf(text, locale).flatMap(({ text, isSmall }) => (isSmall ? [] : text))
}

/** The small words of a language. */
export function smallWords(locale: Locale): Set<string> {
  return lexicon(locale).small
}

/** Are two words the same but for inflection, or is one the last part of the other: "boats" and "boat", "fishing-boats" and "boat"? */
export function related(one: string, other: string, locale: Locale): boolean {
  if (one === other) return true
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  // most words have nothing in common
  if (!long.includes(short.slice(0, 3))) return false
  const { endings, known, hasCompounds } = lexicon(locale)
  const key = `${short} ${long}`
  const before = known.get(key)
  if (before !== undefined) return before
  const found =
    sameStem(short, long, endings) ||
    tails(long, hasCompounds).some((tail) => sameStem(short, tail, endings)) ||
    (hasCompounds && isCutShort(short, long, endings))
  known.set(key, found)
  return found
}

/** Does one word begin a compound that the other is: "boat" and "boathouse"? */
export function begins(one: string, other: string, locale: Locale): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length < 5 || !long.startsWith(short.slice(0, Math.max(5, short.length - 2)))) return false
  return lexicon(locale).hasCompounds
}

/** Are two words related, or compounds of one last part: "unemployment-rate" and "employment-rate"? */
export function isAkin(one: string, other: string, locale: Locale): boolean {
  if (related(one, other, locale) || begins(one, other, locale)) return true
  const { endings, hasCompounds } = lexicon(locale)
  if (!hasCompounds) return false
  const [a, b] = [stemOf(one, endings), stemOf(other, endings)]
  let shared = 0
  while (shared < Math.min(a.length, b.length) && a.at(-1 - shared) === b.at(-1 - shared)) shared++
  return shared >= leastHead
}

/** The last part of a compound has at least so many letters. */
const leastHead = 6

/** A word without its longest ending. */
function stemOf(word: string, endings: Set<string>): string {
  for (let at = Math.max(3, word.length - 5); at < word.length; at++)
    if (endings.has(word.slice(at))) return word.slice(0, at)
  return word
}

interface Lexicon {
  small: Set<string>
  endings: Set<string>
  hasCompounds: boolean
  /** What was found of two words before. */
  known: Map<string, boolean>
}

const lexicons = new Map<string, Lexicon>()

function lexicon(locale: Locale): Lexicon {
  const known = lexicons.get(locale.tag)
  if (known) return known
  const made = {
    small: new Set([...locale.functionWords, ...locale.articles]),
    endings: new Set(['', ...locale.endings]),
    hasCompounds: locale.compounds.prefixes.length > 0,
    known: new Map<string, boolean>(),
  }
  lexicons.set(locale.tag, made)
  return made
}

/** Two words that begin alike and differ in nothing but endings. */
function sameStem(one: string, other: string, endings: Set<string>): boolean {
  const least = Math.min(3, one.length, other.length)
  let common = 0
  while (common < one.length && one[common] === other[common]) common++
  for (let at = common; at >= least; at--) {
    if (endings.has(one.slice(at)) && endings.has(other.slice(at))) return true
  }
  return false
}

/** "uni-towns" for "universitytowns". */
function isCutShort(short: string, long: string, endings: Set<string>): boolean {
  const [head = '', tail = '', ...more] = short.split('-')
  if (more.length || head.length < 3 || tail.length < 3 || !long.startsWith(head)) return false
  return tails(long, true).some((end) => sameStem(tail, end, endings))
}

/** The last parts that a compound may have: what follows a hyphen, or, in languages that write them solid, three letters or more. */
function tails(word: string, hasCompounds: boolean): string[] {
  const parts = word.split(/[-‐‑]/).slice(1)
  const last = word.split(/[-‐‑]/).at(-1)!
  const solid = hasCompounds ? Array.from({ length: Math.max(0, last.length - 5) }, (_, at) => last.slice(at + 3)) : []
  return [...parts, ...solid]
}
