import type { Cell, Table } from '../report.ts'
import { fold } from '../text.ts'
import { likeness, wordsOnce } from './likeness.ts'
import { type Pairing, paired } from './pairs.ts'

/** A row of a table with the name it goes by. */
export interface Row {
  at: number
  cells: Cell[]
  name: string
}

export interface Column {
  at: number
  name: string
  cells: Cell[]
}

/** The text of a cell with its list. */
export const cellText = ({ text, items = [] }: Cell) => [text, ...items].filter(Boolean).join('; ')

export const rowText = (cells: Cell[]) => cells.map(cellText).join(' | ')

/** Rows go by their first cell; where several begin alike, by the second too, and then by their place among these. */
export function rowsOf({ rows }: Table): Row[] {
  const named = rows.map((cells, at) => ({ at, cells, name: cellText(cells[0]!) }))
  const longer = renamed(named, ({ name, cells }) => [name, cells[1] && cellText(cells[1])].filter(Boolean).join(', '))
  const seen = new Map<string, number>()
  return renamed(longer, ({ name }) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count > 1 ? `${name} (${count})` : name
  })
}

/** Rows with another name where several share one. */
function renamed(rows: Row[], rename: (row: Row) => string): Row[] {
  const counts = new Map<string, number>()
  for (const { name } of rows) counts.set(name, (counts.get(name) ?? 0) + 1)
  return rows.map((row) => (counts.get(row.name)! > 1 ? { ...row, name: rename(row) } : row))
}

export function columnsOf({ header, rows }: Table): Column[] {
  return Array.from({ length: rows[0]?.length ?? header?.length ?? 0 }, (_, at) => ({
    at,
    name: header?.[at] ?? '',
    cells: rows.map((cells) => cells[at]!),
  }))
}

/** Columns by their heading, else by what stands in them; without headings by their place. */
export function pairedColumns(before: Table, after: Table): Pairing<Column> {
  const [old, now] = [columnsOf(before), columnsOf(after)]
  const words = wordsOnce<Column>(({ cells }) => cells.map(cellText).join(' '))
  const heading = wordsOnce<Column>(({ name }) => name)
  const sameWidth = old.length === now.length
  return paired(old, now, [
    ({ name }) => fold(name) || null,
    ({ at, name }) => (at === 0 || (sameWidth && !name) ? `${at}` : null),
    { score: (a, b) => Math.max(likeness(heading(a), heading(b)), likeness(words(a), words(b))), least: 0.6 },
    ({ at }) => (sameWidth ? `${at}` : null),
  ])
}

/** Rows by what they say, else by their name, else by how many of their other cells are the same. */
export function pairedRows(before: Table, after: Table, columns: Pairing<Column>): Pairing<Row> {
  const others = columns.pairs.filter((pair) => pair.before.at || pair.after.at)
  const name = wordsOnce<Row>((row) => row.name)
  const sameCells = (a: Row, b: Row) => {
    const both = others.map((pair) => [cellText(a.cells[pair.before.at]!), cellText(b.cells[pair.after.at]!)] as const)
    const filled = both.filter(([old, now]) => old || now)
    return filled.length ? filled.filter(([old, now]) => old === now).length / filled.length : 0
  }
  return paired(rowsOf(before), rowsOf(after), [
    ({ cells }) => fold(rowText(cells)),
    (row) => fold(row.name) || null,
    { score: (a, b) => Math.max(likeness(name(a), name(b)), sameCells(a, b)), least: 0.6 },
  ])
}
