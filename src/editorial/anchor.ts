import { z } from 'zod'
import type { Table } from '../model/report.ts'
import { cellText, tableName } from '../update/changes.ts'
import { columnLabels, rowLabels } from '../update/match.ts'
import { keyOf, type Stretch } from './letters.ts'
import type { Paper, RowPlace } from './paper.ts'

/**
 * What is remembered of a piece of a basis, as it was when someone approved it: its words with a few before and behind, by which they
 * are known again wherever they stand, and the cells of a row by the names of table, row and column. The line is where it stood, a
 * hint and no more.
 */
export const anchorSchema = z.strictObject({
  line: z.int().positive(),
  /** Null where only cells are meant. */
  text: z.string().nullable(),
  before: z.string().default(''),
  after: z.string().default(''),
  /** How often these words stood in the report. */
  times: z.int().positive().default(1),
  table: z.string().nullable().default(null),
  caption: z.string().nullable().default(null),
  row: z.string().nullable().default(null),
  /** What the cells said, by the name of their column. */
  cells: z.record(z.string(), z.string()).default({}),
})

export type Anchor = z.infer<typeof anchorSchema>

/** A piece of a basis in a report: words, cells of a row, or a whole row, which is both. */
export interface Piece {
  line: number
  stretch: Stretch | null
  place: RowPlace | null
  /** Which columns of the row are meant, from 0. */
  columns: number[]
}

/** So many letters before and behind a piece are remembered. */
export const context = 48

export function anchorOf({ line, stretch, place, columns }: Piece, paper: Paper): Anchor {
  const cells = place ? cellsOf(place, columns) : {}
  const named = place && {
    table: tableName(place.table) || null,
    caption: place.table.caption,
    row: rowLabels(place.table)[place.row]!,
  }
  const rest = { table: null, caption: null, row: null, ...named, cells }
  if (!stretch) return { line, text: null, before: '', after: '', times: 1, ...rest }
  const { letters } = paper
  const [from, to] = [paper.letterAt(stretch[0]), paper.letterAt(stretch[1])]
  const key = letters.text.slice(from, to)
  const text = paper.words(stretch)
  return {
    line,
    // what people read must lead back to the same letters
    text: keyOf(text, paper.references) === key ? text : key,
    before: letters.text.slice(Math.max(0, from - context), from),
    after: letters.text.slice(to, to + context),
    times: timesOf(letters.text, key),
    ...rest,
  }
}

/** What some cells of a row say, by the names of their columns. */
export function cellsOf({ table, row }: RowPlace, columns: number[]): Record<string, string> {
  const names = columnNames(table)
  return Object.fromEntries(columns.map((column) => [names[column]!, cellText(table.rows[row]![column]!)]))
}

/** The names of a table's columns, each once: those that share a heading are told apart by their number. */
export function columnNames(table: Table): string[] {
  const labels = columnLabels(table)
  return labels.map((label, at) => {
    const name = label || String(at + 1)
    return labels.indexOf(label) === at ? name : `${name} #${at + 1}`
  })
}

function timesOf(text: string, key: string): number {
  let times = 0
  for (let at = text.indexOf(key); at >= 0 && key; at = text.indexOf(key, at + 1)) times++
  return Math.max(1, times)
}
