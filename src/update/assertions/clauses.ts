import type { Locale } from '../../locale/locale.ts'
import { longestFirst } from './forms.ts'
import type { Named } from './named.ts'
import type { Reading } from './sentence.ts'

/** The part of a sentence between the signs and words that divide its clauses, around a place. */
export function clauseAround(text: string, at: number, { telling }: Locale): [number, number] {
  const ends = [...text.matchAll(new RegExp(`[;:–]|,\\s(?:${longestFirst(telling.joins)})\\s`, 'giu'))]
  const before = ends.findLast(({ index }) => index < at)
  return [before?.index ?? 0, ends.find(({ index }) => index >= at)?.index ?? text.length]
}

/**
 * Whom a word of a sentence can be said of, the likelier first: those listed nearest to it in its clause, in the sentence, then
 * whom the passage spoke of last.
 */
export function subjectsNear(word: { at: number; end: number }, named: Named[], reading: Reading): number[][] {
  const { text, locale } = reading
  const [from, to] = clauseAround(text, word.at, locale)
  const groups = listsOf(
    named.filter((one) => one.at >= 0),
    text,
    locale,
  )
  const inClause = (group: Named[]) => group.some((one) => one.at >= from && one.at < to)
  const sorted = groups.toSorted(
    (a, b) => Number(inClause(b)) - Number(inClause(a)) || distance(a, word, reading) - distance(b, word, reading),
  )
  const likely = sorted.flatMap((group, index) => (index < 3 ? [labelsOf(group)] : []))
  const earlier = named.filter((one) => one.at < 0)
  return likely.length ? likely : earlier.length ? [[earlier[0]!.label], [earlier.at(-1)!.label]] : []
}

const labelsOf = (group: Named[]) => [...new Set(group.map(({ label }) => label))]

/** How far a list is from a word, what divides the parts of a clause counted as a long way. */
function distance(group: Named[], word: { at: number; end: number }, { text, locale }: Reading): number {
  const divides = new RegExp(`[,:]|\\s(?:${longestFirst(locale.telling.joins)})\\s`, 'giu')
  return Math.min(
    ...group.map(({ at, end }) => {
      const between = at < word.at ? text.slice(end, word.at) : text.slice(word.end, at)
      return between.length + 30 * (between.match(divides)?.length ?? 0) + (at < word.at ? 0 : 0.5)
    }),
  )
}

/** Those that only commas and a word for "and" divide belong to one list. */
export function listsOf(named: Named[], text: string, { telling, comparing }: Locale): Named[][] {
  const alone = new RegExp(`(?<!\\p{L})(?:${longestFirst(comparing.only)})(?!\\p{L})`, 'iu')
  const joined = new RegExp(`^[\\s,]*(?:(?:${longestFirst(telling.joins)})\\s+)?\\p{L}{0,3}\\s*$`, 'iu')
  const lists: Named[][] = []
  for (const one of named) {
    const last = lists.at(-1)?.at(-1)
    const between = text.slice(last?.end ?? 0, one.at)
    if (last && one.at >= last.end && joined.test(between) && !alone.test(between)) lists.at(-1)!.push(one)
    else lists.push([one])
  }
  return lists
}
