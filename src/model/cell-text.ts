import type { CellOrigin, Origin } from '../origin/origin.ts'
import { originOf } from '../origin/spans.ts'
import { concat, framing, type Traced } from '../origin/traced.ts'
import type { Cell, Table } from './report.ts'
import { reportFile } from './traced-text.ts'

/** The texts of a cell, its own and those of its items, each with where it stands; empty ones left out. */
export function cellTexts({ text, items = [], spans = [], itemSpans = [], updated }: Cell): Traced[] {
  const written = [text, ...items].map((each, at): Traced => {
    const own = (at ? itemSpans[at - 1] : spans) ?? []
    return { text: each, origin: originOf(own, each.length, reportFile) }
  })
  if (!updated) return written.filter((each) => each.text)
  const { printed, file, line, date, source } = updated
  const of = originOf(spans, printed.length, reportFile)
  return written
    .filter((each) => each.text)
    .map(({ text }) => ({
      text,
      origin: { kind: 'updated', file, line, date, source, of, length: text.length },
    }))
}

/** The text of a cell and its items as one. */
export function cellText(cell: Cell, divider = '; '): Traced {
  const texts = cellTexts(cell)
  return concat(texts.flatMap((each, at) => (at ? [framing(divider), each] : [each])))
}

/** An origin as that of a cell, by row and column from 0. */
export function inCell(of: Origin, { id, rows, header }: Table, row: number, column: number): CellOrigin {
  return { kind: 'cell', table: id, row: rows[row]?.[0]?.text || null, column: header?.[column] || null, of }
}

/** Where a cell stands in the report, also an empty one. */
export function placeOfCell({ line, spans }: Cell): { line: number; column: number } {
  const [first] = spans ?? []
  // a cell that heads several rows stands on the first of them
  return first && first[1] === line ? { line, column: first[2] } : { line, column: 1 }
}
