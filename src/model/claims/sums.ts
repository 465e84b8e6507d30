import { type Context, holdsAny } from './context.ts'
import { axisSays, type Derivation, sentenceOf } from './derived.ts'
import type { CellNumber, Grid } from './grid.ts'
import { type Mention, mentionsIn } from './mentions.ts'
import type { ReadPassage } from './naming.ts'
import { equal } from './nearness.ts'
import { repeatsOf } from './repeats.ts'
import { measureOf } from './units.ts'
import { related } from './words.ts'

type Sum = Omit<Derivation, 'derived'>

/** The numbers whose sum a sentence gives: a column, a row, columns that share a heading, or a whole table. */
export function sumOf(context: Context, grids: Grid[]): Derivation | null {
  const found = sumIn(context, grids)
  return found && { ...found, derived: 'sum' }
}

function sumIn(context: Context, grids: Grid[]): Sum | null {
  const { mention } = context
  if (mention.isYear || mention.factor || mention.ordinal || mention.max !== undefined || mention.value < 10)
    return null
  for (const grid of grids) {
    const { reference, sameSection } = context.bearing(grid)
    const sums = announced(grid, context)
    if (sums) return sums
    if (!reference && !sameSection) continue
    const found = addends(grid).find(
      (sum) => equal(mention.value, total(sum.numbers)) && isMeant(sum, context, reference !== null),
    )
    if (found) return found
  }
  return null
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
  return { numbers: [number], row: rows[number.row]!.text, column: columns[number.column]!.text, derived: 'sum' }
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

const total = (numbers: CellNumber[]) => numbers.reduce((sum, { value }) => sum + value, 0)

/** A note below the table that says what its numbers add up to, or why they do not, counts for every sentence that says the same. */
function announced(grid: Grid, { mention, locale }: Context): Sum | null {
  if (!mention.nouns.length) return null
  const columns = addends(grid).filter(({ column, numbers }) => column && numbers.length > 2)
  for (const note of grid.table.notes) {
    if (!holdsAny(note, locale.telling.together)) continue
    const said = mentionsIn(note, locale).find(({ value }) => value === mention.value)
    if (!said?.nouns.length) continue
    const column = columns.find((sum) =>
      [said.nouns, mention.nouns].every((nouns) =>
        nouns.some((noun) => grid.columns[sum.numbers[0]!.column]!.words.some((head) => related(noun, head, locale))),
      ),
    )
    if (column) return column
  }
  return null
}

/** The sets of a table's numbers that may be added up: its sums, shares and cells with several numbers left out. */
function addends(grid: Grid): Sum[] {
  const plain = grid.numbers.filter(
    ({ row, column, isYear, measure, max }) =>
      !isYear &&
      max === undefined &&
      measure !== '%' &&
      !grid.rows[row]!.isTotal &&
      !grid.columns[column]!.isTotal &&
      grid.perCell.get(row * grid.columns.length + column) === 1,
  )
  const columns = groups(plain, ({ column }) => column).map((numbers) => ({
    numbers,
    row: null,
    column: grid.columns[numbers[0]!.column]!.text || null,
  }))
  const rows = groups(plain, ({ row }) => row).map((numbers) => ({
    numbers,
    row: grid.rows[numbers[0]!.row]!.text,
    column: null,
  }))
  const parts = new Set(grid.columns.flatMap(({ text }) => (text.includes(' – ') ? text.split(' – ') : [])))
  const shared = [...parts].map((part) => ({
    numbers: plain.filter(({ column }) => grid.columns[column]!.text.split(' – ').includes(part)),
    row: null,
    column: part,
  }))
  return [...columns, ...shared, ...rows, { numbers: plain, row: null, column: null }].filter(
    ({ numbers }) => numbers.length > 1,
  )
}

function groups(numbers: CellNumber[], key: (number: CellNumber) => number): CellNumber[][] {
  const found = new Map<number, CellNumber[]>()
  for (const number of numbers) found.set(key(number), [...(found.get(key(number)) ?? []), number])
  return [...found.values()]
}

/** Does the sentence name what is added up, or say that it adds up what the table counts? */
function isMeant({ numbers, row, column }: Sum, context: Context, isReferred: boolean): boolean {
  const { mention, locale } = context
  const { grid } = numbers[0]!
  if (mention.unit && measureOf(mention.unit, locale) !== numbers[0]!.measure && measureOf(mention.unit, locale))
    return false
  const label = row ?? column
  if (label !== null) return axisSays(label, context)
  const counts = mention.nouns.some((noun) => grid.captionWords.some((word) => related(noun, word, locale)))
  const adds = holdsAny(sentenceOf(context), locale.telling.together)
  return counts && (isReferred || adds)
}
