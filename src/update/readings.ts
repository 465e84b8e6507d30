import type { Locale } from '../locale/locale.ts'
import type { CellNumber, Grid } from '../model/claims/grid.ts'
import type { Mention } from '../model/claims/mentions.ts'
import { gives } from '../model/claims/nearness.ts'
import { measureOf } from '../model/claims/units.ts'
import { related } from '../model/claims/words.ts'
import type { Report, Table } from '../model/report.ts'
import type { Found } from './asserted.ts'
import { comparingIn } from './assertions/forms.ts'
import { namedOn } from './assertions/named.ts'
import { type Reading, readingOf } from './assertions/sentence.ts'
import { saysLine, saysNext, seriesOf } from './assertions/series.ts'
import { movementsIn } from './assertions/trends.ts'
import { type Change, changeAt } from './changes.ts'
import { moved } from './claims.ts'
import { gridsIn, isOf, type ReportSentence } from './sentences.ts'

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

/**
 * The sentences that give the old number of a changed cell without its being known to be that, and those that compare the row
 * and column of one in words that fit no numbers: a person must read them again.
 */
export function sentencesToRead(found: Found[], report: Report, after: Table[], locale: Locale): ToRead[] {
  const { grids, tableOf } = gridsIn(report, locale)
  const cells = grids.flatMap((grid) => changedIn(grid, report.tables[tableOf(grid)]!, after[tableOf(grid)]!))
  if (!cells.length) return []
  return found.flatMap(({ sentence, assertions }) => {
    const reading = readingOf(sentence, locale)
    const isJudged = (at: number) => assertions.some((each) => at >= each.at && at < each.at + each.said.length)
    return cells.flatMap((cell) => spokenOf(cell, sentence, reading, isJudged) ?? [])
  })
}

function spokenOf(
  cell: Cell,
  sentence: ReportSentence,
  reading: Reading,
  isJudged: (at: number) => boolean,
): ToRead | null {
  const { text, mentions, locale } = reading
  const row = isNamed(cell.grid, false, cell.row, reading)
  const given = mentions.find(
    (mention) => !isJudged(mention.at) && !isOther(mention, cell, sentence) && givesOld(mention, cell, row, reading),
  )
  if (given) {
    const said = text.slice(given.at, given.end)
    return { sentence, said, at: given.at, doubt: row ? 0.9 : 0.6, changes: [cell.change] }
  }
  if (!row || reading.nearness(cell.grid) === 'far') return null
  const spanOf = (each: { at: number; word: string }) => ({ at: each.at, end: each.at + each.word.length })
  const said = [
    ...comparingIn(text, mentions, locale).filter((each) =>
      linesOf(cell).some((one) => saysNext(one, reading, spanOf(each))),
    ),
    ...movementsIn(reading).filter((each) => linesOf(cell).some((one) => saysLine(one, reading, spanOf(each)))),
  ]
  const word = said.find(({ at }) => !isJudged(at))
  return word ? { sentence, said: word.word, at: word.at, doubt: 0.3, changes: [cell.change] } : null
}

const isNamed = (grid: Grid, isTurned: boolean, label: number, reading: Reading) =>
  namedOn(grid, isTurned, reading).some((one) => one.label === label && one.at >= 0)

/** The columns of numbers that a cell stands in. */
const linesOf = ({ grid, column }: Cell) =>
  seriesOf(grid).filter((series) => !series.isTurned && series.measure === column)

/** Is a number known to be that of another cell of the table? */
const isOther = (mention: Mention, { grid }: Cell, { claims, text }: ReportSentence) =>
  claims.some((claim) => [claim.table, ...claim.alsoIn].includes(grid.name) && isOf(claim, mention, text))

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

/** A number hardly given by chance, of the same measure or noun, beside the table or with the name of its row. */
function givesOld(
  mention: Mention,
  { grid, numbers, row, column }: Cell,
  isRowNamed: boolean,
  reading: Reading,
): boolean {
  const { locale } = reading
  const near = reading.nearness(grid) !== 'far'
  const same = numbers.find((number) => gives(mention, number) === 'exactly' && number.isYear === mention.isYear)
  if (!same || mention.isYear || mention.ordinal !== same.ordinal || mention.factor) return false
  const unit = mention.unit === null ? null : measureOf(mention.unit, locale)
  if ((unit !== null || same.measure !== null) && unit !== same.measure) return false
  const words = [...same.nouns, ...grid.columns[column]!.words, ...(near ? grid.captionWords : [])]
  const isSame = (noun: string, all: string[]) => all.some((word) => related(noun, word, locale))
  // "30 hours a week" counts no weeks, "reduced the talks to 18" talks
  const [first = ''] = mention.nouns
  const isOfTime = locale.checks.measures.includes(first) && !isSame(first, same.nouns)
  const isCounted =
    !isOfTime &&
    (mention.nouns.some((noun) => isSame(noun, words)) || mention.before.some((word) => isSame(word, same.nouns)))
  const digits = String(Math.abs(mention.value))
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length
  const isRare = digits >= 3 || mention.max !== undefined
  const isColumn = isNamed(grid, true, column, reading)
  const isSome = digits >= 2 || mention.value >= 10
  if (near) return (isRowNamed && isSome && (isCounted || unit !== null)) || (isRare && (isRowNamed || isColumn))
  const isRow =
    isRowNamed || grid.rows[row]!.entities.some((entity) => reading.entities.some((each) => each.entity === entity))
  return isRow && ((isCounted && mention.value >= 10) || (isRare && isColumn))
}
