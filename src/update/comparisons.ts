import type { Locale } from '../locale/locale.ts'
import { type Grid, gridsOf } from '../model/claims/grid.ts'
import { entityFinder } from '../model/claims/naming.ts'
import { passagesIn } from '../model/claims/prose.ts'
import type { Report, Table } from '../model/report.ts'
import { everySection } from '../model/sections.ts'
import type { Origin } from '../origin/origin.ts'
import { placeAt, slice } from '../origin/traced.ts'
import { type Change, changeAt } from './changes.ts'
import { moved } from './claims.ts'
import { comparisonsIn } from './comparing-words.ts'
import { bearingOut, bestLines, type Line, type Read } from './lines.ts'

/** A superlative or comparison that held before an update and holds no longer. */
export interface Outdated {
  line: number
  column: number
  sentence: string
  origin: Origin
  /** The word that compares, and where it stands in the sentence. */
  said: string
  at: number
  changes: Change[]
}

interface Sources {
  report: Report
  before: Table[]
  after: Table[]
  locale: Locale
}

/**
 * Sentences that compare rows or columns of a changed table ("the highest", "lower than", "almost twice as large") and are
 * outdated. Of the lines of numbers that bore a sentence out before, those it speaks of most plainly are held against what they
 * have become; a sentence that no numbers bore out before is not judged.
 */
export function outdatedComparisons({ report, before, after, locale }: Sources): Outdated[] {
  const grids = (tables: Table[]) =>
    tables.map((table) => gridsOf([{ table, order: 0 }], report.entities, locale)[0] ?? null)
  const old = grids(before).flatMap((grid) => grid ?? [])
  const now = new Map(
    grids(after).flatMap((grid, at): [Table, Grid][] =>
      grid && after[at] !== before[at] ? [[before[at]!, grid]] : [],
    ),
  )
  return readSentences(report, locale).flatMap((sentence) =>
    comparisonsIn(sentence.text, locale).flatMap((comparison): Outdated[] => {
      const flipped = bestLines(comparison, sentence, old, report.entities, locale).flatMap((line) => {
        const grid = now.get(line.grid.table)
        const isOutdated = grid && bearingOut(comparison, inGrid(line, grid)).length < line.numbers.length
        return isOutdated ? changesIn(line, grid) : []
      })
      const { word: said, at } = comparison
      if (!flipped.length) return []
      const { text, origin } = sentence
      const { line, column } = placeAt(sentence, at) ?? { line: 1, column: 1 }
      return [{ line, column, sentence: text, origin, said, at, changes: flipped }]
    }),
  )
}

function readSentences({ sections, entities }: Report, locale: Locale): Read[] {
  const find = entityFinder(entities)
  return [...everySection(sections)].flatMap((section) =>
    section.body
      .flatMap((block) => passagesIn(block, section, 0, locale))
      .flatMap((passage) => {
        const named = find(passage.text)
        return passage.sentences.map(({ from, to }): Read => {
          const before = named.filter(({ at }) => at < to).map(({ at, entity }) => ({ at: at - from, entity }))
          return {
            ...slice(passage, from, to),
            entities: before,
            section: section.id,
          }
        })
      }),
  )
}

/** A line of numbers in the table as it has become. */
function inGrid(line: Line, grid: Grid): Line {
  const place = (subject: number): number => {
    const { nowRow, nowColumn } = movedTo(line, grid, subject)
    return line.isTurned ? nowColumn : nowRow
  }
  const { nowRow, nowColumn } = movedTo(line, grid, line.named[0]!)
  return {
    ...line,
    grid,
    named: line.named.map(place),
    others: line.others.map(place),
    measure: line.isTurned ? nowRow : nowColumn,
  }
}

function movedTo({ grid: { table }, isTurned, measure }: Line, { table: now }: Grid, subject: number) {
  return isTurned ? moved(table, now, measure, subject) : moved(table, now, subject, measure)
}

function changesIn(line: Line, grid: Grid): Change[] {
  return [...line.named, ...line.others].flatMap((subject) => {
    const { nowRow, nowColumn } = movedTo(line, grid, subject)
    return changeAt(grid.table, nowRow, nowColumn) ?? []
  })
}
