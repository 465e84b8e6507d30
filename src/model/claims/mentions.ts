import type { Locale } from '../../locale/locale.ts'
import type { approximations } from '../report.ts'
import { escapeRegExp, fold } from '../text.ts'
import { anyOf, space } from '../units.ts'
import { numbersIn, type PlacedValue } from '../values.ts'
import { smallWords } from './words.ts'

/** How a sentence takes a number: as it stands, nearly, or as an end of what is meant. */
export type Approximation = (typeof approximations)[number]

/** A number in a text and the words that say what it counts. */
export interface Mention {
  value: number
  max?: number
  /** Where the number stands, its unit left out. */
  at: number
  end: number
  /** The unit as printed; for a number word the word that is counted. */
  unit: string | null
  /** The words after it up to a small word or a mark: "twelve large boats" has "large" and "boats". */
  nouns: string[]
  /** The last words before it that mean something, the nearest first. */
  before: string[]
  /** "Week 13", "13th week": one of a row, not so many. */
  ordinal: boolean
  /** "the first 13 weeks": they end with week 13. */
  first: boolean
  isYear: boolean
  isWord: boolean
  /** "doubled" is 2 times, "a third" a share. */
  factor: 'times' | 'share' | null
  approximation: Approximation | null
}

/** The numbers of a text that count or measure: no dates, no pages, no numbers of tables, sections and laws. */
export function mentionsIn(text: string, locale: Locale): Mention[] {
  const { references, words, factors } = patternsOf(locale)
  const figures = numbersIn(text, locale)
  const skipped = figures.length ? spans(text, references) : []
  const inFigures = figures
    .flatMap((figure) => divided(text, figure, locale))
    .map(({ value, max, at, end, unit, text: printed }) => {
      const lead = /^[^\d¼½¾]*/.exec(printed)![0].length
      return mention({ value, ...(max === undefined ? {} : { max }), at, end, unit, isWord: false }, at + lead)
    })
  const inWords = [...text.matchAll(words)].flatMap((match) => {
    const value = locale.numberWords[match[1]!.toLowerCase()]!
    const max = match[2] ? locale.numberWords[match[2].toLowerCase()]! : undefined
    if (max !== undefined && max <= value) return []
    const [at, end] = [match.index, match.index + match[0].length]
    const made = mention({ value, ...(max === undefined ? {} : { max }), at, end, unit: null, isWord: true }, at)
    return [{ ...made, unit: made.nouns.at(-1) ?? null }]
  })
  const inFactors = [...text.matchAll(factors)].map((match) => {
    const word = match[0].toLowerCase()
    const factor = word in locale.telling.times ? ('times' as const) : ('share' as const)
    const value = locale.telling.times[word] ?? locale.telling.fractions[word]!
    const [at, end] = [match.index, match.index + match[0].length]
    return { ...mention({ value, at, end, unit: null, isWord: true }, at), factor, ordinal: false }
  })
  const isInFactor = ({ at, end }: Mention) => inFactors.some((factor) => at < factor.end && end > factor.at)
  return [...inFigures, ...inWords.filter((word) => !isInFactor(word)), ...inFactors]
    .filter(({ at, end }) => !skipped.some(([from, to]) => at < to && end > from))
    .sort((a, b) => a.at - b.at)

  function mention(said: Pick<Mention, 'value' | 'max' | 'at' | 'end' | 'unit' | 'isWord'>, first: number): Mention {
    const nouns = said.unit && !/\p{L}/u.test(said.unit) ? [] : wordsAfter(text, said.end, locale)
    const before = wordsBefore(text, said.at, locale)
    const isYear =
      /^(?:19|20)\d\d$/.test(text.slice(first, said.end).slice(0, 4)) &&
      !nouns.length &&
      /^\d{4}(?:[-–]\d+)?$/.test(text.slice(first, said.end))
    return { ...said, nouns, before, isYear, factor: null, ...placeOf(text, said.at, said.end, locale) }
  }
}

/** "from 900 to 1200 boats" gives two numbers of boats. */
function divided(text: string, figure: PlacedValue, locale: Locale): PlacedValue[] {
  const { at, end, max } = figure
  if (max === undefined || !patternsOf(locale).from.test(text.slice(Math.max(0, at - 40), at))) return [figure]
  const [low, high] = text.slice(at, end).split(patternsOf(locale).to)
  if (!low || !high) return [figure]
  const { max: _, ...single } = figure
  return [
    { ...single, end: at + low.length, text: low },
    { ...single, value: max, at: end - high.length, text: high },
  ]
}

/** The number is one of a row where its noun stands right before it, or a full stop after it and then the noun. */
function placeOf(
  text: string,
  at: number,
  end: number,
  locale: Locale,
): Pick<Mention, 'ordinal' | 'first' | 'approximation'> {
  const { approximations, first } = patternsOf(locale)
  const before = text.slice(Math.max(0, at - 40), at)
  const word = /(\p{L}+)[\s(]+$/u.exec(before)?.[1]?.toLowerCase() ?? ''
  const hasNounAfter = /^\s?(?:\p{L}|[%‰€$£])/u.test(text.slice(end))
  const ordinal = /^\.\s?\p{Ll}/u.test(text.slice(end)) || (!hasNounAfter && !!word && !smallWords(locale).has(word))
  const approximation = approximations.find(({ pattern }) => pattern.test(before))?.kind ?? null
  return { ordinal, first: first.test(before), approximation }
}

/** A word after a number and what stands between them: a space, the full stop of an ordinal or a hyphen. */
const wordAfter = /^(?:\.(?=\s?\p{Ll}))?[\s\u00a0-]?(\p{L}[\p{L}²³]*(?:[-’']\p{L}+)*)/u

function wordsAfter(text: string, end: number, locale: Locale): string[] {
  const small = smallWords(locale)
  const words: string[] = []
  for (let rest = text.slice(end, end + 90); words.length < 3; ) {
    const match = wordAfter.exec(rest)
    if (!match || small.has(fold(match[1]!))) break
    words.push(fold(match[1]!))
    rest = rest.slice(match[0].length)
  }
  return words
}

function wordsBefore(text: string, at: number, locale: Locale): string[] {
  const small = smallWords(locale)
  const clause = /[^.,;:()]*$/.exec(text.slice(Math.max(0, at - 60), at))![0]
  const words = clause.match(/\p{L}+(?:[-’']\p{L}+)*/gu) ?? []
  return words
    .map(fold)
    .filter((word) => !small.has(word))
    .reverse()
    .slice(0, 4)
}

interface Patterns {
  references: RegExp
  words: RegExp
  factors: RegExp
  first: RegExp
  from: RegExp
  /** Between the ends of a range that is written in words. */
  to: RegExp
  approximations: { kind: Approximation; pattern: RegExp }[]
}

const compiled = new Map<string, Patterns>()

function patternsOf(locale: Locale): Patterns {
  const known = compiled.get(locale.tag)
  if (known) return known
  const { captions, telling } = locale
  const number = '[#(]?\\d+(?:\\.\\d+)*\\)?'
  const targets = [
    ...captions.table,
    ...captions.figure,
    ...locale.section,
    ...locale.appendix,
    ...locale.recommendation,
  ]
  const months = anyOf([...locale.months.long, ...locale.months.short])
  const pages = anyOf([locale.words.page.toLowerCase(), locale.words.pages, 's.', 'p.', 'pp.', 'nr.', 'no.', 'art.'])
  const references = [
    `(?<!\\p{L})(?:${[...new Set(targets)].map(escapeRegExp).join('|')})${space}*${number}(?:${space}*[-–,]${space}*${number})*`,
    `§+${space}*\\d+[^\\s]*(?:${space}\\p{L}+${space}\\d+)?`,
    `(?<!\\p{L})${pages}${space}*\\d+(?:[-–]\\d+)?`,
    `(?:19|20)\\d\\d\\p{L}?:${space}*\\d+(?:[-–]\\d+)?`,
    `\\d{1,2}\\.?(?:st|nd|rd|th|er)?${space}(?:of${space}|de${space})?${months}(?:${space}\\d{4})?(?!\\p{L})`,
    `(?<!\\p{L})${months}${space}\\d{1,2},${space}\\d{4}`,
    `\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}`,
    `^\\(?\\d+[.)](?=\\s)`,
    `\\[\\d+\\]`,
    `#${space}?\\d+`,
    `(?<!\\p{L})\\p{L}+${space}\\d+(?=:\\s|${space}?["“”„])`,
    `(?:https?://|www\\.)\\S+`,
  ]
  const numbers = anyOf(Object.keys(locale.numberWords).filter((word) => !locale.articles.includes(word)))
  const right = (words: string[]) => new RegExp(`(?<!\\p{L})${anyOf(words)}\\s$`, 'iu')
  const made: Patterns = {
    references: new RegExp(references.map((part) => `(?:${part})`).join('|'), 'giu'),
    words: new RegExp(
      `(?<![\\p{L}\\d-])(${numbers})(?:(?:[-–]|\\s${anyOf(locale.to)}\\s)(${numbers}))?(?![\\p{L}\\d-])`,
      'giu',
    ),
    factors: new RegExp(
      `(?<!\\p{L})${anyOf([...Object.keys(telling.times), ...Object.keys(telling.fractions)])}(?!\\p{L})`,
      'giu',
    ),
    first: right(telling.first),
    from: right(telling.from),
    to: new RegExp(`\\s${anyOf(locale.to)}\\s`, 'iu'),
    approximations: [
      { kind: 'over', pattern: right(telling.over) },
      { kind: 'under', pattern: right(telling.under) },
      { kind: 'upTo', pattern: right(telling.upTo) },
      { kind: 'about', pattern: right(locale.about) },
    ],
  }
  compiled.set(locale.tag, made)
  return made
}

function spans(text: string, pattern: RegExp): [number, number][] {
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length])
}
