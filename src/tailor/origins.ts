import { cellText, inCell } from '../model/cell-text.ts'
import type { Cell, Table } from '../model/report.ts'
import { lengthOf, type Origin } from '../origin/origin.ts'
import { originOf, type Span } from '../origin/spans.ts'
import { stretched } from '../origin/stretched.ts'

/** The origin of a text of so many letters that stands on some lines of the report, it is not known where. */
export function linesOrigin(file: string, [first, last]: [number, number], length: number): Origin {
  const at = (line: number) => ({ line, column: 1 })
  return { kind: 'block', file, start: at(first), end: at(last), length: Math.max(1, length) }
}

/** The origin of a text that stands where spans say, or else somewhere on its lines. */
export function textOrigin(
  text: string,
  lines: [number, number],
  spans: readonly Span[] | undefined,
  file: string,
): Origin {
  return spans?.length ? originOf(spans, text.length, file) : linesOrigin(file, lines, text.length)
}

/** The origin of a cell's text, or of another text of so many letters that is made of it. */
export function cellOrigin(table: Table, row: number, column: number, file: string, length?: number): Origin {
  const cell = table.rows[row]![column]!
  const { origin } = cellText(cell)
  const own = Math.max(1, length ?? lengthOf(origin))
  return inCell(
    cell.spans?.length && lengthOf(origin) ? stretched(origin, own) : unplaced(cell, file, own),
    table,
    row,
    column,
  )
}

/** The origin of a cell that has no letters in the report: it is empty, or a data file added it. */
function unplaced({ line, spans, updated }: Cell, file: string, length: number): Origin {
  const printed = spans?.[0]?.[1] || line
  const of = linesOrigin(file, [printed, printed], length)
  if (!updated) return of
  const { file: data, line: dataLine, date, source } = updated
  return { kind: 'updated', file: data, line: dataLine, date, source, of, length }
}

/** The origin of the headings of a table: from its first line to that before its first row. */
export function headerOrigin({ lines, rows }: Table, file: string, length: number): Origin {
  const [first] = lines!
  return linesOrigin(file, [first, Math.max(first, (rows[0]?.[0]?.line ?? first) - 1)], length)
}
