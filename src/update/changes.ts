import type { Cell, Report, Table } from '../model/report.ts'
import { rowLabels } from './match.ts'

/** A cell that an update changed. */
export interface Change {
  table: string
  row: string
  column: string
  /** As the report prints it, and as it is now. */
  before: string
  after: string
  /** The line of the report. */
  line: number
  /** Where the new value stands, and as of which date it holds. */
  file: string
  fileLine: number
  fileColumn: number
  date: string
  source: string
}

/** Every cell of a report that updates changed, in its order. */
export function changesOf({ tables }: Pick<Report, 'tables'>): Change[] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row, at) => row.flatMap((_, column) => changeAt(table, at, column) ?? [])),
  )
}

/** What an update changed of a cell; null where nothing. */
export function changeAt(table: Table, row: number, column: number): Change | null {
  const { updated, line, ...cell } = table.rows[row]![column]!
  if (!updated) return null
  const { printed, line: fileLine, column: fileColumn = 1, ...source } = updated
  const names = { row: rowLabels(table)[row]!, column: table.header?.[column] || String(column + 1) }
  return {
    table: tableName(table),
    ...names,
    before: printed,
    after: cellText({ ...cell, line }),
    line,
    fileLine,
    fileColumn,
    ...source,
  }
}

export const tableName = ({ id, caption }: Table) => id ?? caption ?? ''

/** The text of a cell with its list. */
export function cellText({ text, items = [] }: Cell): string {
  return [text, ...items].filter(Boolean).join('; ')
}

/** "Table 2.1, Boats, North" */
export const cellName = ({ table, row, column }: Pick<Change, 'table' | 'row' | 'column'>) =>
  [table, row, column].filter(Boolean).join(', ')
