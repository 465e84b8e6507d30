import type { Locale } from '../locale/locale.ts'
import type { Grid, Label } from '../model/claims/grid.ts'
import type { Mention } from '../model/claims/mentions.ts'
import { contentWords, related } from '../model/claims/words.ts'
import type { Entity } from '../model/report.ts'
import { escapeRegExp } from '../model/text.ts'
import type { Traced } from '../origin/traced.ts'
import type { Comparison } from './comparing-words.ts'

/** A sentence as comparisons are read in it. */
export interface Read extends Traced {
  /** The entities named in it, and, at negative places, before it in its passage. */
  entities: { at: number; entity: number }[]
  /** The id of its section. */
  section: string
}

/** A row or column of numbers that a comparison can mean, and who is compared in it. */
export interface Line {
  grid: Grid
  /** Are those compared columns? Else rows. */
  isTurned: boolean
  /** The rows or columns of whom the comparison is said, and with whom it compares them. */
  named: number[]
  others: number[]
  /** The column or row of the numbers, and which of the numbers of its cells bear the comparison out. */
  measure: number
  numbers: number[]
}

/** The lines of numbers that bear a comparison out and of which its sentence speaks most plainly; several where tables repeat each other. */
export function bestLines(
  comparison: Comparison,
  sentence: Read,
  grids: Grid[],
  entities: Entity[],
  locale: Locale,
): Line[] {
  const words = contentWords(sentence.text, locale)
  const lines = grids.flatMap((grid) => {
    const axis = axisOf(grid, entities, sentence)
    if (!axis) return []
    const { named, others } = comparedIn(comparison, sentence, axis, locale)
    if (!named.length || !others.length) return []
    const captioned = weight(grid.captionWords.filter((word) => isSaid(word, words, locale)))
    const isNear = grid.table.section === sentence.section
    return measuresOf(axis, words, locale).flatMap(({ measure, said }) => {
      if (!said && captioned < (isNear ? 5 : 10)) return []
      const line: Line = { grid, isTurned: axis.isTurned, named, others, measure, numbers: [0, 1, 2] }
      const numbers = bearingOut(comparison, line)
      return numbers.length ? [{ line: { ...line, numbers }, score: said * 20 + captioned + (isNear ? 10 : 0) }] : []
    })
  })
  const best = Math.max(...lines.map(({ score }) => score))
  return lines.filter(({ score }) => score === best).map(({ line }) => line)
}

/** How much words say: longer ones are rarer. */
const weight = (words: string[]) => words.reduce((all, { length }) => all + Math.max(0, length - 3), 0)

const isSaid = (word: string, words: string[], locale: Locale) => words.some((said) => related(said, word, locale))

interface Axis {
  labels: Label[]
  measures: Label[]
  /** The rows or columns that name entities of the kind that the sentence does. */
  subjects: number[]
  isTurned: boolean
}

function axisOf({ rows, columns }: Grid, entities: Entity[], { entities: named }: Read): Axis | null {
  const types = new Set(named.map(({ entity }) => entities[entity]!.type))
  const axis = (labels: Label[], measures: Label[], isTurned: boolean): Axis => {
    const isSubject = (label: Label) => label.entities.some((entity) => types.has(entities[entity]!.type))
    return { labels, measures, isTurned, subjects: labels.flatMap((label, at) => (isSubject(label) ? at : [])) }
  }
  return [axis(rows, columns, false), axis(columns, rows, true)].find(({ subjects }) => subjects.length > 1) ?? null
}

/** Whom a comparison is said of, and with whom it compares: a superlative with all others, a comparative with those it names. */
function comparedIn(
  { at, isSuperlative, factor }: Comparison,
  { text, entities }: Read,
  { labels, subjects }: Axis,
  locale: Locale,
): Pick<Line, 'named' | 'others'> {
  const places = labels.map((label) => placesOf(label, text, entities, locale))
  const within = (from: number, to: number) =>
    places
      .map((found, index) => ({ index, at: found.find((place) => place >= from && place < to) ?? null }))
      .flatMap(({ index, at }) => (at === null ? [] : { index, at }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ index }) => index)
  const clause = clauseAround(text, at, locale)
  const earlier = within(Number.NEGATIVE_INFINITY, 0).slice(0, 1)
  const all = [within(...clause), within(0, text.length), earlier].find((found) => found.length) ?? []
  if (!isSuperlative && all.length > 1) return { named: all.slice(0, 1), others: all.slice(1) }
  const named = all.filter((index) => subjects.includes(index))
  const others = subjects.filter((index) => !named.includes(index))
  return isSuperlative || factor ? { named, others } : { named: [], others: [] }
}

function placesOf(label: Label, text: string, entities: Read['entities'], locale: Locale): number[] {
  if (label.entities.length) return entities.filter(({ entity }) => label.entities.includes(entity)).map(({ at }) => at)
  const wanted = label.words.filter(({ length }) => length > 3)
  const said = [...text.matchAll(/\p{L}+/gu)]
  const found = wanted.map((word) => said.find(([own]) => related(own.toLowerCase(), word, locale))?.index ?? null)
  return wanted.length && found.every((place) => place !== null) ? [Math.min(...(found as number[]))] : []
}

/** The part of a sentence between the signs and words that divide its clauses. */
function clauseAround(text: string, at: number, { telling }: Locale): [number, number] {
  const joins = telling.joins.map(escapeRegExp).join('|')
  const ends = [...text.matchAll(new RegExp(`[;:–]|,\\s(?:${joins})\\s`, 'giu'))].map(({ index }) => index)
  return [ends.findLast((end) => end < at) ?? 0, ends.find((end) => end >= at) ?? text.length]
}

/** The lines of numbers whose label a sentence says, with the share of it; the totals, and the only line of a table, say little. */
function measuresOf(
  { measures, isTurned }: Axis,
  words: string[],
  locale: Locale,
): { measure: number; said: number }[] {
  const isOnly = measures.length === (isTurned ? 1 : 2)
  return measures.flatMap(({ words: own, isTotal, entities }, measure) => {
    if (entities.length) return []
    const said = own.length ? weight(own.filter((word) => isSaid(word, words, locale))) / Math.max(1, weight(own)) : 0
    return said >= 0.5 || isTotal || isOnly ? [{ measure, said: said >= 0.5 ? said : 0 }] : []
  })
}

/** Which of the numbers of a line's cells, the first, the second and so on, bear a comparison out. */
export function bearingOut(
  comparison: Comparison,
  { grid, isTurned, named, others, measure, numbers }: Line,
): number[] {
  const numbersAt = (subjects: number[], at: number) =>
    subjects.flatMap((subject) => {
      const [row, column] = isTurned ? [measure, subject] : [subject, measure]
      return grid.inRow[row]?.filter((number) => number.column === column)[at] ?? []
    })
  return numbers.filter((at) => {
    const own = numbersAt(named, at)
    return own.length === named.length && holds(comparison, own, numbersAt(others, at))
  })
}

/** Of a range the end counts that speaks most for a comparison; of "twice as much" it is enough that it can be. */
function holds({ direction, isSuperlative, factor }: Comparison, own: Mention[], rest: Mention[]): boolean {
  if (!rest.length || (isSuperlative && own.length + rest.length < 3)) return false
  const low = ({ value }: Mention) => value
  const high = ({ value, max }: Mention) => max ?? value
  if (factor) {
    const least = Math.min(...own.map(low)) / Math.max(...rest.map(high))
    const most = Math.max(...own.map(high)) / Math.min(...rest.map(low))
    return most >= factor.value * 0.85 && least <= factor.value * 1.05
  }
  const end = direction > 0 ? high : low
  return own.every((one) => rest.every((other) => (end(one) - end(other)) * direction > 0))
}
