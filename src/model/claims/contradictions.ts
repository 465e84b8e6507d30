import type { Locale } from '../../locale/locale.ts'
import type { Claim } from '../report.ts'
import type { Context } from './context.ts'
import type { CellNumber, Grid } from './grid.ts'
import type { Mention } from './mentions.ts'
import { sureness } from './naming.ts'
import { related } from './words.ts'

/**
 * The cells that a sentence plainly speaks of and gives another number than, of the same thing in several tables: it names the row, counts what the column's heading or
 * the cell counts, and nothing beside it gives the number of the cell, so that this is no part of it or another matter.
 */
export function contradictedBy(context: Context, grids: Grid[], claims: Claim[]): CellNumber[] {
  const { mention } = context
  if (!isPlainCount(mention)) return []
  const found = gridsThatCount(mention.nouns[0]!, grids, context.locale)
    .flatMap((grid) =>
      context.axes(grid).rows.flatMap((sure, row) => (sure === sureness.clause ? grid.inRow[row]! : [])),
    )
    .filter((number) => isSpokenOf(number, context) && !isGivenNearby(number, context, claims))
  const [first] = found
  // two numbers for one thing: which of them is spoken of is not plain
  return first && found.every(({ value }) => value === first.value) ? found.reverse() : []
}

function isPlainCount({ value, max, isYear, factor, ordinal, nouns, approximation, unit, isWord }: Mention): boolean {
  const isSign = !isWord && unit !== null && !/\p{L}{3}/u.test(unit)
  return (
    max === undefined && !isYear && !factor && !ordinal && !approximation && !isSign && nouns.length > 0 && value >= 2
  )
}

const counting = new WeakMap<Grid[], Map<string, Grid[]>>()

/** The tables that count a thing at all: in the caption, at the head of a column, or in rows with an entity's name. */
function gridsThatCount(noun: string, grids: Grid[], locale: Locale): Grid[] {
  const known = counting.get(grids) ?? new Map<string, Grid[]>()
  counting.set(grids, known)
  const before = known.get(noun)
  if (before) return before
  const same = (word: string) => related(word, noun, locale)
  const found = grids.filter(
    ({ captionWords, columns, rows }) =>
      captionWords.some(same) ||
      columns.some(({ words }) => words.length > 0 && same(words.at(-1)!)) ||
      rows.some(({ entities, kinds }) => entities.length > 0 && kinds.some(same)),
  )
  known.set(noun, found)
  return found
}

/** What is cheap to tell is told first: most numbers are of something else. */
function isSpokenOf(number: CellNumber, context: Context): boolean {
  const { grid, row, column, max, isYear, ordinal, measure, nouns } = number
  const { mention, locale, words } = context
  if (max !== undefined || isYear || ordinal || measure || number.value === mention.value) return false
  const [noun] = mention.nouns as [string]
  const same = (word: string) => related(word, noun, locale)
  const heads = grid.columns[column]!.words
  const isHead = !nouns.length && heads.length > 0 && heads.length <= 2 && same(heads.at(-1)!)
  const { entities, kinds, isTotal } = grid.rows[row]!
  const isKind = entities.length > 0 && kinds.length > 0 && kinds.every(same) && nouns.some(same)
  const isCaption = !nouns.length && words.length < 30 && grid.captionWords.some(same)
  if (!isHead && !isKind && !isCaption) return false
  if (grid.perCell.get(row * grid.columns.length + column) !== 1 || isTotal) return false
  const { rows, columns } = context.axes(grid)
  if (rows[row] !== sureness.clause) return false
  const { reference, sameSection } = context.bearing(grid)
  const isLike = number.value / mention.value < 3 && mention.value / number.value < 3
  return (
    isKind ||
    (isHead && (sameSection || reference !== null)) ||
    (isCaption && sameSection && columns[column] === sureness.clause && isLike)
  )
}

/** Does a claim in the same section give the number of the cell as it is? */
function isGivenNearby({ grid, row, column }: CellNumber, { passage }: Context, claims: Claim[]): boolean {
  const [from, to] = passage.section ? [passage.section.line, passage.section.endLine] : [0, 0]
  return claims.some(
    ({ table, cells, line }) =>
      table === grid.name && line >= from && line <= to && cells.some(([r, c]) => r === row && c === column),
  )
}
