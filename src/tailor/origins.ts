import { cellText, inCell } from '../model/cell-text.ts'
import type { Table } from '../model/report.ts'
import { lengthOf, type Origin } from '../origin/origin.ts'
import { originOf, type Span } from '../origin/spans.ts'
import { stretched } from '../origin/stretched.ts'

/** The origin of a text of so many letters that stands on some lines of the report, it is not known where. */
export function linesOrigin(file: string, [first, last]: [number, number], length: number): Origin {
  const [start, end] = [first, last].map((line) => ({ line, column: 1 })) as [Line, Line]
  return { kind: 'block', file, start, end, length: Math.max(1, length) }
}

type Line = { line: number; column: number }

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
  const own = length ?? lengthOf(origin)
  const { updated } = cell
  const known = lengthOf(origin) && cell.spans?.length ? origin : null
  const line = linesOrigin(file, [cell.spans?.[0]?.[1] || cell.line, cell.spans?.[0]?.[1] || cell.line], own)
  const of: Origin = known
    ? stretched(known, Math.max(1, own))
    : updated
      ? { kind: 'updated', ...fileOf(updated), of: line, length: Math.max(1, own) }
      : line
  return inCell(of, table, row, column)
}

const fileOf = ({ file, line, date, source }: { file: string; line: number; date: string; source: string }) => ({
  file,
  line,
  date,
  source,
})

/** The origin of the headings of a table: from its first line to that before its first row. */
export function headerOrigin({ lines, rows }: Table, file: string, length: number): Origin {
  const [first] = lines!
  return linesOrigin(file, [first, Math.max(first, (rows[0]?.[0]?.line ?? first) - 1)], length)
}
