import type { Locale } from '../locale/locale.ts'
import { captionWords } from '../model/captions.ts'
import type { Profile } from '../model/profile.ts'
import type { Report, Table } from '../model/report.ts'
import { everySection } from '../model/sections.ts'
import { escapeRegExp } from '../model/text.ts'
import { type Letters, lettersOf, type Stretch, wordsOf } from './letters.ts'

/** Lines of the report, 1-based, the first and the last. */
export type Lines = [number, number]

/** A row of a table, by its place from 0. */
export interface RowPlace {
  table: Table
  row: number
}

/** A report as statements rest on it: its words without what another version may set otherwise, and the cells that stand on its lines. */
export interface Paper {
  report: Report
  source: string
  letters: Letters
  /** The words before the number of a table, section or the like. */
  references: RegExp
  /** What is said between two offsets, for people. */
  words(stretch: Stretch): string
  /** Where a line begins, as an offset; the end of the source behind the last. */
  startOf(line: number): number
  lineAt(offset: number): number
  lineCount: number
  /** The line that ends the front matter; 0 where there is none. */
  frontEnd: number
  /** The index of the first letter at an offset or behind it. */
  letterAt(offset: number): number
  /** The rows that begin on a line. */
  rowsOn(line: number): RowPlace[]
}

/** A report, with the values of updates, and the source that it was read from. */
export function paperOf(report: Report, source: string, profile: Profile, locale: Locale): Paper {
  const starts = lineStarts(source)
  const references = referenceWords(profile, locale)
  const silent = silentIn(report, source, starts)
  const letters = lettersOf(source, silent, references)
  const rows = new Map<number, RowPlace[]>()
  for (const table of report.tables)
    for (const [row, [first]] of table.rows.entries()) {
      const line = first?.line
      if (line) rows.set(line, [...(rows.get(line) ?? []), { table, row }])
    }
  return {
    report,
    source,
    letters,
    references,
    lineCount: starts.length,
    frontEnd: frontEnd(source),
    words: (stretch) => wordsOf(letters, stretch, silent),
    startOf: (line) => starts[line - 1] ?? source.length,
    lineAt: (offset) => upTo(starts, offset),
    letterAt: (offset) => lowest(letters.places, offset),
    rowsOn: (line) => rows.get(line) ?? [],
  }
}

function lineStarts(source: string): number[] {
  const starts = [0]
  for (const { index, 0: end } of source.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length)
  if (starts.length > 1 && starts.at(-1) === source.length) starts.pop()
  return starts
}

function frontEnd(source: string): number {
  const lines = source.split(/\r\n|\r|\n/)
  return /^---\s*$/.test(lines[0]!) ? lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) + 1 : 0
}

/** How many of some sorted numbers are no more than one. */
function upTo(sorted: ArrayLike<number>, wanted: number): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (sorted[middle]! <= wanted) from = middle + 1
    else to = middle
  }
  return from
}

const lowest = (sorted: ArrayLike<number>, wanted: number) => upTo(sorted, wanted - 1)

function referenceWords(profile: Profile, locale: Locale): RegExp {
  const { table, figure, box } = captionWords(profile, locale)
  const words = [...table, ...figure, ...box, ...locale.section, ...locale.appendix].map((word) =>
    escapeRegExp(word.replace(/\.$/, '')),
  )
  return new RegExp(`^(?:${words.join('|')})$`, 'iu')
}

/** The numbers of headings and of notes where they are written out: they count, and say nothing. */
function silentIn(report: Report, source: string, starts: number[]): Stretch[] {
  const numbered = [
    ...[...everySection(report.sections)].map(({ number, line }) => ({ number, line })),
    ...report.footnotes.map(({ number, definitionLine }) => ({ number: String(number), line: definitionLine })),
  ]
  return numbered
    .flatMap(({ number, line }): Stretch[] => {
      if (!number || line === null) return []
      const from = starts[line - 1] ?? source.length
      const found = /^[\s#*_>]*(?:<[a-z]+>)?\s*/i.exec(source.slice(from, from + 40))![0].length
      if (!/^\d/.test(number) || !source.startsWith(number, from + found)) return []
      return [[from + found, from + found + number.length]]
    })
    .toSorted(([a], [b]) => a - b)
}
