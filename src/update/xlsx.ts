import { type CellValue, readXlsx as parseWorkbook, type Cell as WorkbookCell } from 'hucre/xlsx'
import { Problem } from '../input/problem.ts'
import { notReadable, stored } from './archive.ts'
import type { Sheet, SheetCell } from './sheet.ts'

/**
 * The visible sheets of a workbook. Formulas are not worked out: what the workbook keeps as their last result is read.
 *
 * @throws {Problem} for what is no workbook, is too large, or has a formula without a result
 */
export async function readXlsx(bytes: Uint8Array, shown: string): Promise<Pick<Sheet, 'name' | 'rows'>[]> {
  const archive = stored(bytes, shown)
  const { sheets } = await parseWorkbook(archive, { readStyles: true }).catch((error: Error) => {
    throw notReadable(shown, error)
  })
  return sheets
    .filter(({ hidden, veryHidden }) => !hidden && !veryHidden)
    .map(({ name, rows, cells }) => ({
      name,
      rows: rows.map((row, line) =>
        row.map((value, column) => cellOf(value, cells?.get(`${line},${column}`), { line, column }, name, shown)),
      ),
    }))
}

function cellOf(
  value: CellValue,
  cell: WorkbookCell | undefined,
  at: { line: number; column: number },
  sheet: string,
  shown: string,
): SheetCell {
  const place = { line: at.line + 1, column: at.column + 1 }
  if (cell?.formula && (value === null || value === ''))
    throw new Problem(`sheet "${sheet}" has a formula without a result`, {
      file: shown,
      ...place,
      found: `=${cell.formula.slice(0, 80)}`,
      expected: 'a workbook that a spreadsheet program has saved, or the number itself',
    })
  if (typeof value !== 'number') return { text: textOf(value), ...place }
  const isPercent = cell?.style?.numFmt?.includes('%') ?? false
  // what a binary fraction adds beyond the digits that were typed
  const number = Number((isPercent ? value * 100 : value).toPrecision(12))
  return { text: isPercent ? `${number}%` : String(number), number, isPercent, ...place }
}

function textOf(value: Exclude<CellValue, number>): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '').trim()
}
