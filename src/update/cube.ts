import type { SheetCell } from './sheet.ts'

/** A value of a dimension, "Northport" of "harbour", and where the file names it. */
export interface Category {
  code: string
  label: string
  line: number
  column: number
}

/** What the numbers of a statistics bank's table are divided by. */
export interface Dimension {
  /** "OMRÅDE"; where a file has no codes, as the label. */
  code: string
  /** "område"; '' for what a CSV file has above its columns, which has no name there. */
  label: string
  categories: Category[]
  /** Does the file have it beside its rows or above its columns? null where it does not say. */
  side: 'row' | 'column' | null
}

/** A table of a statistics bank: numbers by any number of dimensions. */
export interface Cube {
  dimensions: Dimension[]
  /** Each number with the place of its category in every dimension, in the order of these. */
  cells: { at: number[]; cell: SheetCell }[]
}
