import type { ProblemDetails } from '../input/problem.ts'

/** A cell of a data file as it was written, and where it stands, 1-based. */
export interface SheetCell {
  /** What a spreadsheet shows of it, white space at its ends left out. */
  text: string
  /** The number of a spreadsheet's number cell, which needs no reading. */
  number?: number
  /** Is this number shown as a percentage? */
  isPercent?: boolean
  /** Why the file gives no value here, where it says so otherwise than by a sign. */
  missing?: string
  /** The file it stands in, where that is another than the sheet's: a name that settings give. */
  file?: string
  /** In a text file the line; in a spreadsheet the row. */
  line: number
  /** In a text file the character of the line; in a spreadsheet the column. */
  column: number
}

/** The cells of a data file: a CSV file is one sheet, a workbook one or more. */
export interface Sheet {
  /** The file as messages show it. */
  file: string
  /** Its path inside the source folder: what the model and documents call it. */
  path: string
  /** What names the table where nothing else does: the sheet's name, a CSV file's without its extension. */
  name: string
  /** Is it one of several of a workbook? Messages then name it. */
  isNamed: boolean
  rows: SheetCell[][]
}

/** Where a cell of a sheet stands. */
export function placeOf(
  sheet: Pick<Sheet, 'file'>,
  { line, column, file = sheet.file }: Pick<SheetCell, 'line' | 'column' | 'file'>,
): ProblemDetails {
  return { file, line, column }
}

/** The text of a cell in a message: no longer than a person reads at once. */
export function shownText({ text }: SheetCell): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text || 'an empty cell'
}
