import { numberAt } from '../../render/pdf/file/objects.ts'
import type { Tag } from './pdf.ts'

/** How the cells of a table fill its grid. */
export interface Grid {
  /** How many places of each row are filled. */
  widths: number[]
  /** Cells that lie over another. */
  overlapping: Tag[]
  /** Cells that span rows which the table does not have. */
  beyond: Tag[]
}

export const rowsOf = (table: Tag): Tag[] =>
  table.kids.flatMap((kid) => (kid.role === 'TR' ? [kid] : bodies.has(kid.role) ? rowsOf(kid) : []))

export const cellsOf = (row: Tag): Tag[] => row.kids.filter(({ role }) => role === 'TH' || role === 'TD')

export function gridOf(table: Tag): Grid {
  const rows = rowsOf(table)
  const filled = rows.map(() => new Set<number>())
  const overlapping: Tag[] = []
  const beyond: Tag[] = []
  for (const [at, row] of rows.entries()) {
    let column = 0
    for (const cell of cellsOf(row)) {
      while (filled[at]!.has(column)) column += 1
      const [height, width] = [spanOf(cell, 'RowSpan'), spanOf(cell, 'ColSpan')]
      if (at + height > rows.length) beyond.push(cell)
      const places = filled.slice(at, at + height)
      const columns = Array.from({ length: width }, (_, index) => column + index)
      if (places.some((place) => columns.some((each) => place.has(each)))) overlapping.push(cell)
      for (const place of places) for (const each of columns) place.add(each)
    }
  }
  return { widths: filled.map(({ size }) => size), overlapping, beyond }
}

const bodies = new Set(['THead', 'TBody', 'TFoot'])

function spanOf({ element }: Tag, key: 'RowSpan' | 'ColSpan'): number {
  const span = numberAt(element.attributes('Table'), key) ?? 1
  return Math.min(Math.max(1, Math.trunc(span)), widest)
}

/** A wider span is taken for a mistake that need not be counted out. */
const widest = 1000
