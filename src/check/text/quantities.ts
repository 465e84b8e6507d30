import type { Locale } from '../../locale/locale.ts'
import type { Value } from '../../model/report.ts'
import { escapeRegExp } from '../../model/text.ts'
import { valuesIn } from '../../model/values.ts'
import type { Point } from '../../origin/origin.ts'
import { placeInSentence, type Sentence } from './sentences.ts'
import { stem } from './stem.ts'

/** A number in running text with the words that say what it counts. */
export interface Quantity {
  value: number
  max?: number
  /** The number as printed. */
  text: string
  unit: string | null
  /** Where it begins and where its words end, in its sentence. */
  at: number
  end: number
  /** Up to three words that follow it, as printed; the noun is among them. */
  words: string[]
  /** The stems of those. */
  stems: string[]
  sentence: Sentence
}

/** How many words may stand from a number to the end of what it counts. */
const reach = 4

/** The numbers of a sentence, in figures and in words; years, ordinals and page numbers are none. */
export function quantitiesIn(sentence: Sentence, locale: Locale): Quantity[] {
  const { text } = sentence
  const figures = figuresIn(text, locale)
  const words = wordsIn(text, locale).filter(({ at }) => !figures.some((figure) => at >= figure.at && at < figure.end))
  return [...figures, ...words]
    .sort((a, b) => a.at - b.at)
    .map(({ value, at, end }) => {
      const following = wordsAfter(text, at + bare(value).length, locale)
      return {
        ...value,
        at,
        end: Math.max(end, following.end),
        words: following.words,
        stems: following.words.map((word) => stem(word, locale)),
        sentence,
      }
    })
}

interface Placed {
  value: Value
  at: number
  end: number
}

/** The digits of a value, without its unit. */
const bare = ({ text, unit }: Value) => (unit && text.endsWith(unit) ? text.slice(0, -unit.length).trimEnd() : text)

function figuresIn(text: string, locale: Locale): Placed[] {
  if (!/\d/.test(text)) return []
  let from = 0
  return valuesIn(text, locale).flatMap((value) => {
    const at = text.indexOf(value.text, from)
    if (at < 0) return []
    from = at + value.text.length
    const before = text.slice(Math.max(0, at - 12), at)
    const digits = bare(value)
    const isYear = /^(?:19|20)\d\d\D*(?:(?:19|20)\d\d|\d\d)?$/.test(digits)
    const isOrdinal = /^\.(?!\s*$|\s+\p{Lu})/u.test(text.slice(at + digits.length))
    const isNumbered = /(?:[#§:]|\p{Lu}{2,})\s?$/u.test(before)
    return isYear || isOrdinal || isNumbered ? [] : [{ value, at, end: from }]
  })
}

const compiled = new Map<string, { pattern: RegExp; values: Map<string, number> }>()

/** Number words from two on: "one" is too often an article or a pronoun. */
function wordsIn(text: string, locale: Locale): Placed[] {
  const { pattern, values } = numberWords(locale)
  return [...text.matchAll(pattern)].map((match) => {
    const [printed, low, high] = match
    const value = values.get(low!.toLowerCase())!
    const max = high ? values.get(high.toLowerCase())! : undefined
    const isRange = max !== undefined && max > value
    return {
      value: { value, ...(isRange ? { max } : {}), unit: null, text: isRange ? printed : low! },
      at: match.index,
      end: match.index + (isRange ? printed : low!).length,
    }
  })
}

function numberWords(locale: Locale) {
  const known = compiled.get(locale.tag)
  if (known) return known
  const values = new Map(Object.entries(locale.numberWords).filter(([, value]) => value >= 2))
  const word = `(${[...values.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|')})`
  const to = `(?:${locale.to.map(escapeRegExp).join('|')})`
  const made = {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}-])${word}(?:\\s${to}\\s${word})?(?![\\p{L}\\p{N}-])`, 'giu'),
    values,
  }
  compiled.set(locale.tag, made)
  return made
}

/** The words that follow, up to a mark or a small word. */
function wordsAfter(text: string, from: number, locale: Locale): { words: string[]; end: number } {
  const words: string[] = []
  const next = /\s*([\p{L}][\p{L}\p{N}'’/-]*)/uy
  let end = from
  for (next.lastIndex = from; words.length < reach; ) {
    const match = next.exec(text)
    if (!match) break
    const word = match[1]!
    if (
      word.length < 3 ||
      locale.functionWords.includes(word.toLowerCase()) ||
      word.toLowerCase() in locale.numberWords
    )
      break
    words.push(word)
    end = next.lastIndex
  }
  // "40 Danish and foreign papers": one word and a conjunction are no noun yet
  const isJoined =
    words.length === 1 && new RegExp(`^\\s(?:${locale.checks.and.join('|')})\\s`, 'iu').test(text.slice(end))
  return isJoined ? { words: [], end: from } : { words, end }
}

/** A number with its words as printed. */
export function quoteOf({ sentence, at, end }: Quantity): string {
  return sentence.text.slice(at, end)
}

/** Where a number stands in the report. */
export function placeOf({ sentence, at }: Quantity): Point {
  return placeInSentence(sentence, at)
}

/** The line a number stands in. */
export const lineOf = (quantity: Quantity) => placeOf(quantity).line
