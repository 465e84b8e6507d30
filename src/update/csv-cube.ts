import { Problem, Problems } from '../input/problem.ts'
import type { CsvCell } from './csv.ts'
import type { Category, Cube, Dimension } from './cube.ts'
import { type Layout, labelColumns } from './layout.ts'
import { folded } from './match.ts'
import { type SheetCell, shownText } from './sheet.ts'

/**
 * The table of a statistics bank's CSV file. Each column of names is a dimension; the names above the numbers are one more, which
 * has no name of its own. A name that is left out because it is that of the row above stands for it.
 *
 * @param named the dimensions that settings name: their columns are names, though all of them be numbers
 * @throws {Problems} for rows that are shorter than the row of names
 */
export function csvCube(layout: Layout<CsvCell>, named: string[], file: string): Cube {
  const { header, rows } = layout
  const wanted = named.map(folded)
  const furthest = header.findLastIndex(({ text }) => text && wanted.includes(folded(text)))
  const labels = Math.max(labelColumns(layout), furthest + 1)
  const stubs = header.slice(0, labels).map(({ text }): Dimension => dimension(text, 'row'))
  const heads = header.slice(labels).map(category)
  refuseShort(layout, file)
  const cells: Cube['cells'] = []
  const places = stubs.map(() => new Map<string, number>())
  let above: SheetCell[] = []
  for (const row of rows) {
    const names = row.slice(0, labels).map((cell, at) => (cell.text ? cell : { ...cell, text: above[at]?.text ?? '' }))
    const at = names.map((cell, index) => placeIn(stubs[index]!, places[index]!, cell))
    above = names
    heads.forEach((_, column) => {
      const cell = row[labels + column] ?? { text: '', line: row[0]!.line, column: row[0]!.column }
      cells.push({ at: [...at, column], cell })
    })
  }
  return { dimensions: [...stubs, { ...dimension('', 'column'), categories: heads }], cells }
}

/** A bank's rows are all as long as the first: one with fewer cells was cut off, or is none of the table. */
function refuseShort({ header, rows }: Layout<CsvCell>, file: string): void {
  const short = rows.filter((row) => row.length < header.length)
  if (!short.length) return
  throw new Problems(
    short.map((row) => {
      const { line, column } = row.at(-1)!
      return new Problem('has a row with too few cells', {
        file,
        line,
        column,
        found: `${row.length} cells: ${shownText(row[0]!)}`,
        expected: `${header.length}, as in the row of names`,
      })
    }),
  )
}

const dimension = (label: string, side: 'row' | 'column'): Dimension => ({ code: label, label, categories: [], side })

const category = ({ text, line, column }: SheetCell): Category => ({ code: text, label: text, line, column })

/** The place of a name in its dimension, which takes it in where it is new. */
function placeIn({ categories }: Dimension, places: Map<string, number>, cell: SheetCell): number {
  const known = places.get(cell.text)
  if (known !== undefined) return known
  places.set(cell.text, categories.length)
  return categories.push(category(cell)) - 1
}
