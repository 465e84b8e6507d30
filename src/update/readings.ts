import type { Locale } from '../locale/locale.ts'
import type { CellNumber, Grid } from '../model/claims/grid.ts'
import type { Mention } from '../model/claims/mentions.ts'
import { gives } from '../model/claims/nearness.ts'
import { measureOf } from '../model/claims/units.ts'
import { related } from '../model/claims/words.ts'
import type { Report, Table } from '../model/report.ts'
import { comparingIn } from './assertions/forms.ts'
import { namedIn } from './assertions/named.ts'
import { type Reading, readingOf } from './assertions/sentence.ts'
import { movementsIn } from './assertions/trends.ts'
import { type Change, changeAt } from './changes.ts'
import { moved } from './claims.ts'
import { gridsIn, isOf, type ReportSentence, sentencesIn } from './sentences.ts'

/** A sentence that speaks of changed cells in words that nothing here can decide, and the word or number that does. */
export interface ToRead {
  sentence: ReportSentence
  said: string
  at: number
  /** From 0 to 1: how likely it is that it has become untrue. */
  doubt: number
  changes: Change[]
}

interface Cell {
  grid: Grid
  row: number
  column: number
  /** The numbers that it had. */
  numbers: CellNumber[]
  change: Change
}

interface Sources {
  report: Report
  after: Table[]
  locale: Locale
  /** Has a word or number of a sentence, at a place, been judged by a cell? */
  isJudged: (sentence: string, at: number) => boolean
}

/**
 * The sentences that give the old number of a changed cell without its being known to be that, and those that compare the row
 * and column of one in words that fit no numbers: a person must read them again.
 */
export function sentencesToRead({ report, after, locale, isJudged }: Sources): ToRead[] {
  const { grids, tableOf } = gridsIn(report, locale)
  const cells = grids.flatMap((grid) => changedIn(grid, report.tables[tableOf(grid)]!, after[tableOf(grid)]!))
  if (!cells.length) return []
  return sentencesIn(report, locale).flatMap((sentence) => {
    const reading = readingOf(sentence, locale)
    return cells.flatMap((cell) => spokenOf(cell, sentence, reading) ?? [])
  })

  function spokenOf(cell: Cell, sentence: ReportSentence, reading: Reading): ToRead | null {
    const { text } = reading
    const named = namesOf(cell, reading)
    const given = reading.mentions.find(
      (mention) =>
        !isJudged(text, mention.at) && !isOther(mention, cell, sentence) && givesOld(mention, cell, named, reading),
    )
    if (given) {
      const said = text.slice(given.at, given.end)
      return { sentence, said, at: given.at, doubt: named.row ? 0.9 : 0.6, changes: [cell.change] }
    }
    if (!named.row || !named.column || reading.nearness(cell.grid) === 'far') return null
    const words = [...comparingIn(text, reading.mentions, locale), ...movementsIn(reading)]
    const word = words.find(({ at }) => !isJudged(text, at))
    const isOnly = word && !words.some(({ at }) => isJudged(text, at))
    return isOnly ? { sentence, said: word.word, at: word.at, doubt: 0.3, changes: [cell.change] } : null
  }
}

/** Is a number known to be that of another cell of the table? */
const isOther = (mention: Mention, { grid }: Cell, { claims, text }: ReportSentence) =>
  claims.some((claim) => claim.table === grid.name && isOf(claim, mention, text))

function changedIn(grid: Grid, before: Table, after: Table): Cell[] {
  if (before === after) return []
  return before.rows.flatMap((cells, row) =>
    cells.flatMap((_, column): Cell[] => {
      const { nowRow, nowColumn } = moved(before, after, row, column)
      const change = after.rows[nowRow]?.[nowColumn] ? changeAt(after, nowRow, nowColumn) : null
      const numbers = grid.inRow[row]!.filter((number) => number.column === column)
      return change ? [{ grid, row, column, numbers, change }] : []
    }),
  )
}

/** Does a sentence name the row and the column of a cell? Of a table with one column of numbers that is as good as named. */
function namesOf({ grid, row, column }: Cell, reading: Reading): { row: boolean; column: boolean } {
  const isNamed = (labels: Grid['rows'], label: number) => namedIn(labels, reading).some((one) => one.label === label)
  const isLone = new Set(grid.numbers.map((number) => number.column)).size === 1
  return { row: isNamed(grid.rows, row), column: isLone || isNamed(grid.columns, column) }
}

/** A number hardly given by chance, of the same measure or noun, beside the table or with the name of its row. */
function givesOld(
  mention: Mention,
  { grid, numbers, row, column }: Cell,
  named: ReturnType<typeof namesOf>,
  reading: Reading,
): boolean {
  const { locale } = reading
  const near = reading.nearness(grid) !== 'far'
  const same = numbers.find((number) => gives(mention, number) === 'exactly' && number.isYear === mention.isYear)
  if (!same || mention.isYear || mention.ordinal !== same.ordinal || mention.factor) return false
  const unit = mention.unit === null ? null : measureOf(mention.unit, locale)
  if ((unit !== null || same.measure !== null) && unit !== same.measure) return false
  const words = [...same.nouns, ...grid.columns[column]!.words, ...(near ? grid.captionWords : [])]
  const isCounted = mention.nouns.some((noun) => words.some((word) => related(noun, word, locale)))
  const digits = String(Math.abs(mention.value))
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length
  const isRare = digits >= 3 || mention.max !== undefined
  if (near) return (named.row && (isCounted || unit !== null)) || (isRare && (named.row || named.column))
  const isRow =
    named.row || grid.rows[row]!.entities.some((entity) => reading.entities.some((each) => each.entity === entity))
  return isRow && ((isCounted && mention.value >= 10) || (isRare && named.column))
}
