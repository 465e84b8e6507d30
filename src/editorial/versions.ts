import type { Locale } from '../locale/locale.ts'
import { type Grid, gridsOf } from '../model/claims/grid.ts'
import type { Report, Table } from '../model/report.ts'
import { fold } from '../model/text.ts'
import { valuesIn } from '../model/values.ts'
import { tableName } from '../update/changes.ts'
import { columnLabels, rowLabels } from '../update/match.ts'
import { columnNames } from './anchor.ts'
import type { CellChange } from './locate.ts'

/** A changed cell in its table. */
export interface CellPlace {
  grid: Grid
  row: number
  column: number
}

/** The tables that hold changed cells, as they were when something was approved, and as they are. */
export interface Versions {
  before: Table[]
  after: Table[]
  /** The tables with changed cells, as they were. */
  grids: Grid[]
  /** The place of a table among those of the report. */
  tableOf(grid: Grid): number
  changeAt(table: number, row: number, column: number): CellChange | null
  /** Null where no cell, or no only one, goes by these names. */
  placeOf(change: CellChange): CellPlace | null
}

/**
 * The tables of a report with and without some changes of cells, and no other: only what is below a statement counts for it.
 */
export function tablesAround(changes: CellChange[], report: Report, locale: Locale): Versions {
  const { tables, entities } = report
  const found = changes.flatMap((change) => {
    const place = indexesOf(change, tables)
    return place ? [{ change, ...place }] : []
  })
  const version = (side: 'before' | 'after') =>
    tables.map((table, at) => {
      const own = found.filter((each) => each.table === at)
      if (!own.length) return table
      const rows = table.rows.map((row) => row.map((cell) => ({ ...cell })))
      for (const { change, row, column } of own) {
        const text = change[side]
        const { updated: _, values: __, items: ___, ...cell } = rows[row]![column]!
        const values = valuesIn(text, locale)
        const updated = { date: '', source: '', file: '', line: 1, printed: change.before }
        rows[row]![column] = {
          ...cell,
          text,
          ...(values.length ? { values } : {}),
          ...(side === 'after' ? { updated } : {}),
        }
      }
      return { ...table, rows }
    })
  const [before, after] = [version('before'), version('after')]
  const byTable = new Map(
    [...new Set(found.map(({ table }) => table))].flatMap((at): [number, Grid][] => {
      const grid = gridsOf([{ table: before[at]!, order: 0 }], entities, locale)[0]
      return grid ? [[at, grid]] : []
    }),
  )
  const indexes = new Map([...byTable].map(([at, grid]) => [grid, at]))
  return {
    before,
    after,
    grids: [...byTable.values()],
    tableOf: (grid) => indexes.get(grid)!,
    changeAt: (table, row, column) =>
      found.find((each) => each.table === table && each.row === row && each.column === column)?.change ?? null,
    placeOf(change) {
      const own = found.find((each) => each.change === change)
      const grid = own && byTable.get(own.table)
      return grid ? { grid, row: own.row, column: own.column } : null
    },
  }
}

function indexesOf({ table: name, row, column }: CellChange, tables: Table[]) {
  const places = tables.flatMap((table, at) => {
    if (fold(tableName(table)) !== fold(name) || !table.rows.length) return []
    const rowAt = rowLabels(table).indexOf(row)
    const columnAt = [columnLabels(table), columnNames(table)]
      .map((labels) => labels.indexOf(column))
      .find((found) => found >= 0)
    return rowAt >= 0 && columnAt !== undefined ? [{ table: at, row: rowAt, column: columnAt }] : []
  })
  return places.length === 1 ? places[0]! : null
}
