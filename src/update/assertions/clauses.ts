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
export function subjectsNear(at: number, named: Named[], { text, locale }: Reading): number[][] {
  const [from, to] = clauseAround(text, at, locale)
  const groups = listsOf(
    named.filter((one) => one.at >= 0),
    text,
    locale,
  )
  const inClause = (group: Named[]) => group.some((one) => one.at >= from && one.at < to)
  const sorted = groups.toSorted(
    (a, b) => Number(inClause(b)) - Number(inClause(a)) || distance(a, at) - distance(b, at),
  )
  const likely = sorted.flatMap((group, index) => (index < 3 ? [labelsOf(group)] : []))
  const earlier = named.filter((one) => one.at < 0)
  return likely.length ? likely : earlier.length ? [[earlier[0]!.label], [earlier.at(-1)!.label]] : []
}

const labelsOf = (group: Named[]) => [...new Set(group.map(({ label }) => label))]

const distance = (group: Named[], at: number) =>
  Math.min(...group.map((one) => (one.at < at ? at - one.end : one.at - at + 0.5)))

/** Those that only commas and a word for "and" divide belong to one list. */
export function listsOf(named: Named[], text: string, { telling }: Locale): Named[][] {
  const joined = new RegExp(`^[\\s,]*(?:(?:${longestFirst(telling.joins)})\\s+)?\\p{L}{0,3}\\s*$`, 'iu')
  const lists: Named[][] = []
  for (const one of named) {
    const last = lists.at(-1)?.at(-1)
    if (last && one.at >= last.end && joined.test(text.slice(last.end, one.at))) lists.at(-1)!.push(one)
    else lists.push([one])
  }
  return lists
}
