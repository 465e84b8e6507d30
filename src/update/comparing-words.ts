import type { Locale } from '../locale/locale.ts'
import { type Mention, mentionsIn } from '../model/claims/mentions.ts'
import { escapeRegExp } from '../model/text.ts'

/** A word that compares, and what it asks of numbers. */
export interface Comparison {
  word: string
  at: number
  /** How many times as much; null where only more or less is said. */
  factor: Mention | null
  direction: 1 | -1
  isSuperlative: boolean
}

/** The superlatives and comparatives of a sentence, and what is said to be so many times as much. */
export function comparisonsIn(text: string, locale: Locale): Comparison[] {
  const said = kindsOf(locale).flatMap(({ pattern, ...kind }) =>
    [...text.matchAll(pattern)].map((match) => ({ word: match[0], at: match.index, factor: null, ...kind })),
  )
  if (!said.length && !timesIn(locale).test(text)) return []
  const times = mentionsIn(text, locale)
    .filter(({ factor }) => factor === 'times')
    .map((factor): Comparison => {
      const word = text.slice(factor.at, factor.end)
      return { word, at: factor.at, factor, direction: 1, isSuperlative: false }
    })
  // "twice as large" compares once
  const isApart = ({ at }: Comparison) => !times.some((each) => at >= each.at && at - each.at < each.word.length + 12)
  return [...said.filter(isApart), ...times]
}

interface Kind extends Pick<Comparison, 'direction' | 'isSuperlative'> {
  pattern: RegExp
}

const kinds = new Map<string, Kind[]>()

function kindsOf({ tag, telling: { highest, lowest, higher, lower } }: Locale): Kind[] {
  const known = kinds.get(tag)
  if (known) return known
  const made: Kind[] = [
    { pattern: anyWord(highest), direction: 1, isSuperlative: true },
    { pattern: anyWord(lowest), direction: -1, isSuperlative: true },
    { pattern: anyWord(higher), direction: 1, isSuperlative: false },
    { pattern: anyWord(lower), direction: -1, isSuperlative: false },
  ]
  kinds.set(tag, made)
  return made
}

const timesIn = ({ telling }: Locale) => new RegExp(Object.keys(telling.times).map(escapeRegExp).join('|'), 'iu')

const anyWord = (words: string[]) =>
  new RegExp(`(?<![\\p{L}-])(?:${words.map(escapeRegExp).join('|')})(?![\\p{L}-])`, 'giu')
