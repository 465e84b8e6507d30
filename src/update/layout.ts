import type { CsvCell } from './csv.ts'
import { isMissingSign } from './missing.ts'
import type { SheetCell } from './sheet.ts'

/** A CSV file as statistics banks write it: titles, a table, and notes below it. */
export interface Layout<Cell extends SheetCell = SheetCell> {
  titles: Cell[]
  /** The names above the columns; those of several rows are one name: "Men 2019". */
  header: Cell[]
  rows: Cell[][]
  notes: Cell[]
}

/**
 * Takes the titles above a table and the notes below it away, and makes one row of its heading rows. A table of one row of names
 * and nothing around it stays as it is.
 */
export function layoutOf(rows: CsvCell[][]): Layout<CsvCell> {
  const filled = rows.filter((row) => row.some(({ text }) => text))
  const start = filled.findIndex((row) => !isAlone(row))
  if (start < 0) return { titles: [], header: filled[0] ?? [], rows: filled.slice(1), notes: [] }
  const body = filled.slice(start)
  const end = notesStart(body)
  const table = body.slice(0, end)
  const headings = headingRows(table)
  return {
    titles: filled.slice(0, start).map(([first]) => first!),
    header: oneHeader(table.slice(0, headings)),
    rows: table.slice(headings),
    notes: body.slice(end).map(([first]) => first!),
  }
}

/** A row of one text: a title or a note. */
const isAlone = (row: SheetCell[]) => row.every(({ text }, at) => (at === 0) === Boolean(text))

/** Where the rows of one text at the end begin, behind an empty line; without one they are rows that lack their values. */
function notesStart(rows: SheetCell[][]): number {
  const from = rows.findLastIndex((row) => !isAlone(row)) + 1
  for (let at = from; at < rows.length; at++) if (rows[at]![0]!.line > rows[at - 1]!.at(-1)!.line + 1) return at
  return rows.length
}

/** How many rows at the beginning name the columns. */
function headingRows(rows: SheetCell[][]): number {
  let count = 1
  while (count < rows.length - 1 && !rows[count]![0]!.text && !rows[count - 1]![0]!.text) count++
  const [last, next] = [rows[count - 1]!, rows[count]]
  return next && !last[0]!.text && repeats(last, next) ? count + 1 : count
}

/** Does a row name the same things below each name of the row above it: 2019 and 2020 below Men, and below Women? */
function repeats(above: SheetCell[], below: SheetCell[]): boolean {
  const starts = above.flatMap(({ text }, at) => (text && at ? at : []))
  const groups = starts.map((start, at) =>
    below
      .slice(start, starts[at + 1])
      .map(({ text }) => text)
      .join('\n'),
  )
  const isSpread = starts.length > 1 && starts[1]! - starts[0]! > 1
  return isSpread && groups.every((group) => group === groups[0] && group.replaceAll('\n', ''))
}

/** The names of several heading rows as one; an empty cell is spanned by the name before it, in all rows but the last. */
function oneHeader(rows: CsvCell[][]): CsvCell[] {
  const last = rows.at(-1) ?? []
  const spans = rows.slice(0, -1).map((row) => spanned(row, last.length))
  return last.map((cell, at) => {
    const names = [...spans.map((row) => row[at] ?? ''), cell.text].filter(Boolean)
    return { ...cell, text: names.join(' ') }
  })
}

function spanned(row: SheetCell[], width: number): string[] {
  let name = ''
  return Array.from({ length: width }, (_, at) => {
    name = row[at]?.text || name
    return name
  })
}

/**
 * How many columns at the left name the rows: those in quotes where the file has some, else those that are not all numbers and
 * signs of missing values; at least one.
 */
export function labelColumns({ header, rows }: Layout<CsvCell>): number {
  const cellsOf = (column: number) => rows.flatMap((row) => row[column] ?? []).filter(({ text }) => text)
  const quoted = rows.some((row) => row[0]?.isQuoted)
  const isNumber = ({ text }: SheetCell) => isMissingSign(text) || /^[-−]?[\d.,\u00a0\u202f ]*\d$/.test(text)
  const isLabel = ({ text, isQuoted, ...cell }: CsvCell) =>
    quoted ? isQuoted && !isMissingSign(text) : !isNumber({ text, ...cell })
  let count = 1
  while (count < header.length - 1) {
    const cells = cellsOf(count)
    if (!cells.length || !cells.every(isLabel)) break
    count++
  }
  return count
}
