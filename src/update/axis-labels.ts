import { noSuch } from '../input/no-such.ts'
import { Problem, Problems } from '../input/problem.ts'
import type { Category, Dimension } from './cube.ts'
import { folded } from './match.ts'
import type { Mapping } from './settings.ts'
import type { SheetCell } from './sheet.ts'

/** A row or column that dimensions of a file give. */
export interface AxisLabel {
  /** Its categories, by their places in these dimensions. */
  at: number[]
  /** What it is called in the report, and where that is said. */
  cell: SheetCell
  /** Where the file names it. */
  place: SheetCell
}

/**
 * The rows or columns that dimensions give, in the order of the file; names of several are joined: "Men 2019".
 *
 * @param given the categories that there are values for, by their places in the dimensions
 * @throws {Problems} for names in the settings that the file does not have
 */
export function axisLabels(
  dimensions: Dimension[],
  given: number[][],
  axis: 'rows' | 'columns',
  mapping: Mapping,
  file: string,
): AxisLabel[] {
  const { name, names = {} } = mapping[axis] ?? {}
  if (!dimensions.length) {
    const cell = { text: name!, ...mapping.at([axis, 'name']) }
    return [{ at: [], cell, place: { text: name!, line: 1, column: 1, file } }]
  }
  const renames = new Map(Object.entries(names).map(([written, to]) => [folded(written), { written, to }]))
  const used = new Set<string>()
  const renamed = (categories: Category[]): { to: string | null; written: string } | null => {
    const joined = [categories.map(({ label }) => label).join(' '), categories.map(({ code }) => code).join(' ')]
    const key = joined.map(folded).find((each) => renames.has(each))
    if (key === undefined) return null
    used.add(key)
    return renames.get(key)!
  }
  const labels = given.flatMap((at): AxisLabel[] => {
    const categories = at.map((index, dimension) => dimensions[dimension]!.categories[index]!)
    const parts = categories.map((category) => ({ category, said: categories.length > 1 ? renamed([category]) : null }))
    const whole = renamed(categories)
    const isLeftOut = whole ? whole.to === null : parts.some(({ said }) => said?.to === null)
    if (isLeftOut) return []
    const { line, column } = categories[0]!
    const place: SheetCell = { text: categories.map(({ label }) => label).join(' '), line, column }
    const text = whole?.to ?? parts.map(({ category, said }) => said?.to ?? category.label).join(' ')
    const said = whole ?? parts.find((part) => part.said)?.said
    return [{ at, cell: { ...place, text, ...(said ? mapping.at([axis, 'names', said.written]) : {}) }, place }]
  })
  const unused = [...renames].filter(([key]) => !used.has(key)).map(([, { written }]) => written)
  const known = dimensions.flatMap(({ categories }) => categories.map(({ label }) => label))
  if (unused.length)
    throw new Problems(
      unused.map((written) =>
        noSuch(`the file has no "${written}"`, written, known, mapping.at([axis, 'names', written])),
      ),
    )
  if (!labels.length)
    throw new Problem(`leaves out all ${axis}`, { ...mapping.at([axis, 'names']), expected: 'a name for one at least' })
  return labels
}
