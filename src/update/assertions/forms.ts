import type { Locale } from '../../locale/locale.ts'
import type { Mention } from '../../model/claims/mentions.ts'
import { escapeRegExp, fold } from '../../model/text.ts'

/** A word or phrase that compares numbers without giving them. */
export interface Comparing {
  kind: 'superlative' | 'comparative' | 'times' | 'rank' | 'alike'
  word: string
  at: number
  end: number
  /** Where it points; null where only the numbers tell, as of "slowest". */
  direction: 1 | -1 | null
  /** The place in an order. */
  place: number
  /** How many times as much. */
  factor: number
  /** Is what it is compared with said right behind it? */
  hasThan: boolean
}

/** The comparing words of a text, in its order, none within another. */
export function comparingIn(text: string, mentions: Mention[], locale: Locale): Comparing[] {
  const { kinds, neither, periphrastic, isPossible } = patternsOf(locale)
  const found: Comparing[] = timesIn(text, mentions)
  for (const { kind, pattern, direction, isForm } of kinds) {
    for (const match of text.matchAll(pattern)) {
      const [word] = match
      const [at, end] = [match.index, match.index + word.length]
      if (found.some((other) => at < other.end && end > other.at) || isBeforeNumber(end, mentions)) continue
      if (
        isForm &&
        fold(word)
          .split(' ')
          .some((part) => neither.has(part))
      )
        continue
      if (isPossible.test(text.slice(end))) continue
      const place = kind === 'rank' ? placeIn(match, locale) : 1
      if (place === null) continue
      const points = kind === 'superlative' && isWithAdjective(text, at, word) ? null : direction
      found.push({
        kind,
        word,
        at,
        end,
        direction: points,
        place,
        factor: 1,
        hasThan: isForm && kind === 'comparative',
      })
    }
  }
  return found.toSorted((a, b) => a.at - b.at)

  /** "Most efficient" points where the adjective does. */
  function isWithAdjective(text: string, at: number, word: string): boolean {
    periphrastic.lastIndex = at
    return (periphrastic.exec(text)?.[0].length ?? 0) > word.length
  }
}

/** "Doubled", "twice as large", with the adjective behind it. */
function timesIn(text: string, mentions: Mention[]): Comparing[] {
  return mentions
    .filter(({ factor }) => factor === 'times')
    .map(({ at, end, value }) => {
      const reach = end + (/^\s\p{L}+/u.exec(text.slice(end))?.[0].length ?? 0)
      const word = text.slice(at, end)
      return { kind: 'times', word, at, end: reach, direction: 1, place: 1, factor: value, hasThan: false }
    })
}

/** "At least 40", "more than 40" compare a number, not what is named. */
function isBeforeNumber(end: number, mentions: Mention[]): boolean {
  return mentions.some(({ at, approximation }) => approximation !== null && at >= end && at - end <= 8)
}

interface Kind {
  kind: Comparing['kind']
  pattern: RegExp
  direction: 1 | -1 | null
  /** Is it known by its form only? */
  isForm: boolean
}

interface Patterns {
  kinds: Kind[]
  /** A superlative at a place. */
  periphrastic: RegExp
  isPossible: RegExp
  neither: Set<string>
}

const known = new Map<string, Patterns>()

function patternsOf(locale: Locale): Patterns {
  const before = known.get(locale.tag)
  if (before) return before
  const { highest, lowest, higher, lower } = locale.telling
  const { superlative, comparative, neither, alike, ordinals, rank } = locale.comparing
  const ordinal = `(?<ordinal>${longestFirst(Object.keys(ordinals))})(?:e[nrsm]?)?`
  const place = `(?<place>\\d+)(?:\\.|st|nd|rd|th|er|e|:e|:a)?`
  const most = (words: string[]) => `${ordinal}[\\s-]?(?:\\p{L}+ )?(?:${longestFirst(words)})`
  const kind = (kind: Comparing['kind'], source: string, direction: 1 | -1 | null, isForm = false): Kind => ({
    kind,
    pattern: new RegExp(`(?<![\\p{L}-])(?:${source})(?![\\p{L}-])`, isForm ? 'gu' : 'giu'),
    direction,
    isForm,
  })
  const isApart = locale.comparing.superlative.includes('plus')
  const made: Patterns = {
    kinds: [
      kind('rank', most([...highest, ...(isApart ? higher : [])]), 1),
      kind('rank', most([...lowest, ...(isApart ? lower : [])]), -1),
      kind('rank', `${ordinal}[\\s-]?(?:\\p{L}+ )?(?:${superlative})`, null, true),
      ...[ordinal, place].flatMap((which) => [
        kind('rank', `(?:${longestFirst(rank)}) ${which}`, null),
        kind('rank', `${which}[\\s-]?(?:${longestFirst(rank)})`, null),
      ]),
      kind('superlative', longestFirst(highest), 1),
      kind('superlative', longestFirst(lowest), -1),
      kind('superlative', superlative, null, true),
      kind('alike', longestFirst(alike), null),
      kind('comparative', longestFirst(higher), 1),
      kind('comparative', longestFirst(lower), -1),
      kind('comparative', comparative, null, true),
    ],
    periphrastic: new RegExp(superlative, 'uy'),
    isPossible: new RegExp(`^\\s(?:${longestFirst(locale.comparing.possible)})(?!\\p{L})`, 'iu'),
    neither: new Set(neither),
  }
  known.set(locale.tag, made)
  return made
}

function placeIn({ groups }: RegExpMatchArray, { comparing }: Locale): number | null {
  const said = groups?.ordinal ?? groups?.place
  const place = said === undefined ? null : (comparing.ordinals[fold(said)] ?? Number(said))
  return place && place <= 20 ? place : null
}

/** Words as a pattern. */
export const longestFirst = (words: string[]) =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|')
