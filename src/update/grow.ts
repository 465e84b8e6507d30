import type { Cell, Table } from '../model/report.ts'
import { folded } from './match.ts'
import type { Entry, Name } from './shape.ts'

/** An entry with the place of its cell, by row and column from 0. */
export interface Placed extends Entry {
  at: [number, number]
}

/**
 * A table with the rows and columns that entries add to it, empty, and the entries with their places in it. New rows stand below
 * the last, new columns behind it; in front of those that are totals.
 *
 * @param isTotal does a label name a total?
 */
export function grown(
  table: Table,
  entries: Entry[],
  isTotal: (label: string) => boolean,
): { table: Table; placed: Placed[] } {
  const { rows, header } = table
  const rowNames = newNames(entries.map(({ row }) => row))
  const columnNames = newNames(entries.map(({ column }) => column))
  const rowAt = beforeTotals(rows.map((row) => row[0]!.text).map(isTotal))
  const columnAt = beforeTotals((header ?? rows[0]!.map(() => '')).map(isTotal))
  const line = rows.at(-1)!.at(-1)!.line
  const wide = rows.map((row) =>
    row.toSpliced(columnAt, 0, ...columnNames.map((): Cell => ({ text: '', line: row[0]!.line }))),
  )
  const width = wide[0]!.length
  const more = rowNames.map((label) =>
    Array.from({ length: width }, (_, column): Cell => ({ text: column ? '' : label, line })),
  )
  const place = ({ at, label }: Name, added: string[], from: number) =>
    at < 0 ? from + added.map(folded).indexOf(folded(label)) : at < from ? at : at + added.length
  return {
    table: {
      ...table,
      header: header?.toSpliced(columnAt, 0, ...columnNames) ?? null,
      rows: wide.toSpliced(rowAt, 0, ...more),
    },
    placed: entries.map((entry) => ({
      ...entry,
      at: [place(entry.row, rowNames, rowAt), place(entry.column, columnNames, columnAt)],
    })),
  }
}

function newNames(names: Name[]): string[] {
  const found = new Map<string, string>()
  for (const { at, label } of names) if (at < 0 && !found.has(folded(label))) found.set(folded(label), label)
  return [...found.values()]
}

/** Where the totals at the end begin. */
const beforeTotals = (totals: boolean[]) => totals.findLastIndex((isTotal) => !isTotal) + 1
