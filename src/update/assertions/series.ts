import type { CellNumber, Grid, Label } from '../../model/claims/grid.ts'
import { begins, related } from '../../model/claims/words.ts'
import { escapeRegExp } from '../../model/text.ts'
import type { NumberPlace } from './assertion.ts'
import { isNear, type Reading } from './sentence.ts'

/** Numbers of a table that can be compared: one column over its rows, or one row over its columns. */
export interface Series {
  grid: Grid
  /** Is it a row? Else a column. */
  isTurned: boolean
  /** The row or column that they stand in. */
  measure: number
  /** Which numbers of the cells they are. */
  number: number
  /** The rows or columns that they stand for, sums left out, and those of sums. */
  members: Member[]
  totals: Member[]
}

export interface Member {
  label: number
  value: CellNumber
}

const known = new WeakMap<Grid, Series[]>()

/** Every series of a table with at least two numbers. */
export function seriesOf(grid: Grid): Series[] {
  const before = known.get(grid)
  if (before) return before
  const made = [false, true].flatMap((isTurned) =>
    (isTurned ? grid.rows : grid.columns).flatMap((_, measure) =>
      [0, 1, 2].flatMap((number) => seriesAt(grid, isTurned, measure, number) ?? []),
    ),
  )
  known.set(grid, made)
  return made
}

function seriesAt(grid: Grid, isTurned: boolean, measure: number, number: number): Series | null {
  const labels = isTurned ? grid.columns : grid.rows
  const all = labels.flatMap((_, label): Member[] => {
    const value = numberAt(grid, isTurned ? measure : label, isTurned ? label : measure, number)
    return value && !value.isYear && !value.ordinal && !isText(value) ? [{ label, value }] : []
  })
  if (all.length < 2) return null
  const members = all.filter(({ label }) => !labels[label]!.isTotal)
  const measures = new Set(all.map(({ value }) => value.measure))
  if (members.length < 2 || (isTurned && measures.size > 1)) return null
  return { grid, isTurned, measure, number, members, totals: all.filter(({ label }) => labels[label]!.isTotal) }
}

/** More words than this make a cell a text: its numbers are not those of its neighbours. */
const mostWords = 12

const isText = ({ grid, row, column }: CellNumber) =>
  (grid.table.rows[row]![column]!.text.match(/\p{L}+/gu)?.length ?? 0) > mostWords

/** A number of a cell. */
export function numberAt(grid: Grid, row: number, column: number, number: number): CellNumber | null {
  return grid.inRow[row]?.filter((each) => each.column === column)[number] ?? null
}

/** What those compared in a series are called. */
export const subjectsOf = ({ grid, isTurned }: Series): Label[] => (isTurned ? grid.columns : grid.rows)

/** What the line of a series is called. */
export const measureOf = ({ grid, isTurned, measure }: Series): Label => (isTurned ? grid.rows : grid.columns)[measure]!

/** Where a number of a series stands. */
export function placeOf({ value }: Member, number: number, tableOf: (grid: Grid) => number): NumberPlace {
  return { table: tableOf(value.grid), row: value.row, column: value.column, number }
}

/**
 * How plainly a word of a sentence speaks of a series: the sentence says what its line is called, most plainly right behind the
 * word ("highest share", "lost visitors"), or what stands before it does, or its caption, or it stands near the table.
 *
 * @param word where the word stands
 * @returns 0 where it does not
 */
export function plainnessOf(series: Series, reading: Reading, word: { at: number; end: number }): number {
  const { grid } = series
  const { words: own, isTotal, entities } = measureOf(series)
  const near = isNear(reading, grid)
  const captioned = weight(grid.captionWords.filter((each) => isSaid(each, reading)))
  const share = saidWeight(own, besideWord(word.at, reading)) / Math.max(1, weight(own))
  const next = Math.min(20, saidWeight(own, behindWord(word.end, reading)) * 3)
  const told = saidWeight(own, { words: reading.earlier, locale: reading.locale }) / Math.max(1, weight(own)) >= 0.5
  const said = entities.length ? 0 : share >= 0.5 ? share : next >= 15 ? 0.5 : told ? 0.25 : 0
  const isOnly = linesOf(series) === 1
  if (!said && !isOnly && !isTotal) return 0
  if (!said && captioned < (near ? 5 : 10) && !(isOnly && near)) return 0
  return 1 + said * 20 + captioned + (near ? 10 : 0) + (said ? next : 0)
}

/** Does a sentence say what the line of a series is called, beside or right behind a word? */
export function saysLine(series: Series, reading: Reading, word: { at: number; end: number }): boolean {
  const { words: own, entities } = measureOf(series)
  const share = saidWeight(own, besideWord(word.at, reading)) / Math.max(1, weight(own))
  return (!entities.length && share >= 0.5) || saysNext(series, reading, word)
}

/** Does it say so right behind the word: "fewer boats"? */
export function saysNext(series: Series, reading: Reading, { end }: { at: number; end: number }): boolean {
  const { words, entities } = measureOf(series)
  return !entities.length && saidWeight(words, behindWord(end, reading)) >= 5
}

/** How much words of a label a text says; half of it where it says only how one begins. */
function saidWeight(own: string[], { words, locale }: Pick<Reading, 'words' | 'locale'>): number {
  const said = own.filter((word) => isSaid(word, { words, locale }))
  const begun = own.filter((word) => !said.includes(word) && words.some(({ text }) => isBegun(word, text)))
  return weight(said) + weight(begun) / 2

  function isBegun(word: string, text: string): boolean {
    return Math.abs(word.length - text.length) > 3 && begins(word, text, locale)
  }
}

/** The next words that mean something. */
function behindWord(end: number, { words, locale }: Reading): Pick<Reading, 'words' | 'locale'> {
  const next = words.filter(({ at, isSmall }) => at >= end && !isSmall).slice(0, 2)
  return { words: next.filter(({ at }) => at - end < 30), locale }
}

/** The part of a sentence between semicolons, and between commas with a word that joins, around a place. */
function besideWord(at: number, { text, words, locale }: Reading): Pick<Reading, 'words' | 'locale'> {
  const joins = locale.telling.joins.map(escapeRegExp).join('|')
  const ends = [...text.matchAll(new RegExp(`;|,\\s(?:${joins})\\s`, 'giu'))].map(({ index }) => index)
  const [from, to] = [ends.findLast((end) => end < at) ?? 0, ends.find((end) => end >= at) ?? text.length]
  return { words: words.filter((word) => word.at >= from && word.at < to), locale }
}

/** How many lines of numbers a table has beside that of a series. */
export function linesOf({ grid, isTurned }: Series): number {
  const lines = seriesOf(grid).filter((other) => other.isTurned === isTurned)
  return new Set(lines.map(({ measure }) => measure)).size
}

/** How much words say: longer ones are rarer. */
const weight = (words: string[]) => words.reduce((all, { length }) => all + Math.max(0, length - 3), 0)

function isSaid(word: string, { words, locale }: Pick<Reading, 'words' | 'locale'>): boolean {
  // a short word is often the end of a longer one by chance
  const isLike = (text: string) => text.length > 5 || word.startsWith(text.slice(0, 3)) || word === text
  return words.some(({ text, isSmall }) => !isSmall && isLike(text) && related(text, word, locale))
}
