import type { Locale } from '../../locale/locale.ts'
import { cellText, cellTexts, placeOfCell } from '../../model/cell-text.ts'
import type { Cell, Table, Value } from '../../model/report.ts'
import { numbersIn } from '../../model/values.ts'
import type { Point } from '../../origin/origin.ts'
import { placeAt, type Traced } from '../../origin/traced.ts'

/** How a table is called in a message. */
export function nameOf({ id, caption, section }: Table): string {
  return id ?? caption ?? (section ? `the table in section ${section}` : 'the table')
}

/** The text of a cell with its list. */
export const textOf = (cell: Cell): string => written(cell).text

/** The same with where each of its letters stands. */
export const written = (cell: Cell): Traced => cellText(cell, ' ')

/** Where one of the values of a cell stands: the line and column of its first digit or sign. */
export function placeOfValue(cell: Cell, value: Value, locale: Locale): Point {
  const numbers = cellTexts(cell).flatMap((text) => numbersIn(text.text, locale).map(({ at }) => placeAt(text, at)))
  const { line, column } = numbers[(cell.values ?? []).indexOf(value)] ?? placeOfCell(cell)
  return { line, column }
}
