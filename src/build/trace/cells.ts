import type { Source } from '../../document/source.ts'
import { placeOfCell } from '../../model/cell-text.ts'
import type { Cell, Table } from '../../model/report.ts'
import type { OriginCell } from './shape.ts'

/** A cell with the names it goes by. */
export function cellAt(table: Table, row: number, column: number): OriginCell {
  const cell = table.rows[row]![column]!
  return {
    table: table.id,
    caption: table.caption,
    row: table.rows[row]![0]!.text || null,
    column: table.header?.[column] || null,
    line: cell.line,
    place: placeOfCell(cell),
    printed: textOf(cell),
    updated: cell.updated ?? null,
  }
}

/** The cell that a source names, as the tailoring names cells: by row, column and line; null where it names none. */
export function cellNamed({ table: id, row, column, lines: [line] }: Source, tables: Table[]): OriginCell | null {
  if (row === undefined && column === undefined) return null
  for (const table of tables) {
    if (id === undefined ? !table.lines || line < table.lines[0] || line > table.lines[1] : table.id !== id) continue
    for (const [at, cells] of table.rows.entries()) {
      if (cells[0]!.text !== (row ?? '')) continue
      const found = cells.findIndex(
        (cell, index) =>
          (cell.line === line || cell.spans?.[0]?.[1] === line) && (table.header?.[index] ?? '') === (column ?? ''),
      )
      if (found >= 0) return cellAt(table, at, found)
    }
  }
  return null
}

export const isSameCell = (one: OriginCell, other: OriginCell) =>
  one.line === other.line && one.row === other.row && one.column === other.column

const textOf = ({ text, items = [] }: Cell) => [text, ...items].filter(Boolean).join('; ')
