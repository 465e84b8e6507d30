import type { Locale } from '../../locale/locale.ts'
import { fold } from '../text.ts'
import type { Context } from './context.ts'
import type { CellNumber, Label } from './grid.ts'
import type { Mention } from './mentions.ts'
import { sureness } from './naming.ts'
import { gives } from './nearness.ts'
import { measureOf } from './units.ts'
import { begins, related } from './words.ts'

/** What speaks for a number of a sentence being that of a cell. */
export interface Evidence {
  number: CellNumber
  /** How surely its row and its column are meant. */
  row: number
  column: number
  score: number
}

/** The least that must speak for a number before it is taken for that of a cell; less is asked for beside the table. */
const least = { anywhere: 6, beside: 5 }

/**
 * Weighs whether a sentence that gives the number of a cell speaks of that cell: it names the row or the column, counts what the
 * cell counts, refers to the table or stands beside it, or the number is such that there is hardly another like it.
 */
export function weigh(context: Context, number: CellNumber): Evidence | null {
  const { mention, locale } = context
  const how = gives(mention, number)
  const { grid } = number
  const bearing = context.bearing(grid)
  const isNear = bearing.reference !== null || bearing.sameSection
  if (!how || mention.isYear !== number.isYear || (how === 'nearly' && !isNear)) return null
  // most numbers count something else, which is told sooner than what a sentence names
  const likely = nounEvidence(mention, number, sureness.clause, locale)
  if (likely === null || (likely < 1 && (rarity(mention) === 0 || !isNear) && rarity(mention) < 2)) return null
  const { rows, columns } = context.axes(grid)
  const [row, column] = [rows[number.row]!, columns[number.column]!]
  if (isOther(grid.rows, rows, number.row) || isOther(grid.columns, columns, number.column)) return null
  const isOnly = column >= sureness.clause && grid.columns.length > 2 && isOnlyInColumn(context, number)
  if (grid.rows.length > 2 && row < 0.3 && !isOnly && !bearing.reference) return null
  const noun = nounEvidence(mention, number, column, locale)
  if (noun === null || (noun < 1 && (rarity(mention) === 0 || !isNear) && rarity(mention) < 2)) return null
  if (mention.isYear && !yearIsMeant(context, number, Math.max(row, column))) return null
  const reference = bearing.reference === 'sentence' ? 3 : bearing.reference === 'passage' ? 2 : 0
  const score =
    row +
    column +
    noun +
    reference +
    rarity(mention) +
    wording(context, number, isNear) +
    (bearing.sameSection ? 1 : 0) +
    (isOnly ? 1 : 0) -
    (how === 'nearly' ? 1 : 0)
  const asked = bearing.sameSection && Math.max(row, column) >= sureness.passage ? least.beside : least.anywhere
  return score >= asked ? { number, row, column, score } : null
}

/** Does the text plainly speak of another row or column with a name? */
function isOther(labels: Label[], sure: number[], own: number): boolean {
  return sure[own]! < 0.6 && labels.some(({ entities }, label) => entities.length > 0 && sure[label]! >= sureness.topic)
}

function isOnlyInColumn({ mention }: Context, { grid, column }: CellNumber): boolean {
  return grid.numbers.filter((other) => other.column === column && gives(mention, other)).length === 1
}

/** Do both numbers count the same: null where they cannot, else how much speaks for it. */
function nounEvidence(mention: Mention, number: CellNumber, column: number, locale: Locale): number | null {
  if (mention.isYear) return 1
  const measure = mention.unit && measureOf(mention.unit, locale)
  if (measure) {
    if (number.measure !== measure) return null
    return number.unit && measure !== '%' && fold(number.unit) !== fold(mention.unit!) ? null : 2
  }
  const any = (words: string[], others: string[]) =>
    words.some((word) => others.some((other) => related(word, other, locale)))
  const { nouns, before } = mention
  const [last] = before
  const { rows, columns, captionWords } = number.grid
  const heads = columns[number.column]!.words
  const rowWords = rows[number.row]!.entities.length ? [] : rows[number.row]!.words
  if (number.ordinal && number.before[0]) {
    const noun = number.before.slice(0, 1)
    const isOrdinal = any(before.slice(0, 1), noun) || ((mention.ordinal || mention.first) && any(nouns, noun))
    return isOrdinal ? 3 : null
  }
  if (mention.ordinal && last && any([last], number.nouns)) return null
  if (any(nouns, number.nouns) || (!nouns.length && last && any([last], number.nouns))) return 3
  // "10 years" are no "10 million kr."
  if (nouns.length && number.unit !== null && measureOf(number.unit, locale) !== null) return null
  if (nouns.length && number.nouns.length) return column >= 0.3 && rarity(mention) ? 1 : null
  if (number.measure && nouns.length && !any(nouns, heads)) return null
  if (any(nouns, heads) || any(nouns, rowWords) || any(before, number.nouns)) return 2
  if (any(nouns, captionWords) || any(before, [...heads, ...rowWords])) return 1
  if (nouns.some((word) => heads.some((other) => begins(word, other, locale)))) return 1
  return number.nouns.length || number.measure ? 0 : 1
}

/** A year is that of a cell where the sentence stands beside the table and says what the cell or the caption is about. */
function yearIsMeant({ words, bearing, locale }: Context, number: CellNumber, named: number): boolean {
  const { captionWords } = number.grid
  if (!bearing(number.grid).sameSection || named < sureness.passage) return false
  if (captionWords.includes(String(number.value))) return false
  const wanted = [...captionWords, ...cellWords(number)].filter((word) => word.length > 4)
  return words.some(({ text }) => text.length > 4 && wanted.some((word) => related(text, word, locale)))
}

/** A cell of running text says much: elsewhere in the report its number is meant only where more of its words are said. */
function wording({ words, mention, locale }: Context, number: CellNumber, isNear: boolean): number {
  const text = cellText(number)
  if (text.length < 80 || mention.isYear) return 0
  const counted = [...mention.nouns, ...number.nouns, ...number.grid.rows[number.row]!.words]
  const around = fold(text.slice(Math.max(0, number.at - 120), number.end + 120)).match(/\p{L}{5,}/gu) ?? []
  const others = around.filter((word) => !counted.some((known) => related(known, word, locale)))
  const isShared = words.some(({ text }) => text.length > 4 && others.some((word) => related(text, word, locale)))
  return isShared ? 1 : isNear ? 0 : -2
}

const cellText = ({ grid, row, column }: CellNumber) => grid.table.rows[row]![column]!.text
const cellWords = (number: CellNumber) => fold(cellText(number)).match(/\p{L}+/gu) ?? []

/** A number with many digits is hardly given by chance. */
function rarity({ value, max, isYear }: Mention): number {
  if (isYear) return 2
  const digits = String(Math.abs(value))
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length
  return max !== undefined || digits >= 3 ? 2 : digits === 2 || value >= 10 ? 1 : 0
}
