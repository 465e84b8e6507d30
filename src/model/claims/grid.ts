import type { Locale } from '../../locale/locale.ts'
import type { Cell, Entity, Table } from '../report.ts'
import { fold, holdsName } from '../text.ts'
import { type Mention, mentionsIn } from './mentions.ts'
import { measureOf } from './units.ts'
import { contentWords } from './words.ts'

/** A table as claims see it: its numbers, and what its rows and columns are called. */
export interface Grid {
  table: Table
  /** Its id, or its caption where it has no number. */
  name: string
  rows: Label[]
  columns: Label[]
  /** What may be counted of it: its rows of different names, and its columns. */
  sizes: number[]
  /** How many columns on the left name the rows. */
  stubs: number
  numbers: CellNumber[]
  /** Its numbers by row. */
  inRow: CellNumber[][]
  /** How many numbers a cell holds, by row and column as one number. */
  perCell: Map<number, number>
  captionWords: string[]
  captionMentions: Mention[]
  noteMentions: Mention[]
  /** Its place among the passages and tables of the report. */
  order: number
}

/** What a row or column is called. */
export interface Label {
  text: string
  /** Its words that most of its neighbours do not have. */
  words: string[]
  /** Those of its words that are no part of an entity's name. */
  kinds: string[]
  /** The entities it names, by their place in the list. */
  entities: number[]
  isTotal: boolean
}

/** A number in a cell. */
export interface CellNumber extends Mention {
  grid: Grid
  row: number
  column: number
  /** Which of the numbers of its cell it is, from 0. */
  index: number
  /** What it measures: the sign or word after it, else what its column or the caption says. */
  measure: string | null
}

/** The tables that have a name and rows; cards are texts, not tables. */
export function gridsOf(tables: { table: Table; order: number }[], entities: Entity[], locale: Locale): Grid[] {
  const names = entities.map(({ name, aliases }) => [name, ...aliases].map(fold))
  return tables.flatMap(({ table, order }) => {
    const name = table.id ?? table.caption
    if (!name || table.kind === 'box' || table.kind === 'study' || !table.rows.length) return []
    return gridOf(table, name, order, names, locale)
  })
}

function gridOf(table: Table, name: string, order: number, names: string[][], locale: Locale): Grid {
  const width = table.rows[0]!.length
  const stubs = stubWidth(table)
  const rowTexts = table.rows.map((row) =>
    row
      .slice(0, Math.max(1, stubs))
      .map(({ text }) => text)
      .join(' '),
  )
  const columnTexts = Array.from({ length: width }, (_, column) => table.header?.[column] ?? '')
  const rows = labels(rowTexts, names, locale)
  const columns = labels(columnTexts, names, locale)
  const grid: Grid = {
    table,
    name,
    rows,
    columns,
    sizes: sizesOf(table, rows, columns, stubs),
    stubs,
    numbers: [],
    inRow: table.rows.map(() => []),
    perCell: new Map(),
    captionWords: contentWords(table.caption ?? '', locale),
    captionMentions: mentionsIn(table.caption ?? '', locale),
    noteMentions: table.notes.flatMap((note) => mentionsIn(note, locale)),
    order,
  }
  const measures = columnTexts.map((text) => measureOf(text, locale) ?? measureOf(table.caption ?? '', locale))
  table.rows.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (column < stubs) return
      const mentions = numbersOf(cell, locale)
      grid.perCell.set(at * width + column, mentions.length)
      for (const [index, mention] of mentions.entries()) {
        const own = mention.unit && measureOf(mention.unit, locale)
        // of several numbers in a cell, the heading speaks of one
        const measure = own || (mention.nouns.length || mentions.length > 1 ? null : measures[column]!)
        const number = { ...mention, grid, row: at, column, index, measure }
        grid.numbers.push(number)
        grid.inRow[at]!.push(number)
      }
    })
  })
  return grid
}

/** The numbers of a cell and its items, in their order. */
export function numbersOf({ text, items = [] }: Cell, locale: Locale): Mention[] {
  return [text, ...items].flatMap((each) => mentionsIn(each, locale))
}

/** How many columns on the left name the rows: the first, and those after it that hold no number. */
function stubWidth(table: Table): number {
  const width = table.rows[0]!.length
  if (width < 2) return 0
  const holdsNumber = (column: number) => table.rows.some((row) => row[column]!.values?.length)
  const isShort = (column: number) => table.rows.every((row) => row[column]!.text.length <= 40 && !row[column]!.items)
  let stubs = 1
  while (stubs < width - 1 && !holdsNumber(stubs) && isShort(stubs) && holdsNumber(stubs + 1)) stubs++
  return stubs
}

function labels(texts: string[], names: string[][], locale: Locale): Label[] {
  const all = texts.map((text) => contentWords(text, locale))
  const counts = new Map<string, number>()
  for (const word of all.flatMap((words) => [...new Set(words)])) counts.set(word, (counts.get(word) ?? 0) + 1)
  const common = texts.length > 2 ? texts.length / 2 : texts.length
  return texts.map((text, at) => {
    const folded = fold(text)
    const entities = names.flatMap((own, entity) => (own.some((name) => holdsName(folded, name)) ? entity : []))
    const words = all[at]!.filter((word) => counts.get(word)! <= common)
    const inNames = new Set(entities.flatMap((entity) => names[entity]!.flatMap((name) => name.split(' '))))
    return {
      text,
      words,
      kinds: words.filter((word) => !inNames.has(word)),
      entities,
      isTotal: locale.telling.totals.some((word) => holdsName(folded, word)),
    }
  })
}

/** How many rows of different names a table has, and how many columns beside those that name the rows; sums left out. */
function sizesOf(table: Table, rows: Label[], columns: Label[], stubs: number): number[] {
  const labels = table.rows.flatMap(([first], row) => (rows[row]!.isTotal ? [] : first!.text))
  const filled = labels.every(Boolean) ? new Set(labels).size : labels.length
  const values = columns.slice(stubs).filter(({ isTotal, text }) => text && !isTotal).length
  return values > 1 ? [filled, values] : [filled]
}
