import { type Context, holdsAny } from './context.ts'
import { axisSays, type Derivation, sentenceOf } from './derived.ts'
import type { CellNumber, Grid } from './grid.ts'
import type { Mention } from './mentions.ts'
import type { ReadPassage } from './naming.ts'
import { equal } from './nearness.ts'
import { repeatsOf } from './repeats.ts'
import { measureOf } from './units.ts'
import { related } from './words.ts'

/** Numbers of a table that may be added up, and what they make. */
interface Addends extends Pick<Derivation, 'numbers' | 'row' | 'column'> {
  total: number
}

/** The numbers whose sum a sentence gives: a column, a row, columns that share a heading, or a whole table. */
export function sumOf(context: Context, grids: Grid[]): Derivation | null {
  const { mention, near } = context
  const { value, max, isYear, factor, ordinal } = mention
  if (max !== undefined || isYear || factor || ordinal) return null
  // small numbers are sums by chance
  if (value < 10 && !holdsAny(sentenceOf(context), context.locale.telling.together)) return null
  const found =
    grids.flatMap((grid) => announcedBy(grid, context) ?? [])[0] ??
    near.flatMap((grid) => addends(grid)).find((sum) => equal(value, sum.total) && isMeant(sum, context))
  return found ? { numbers: found.numbers, row: found.row, column: found.column, operation: 'sum' } : null
}

/** "24 + 20 staff": each is a part of the number of a cell. */
export function additionOf(context: Context, numbers: CellNumber[]): Derivation | null {
  const { mention, passage } = context
  const parts = partsAround(mention, passage)
  if (parts.length < 2) return null
  const value = parts.reduce((sum, part) => sum + part.value, 0)
  const [found] = repeatsOf({ ...context, mention: { ...parts.at(-1)!, value } }, numbers)
  if (!found) return null
  const { number } = found
  const { rows, columns } = number.grid
  const beside = parts.filter((part) => part !== mention).map((part) => part.value)
  return {
    numbers: [number],
    row: rows[number.row]!.text,
    column: columns[number.column]!.text,
    operation: 'rest',
    beside,
  }
}

/** The numbers that a plus sign joins to one. */
function partsAround(mention: Mention, { mentions, text }: ReadPassage): Mention[] {
  const isJoined = (one: Mention | undefined, other: Mention | undefined) =>
    one !== undefined && other !== undefined && /^\s*\+\s*$/.test(text.slice(one.end, other.at))
  let [from, to] = [mentions.indexOf(mention), mentions.indexOf(mention)]
  while (isJoined(mentions[from - 1], mentions[from])) from--
  while (isJoined(mentions[to], mentions[to + 1])) to++
  return mentions.slice(from, to + 1)
}

/** A note below a table that says what its numbers add up to, or why they do not, counts for every sentence that says the same. */
function announcedBy(grid: Grid, { mention, locale }: Context): Addends | null {
  const { nouns, value } = mention
  const said = grid.noteMentions.filter((other) => other.value === value && other.nouns.length)
  if (!nouns.length || !said.length || !grid.table.notes.some((note) => holdsAny(note, locale.telling.together)))
    return null
  const counts = (words: string[], column: number) =>
    words.some((word) => grid.columns[column]!.words.some((head) => related(word, head, locale)))
  return (
    addends(grid).find(
      ({ numbers, column, total }) =>
        column !== null &&
        Math.abs(total - value) <= total / 4 &&
        numbers.length > 2 &&
        counts(nouns, numbers[0]!.column) &&
        said.some((other) => counts(other.nouns, numbers[0]!.column)),
    ) ?? null
  )
}

const known = new WeakMap<Grid, Addends[]>()

/** The sets of a table's numbers that may be added up: its sums, shares and cells with several numbers left out. */
function addends(grid: Grid): Addends[] {
  const before = known.get(grid)
  if (before) return before
  const { rows, columns, numbers, perCell } = grid
  const plain = numbers.filter(({ row, column, isYear, measure, max }) => {
    const isAlone = perCell.get(row * columns.length + column) === 1
    const isSum = rows[row]!.isTotal || columns[column]!.isTotal
    return isAlone && !isSum && !isYear && max === undefined && measure !== '%'
  })
  const parts = new Set(columns.flatMap(({ text }) => (text.includes(' – ') ? text.split(' – ') : [])))
  const found = [
    ...groups(plain, ({ column }) => column).map((own) => set(own, null, columns[own[0]!.column]!.text || null)),
    ...[...parts].map((part) =>
      set(
        plain.filter(({ column }) => columns[column]!.text.split(' – ').includes(part)),
        null,
        part,
      ),
    ),
    ...groups(plain, ({ row }) => row).map((own) => set(own, rows[own[0]!.row]!.text, null)),
    set(plain, null, null),
  ].filter(({ numbers }) => numbers.length > 1)
  known.set(grid, found)
  return found
}

function set(numbers: CellNumber[], row: string | null, column: string | null): Addends {
  return { numbers, row, column, total: numbers.reduce((sum, { value }) => sum + value, 0) }
}

function groups(numbers: CellNumber[], key: (number: CellNumber) => number): CellNumber[][] {
  const found = new Map<number, CellNumber[]>()
  for (const number of numbers) {
    const own = found.get(key(number))
    if (own) own.push(number)
    else found.set(key(number), [number])
  }
  return [...found.values()]
}

/** Does the sentence name what is added up, or say that it adds up what the table counts? */
function isMeant({ numbers, row, column }: Addends, context: Context): boolean {
  const { mention, locale } = context
  const { grid } = numbers[0]!
  const measure = mention.unit && measureOf(mention.unit, locale)
  if (measure && measure !== numbers[0]!.measure) return false
  const label = row ?? column
  if (label !== null) return axisSays(label, context)
  const counts = mention.nouns.some((noun) => grid.captionWords.some((word) => related(noun, word, locale)))
  const adds = holdsAny(sentenceOf(context), locale.telling.together)
  return counts && (context.bearing(grid).reference !== null || adds)
}
