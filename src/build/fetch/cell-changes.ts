import type { DataFile } from '../../update/data.ts'
import { missingIn } from '../../update/missing.ts'
import type { SheetCell } from '../../update/sheet.ts'

/** A cell of a data file that is not what it was; null where it was not there, or is no more. */
export interface CellChange {
  row: string
  column: string
  before: string | null
  after: string | null
}

/** What a data file has otherwise than the one before, cell by cell in its order; what is gone comes last. */
export function cellChanges(before: DataFile | null, after: DataFile): CellChange[] {
  const [old, now] = [cellsOf(before), cellsOf(after)]
  const changed = [...now].flatMap(([key, { row, column, cell }]) => {
    const earlier = old.get(key)?.cell
    if (earlier && isSame(earlier, cell)) return []
    return { row, column, before: earlier ? shown(earlier) : null, after: shown(cell) }
  })
  const gone = [...old].flatMap(([key, { row, column, cell }]) =>
    now.has(key) ? [] : { row, column, before: shown(cell), after: null },
  )
  return [...changed, ...gone]
}

/** How many values a data file gives. */
export const valueCount = (file: DataFile) => cellsOf(file).size

/** The cells of a file by the names of their row and column; names that stand several times are told apart by their order. */
function cellsOf(file: DataFile | null): Map<string, { row: string; column: string; cell: SheetCell }> {
  const cells = new Map<string, { row: string; column: string; cell: SheetCell }>()
  for (const { sheet } of file?.sheets ?? []) {
    const [header = [], ...rows] = sheet.rows
    for (const [label, ...values] of rows) {
      for (const [at, cell] of values.entries()) {
        const [row, column] = [label!.text, header[at + 1]?.text ?? '']
        let nth = 0
        while (cells.has(JSON.stringify([row, column, nth]))) nth++
        cells.set(JSON.stringify([row, column, nth]), { row, column, cell })
      }
    }
  }
  return cells
}

function isSame(a: SheetCell, b: SheetCell): boolean {
  return a.number !== undefined && b.number !== undefined ? a.number === b.number : shown(a) === shown(b)
}

function shown(cell: SheetCell): string {
  const reason = cell.text ? null : missingIn(cell)
  return reason ? `missing (${reason})` : cell.text || 'empty'
}
