import type { Stretch } from './letters.ts'
import type { Lines, Paper } from './paper.ts'

/**
 * The smallest pieces of a report that words of a basis are kept by: a paragraph, an item of a list, a row of a table, a heading, a key of
 * the front matter. A
 * piece that moves takes its words along; what comes between two pieces changes neither.
 *
 * @returns the pieces of some lines, as offsets, those without a word left out
 */
export function unitsIn(paper: Paper, [first, last]: Lines): Stretch[] {
  const units: Stretch[] = []
  let open: number | null = null
  const close = (end: number) => {
    if (open !== null) units.push([open, end])
    open = null
  }
  for (let line = first; line <= last; line++) {
    const [from, to] = [paper.startOf(line), paper.startOf(line + 1)]
    const written = paper.source.slice(from, to)
    if (!written.trim()) close(from)
    else if (
      open === null ||
      line <= paper.frontEnd ||
      begins.test(written) ||
      isRow(written) ||
      isRowBefore(paper, line)
    ) {
      close(from)
      open = from
    }
  }
  close(paper.startOf(last + 1))
  return units.filter(([from, to]) => paper.letterAt(from) < paper.letterAt(to))
}

/** What begins a piece of its own: a heading, an item of a list, a quotation, a tag, a row, a note. */
const begins = /^\s*(?:#{1,6}\s|[-*+]\s|\d+[.)]\s|>|<|\||\[\^)/

/** Rows are written with TABs or bars. */
const isRow = (written: string) => /\t|\|/.test(written)

function isRowBefore(paper: Paper, line: number): boolean {
  return line > 1 && isRow(paper.source.slice(paper.startOf(line - 1), paper.startOf(line)))
}
