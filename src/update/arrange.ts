import { gather } from '../input/gather.ts'
import { noSuch } from '../input/no-such.ts'
import { Problem, Problems } from '../input/problem.ts'
import { type Axis, axes, axisDimensions, dimensionNamed } from './axis-dimensions.ts'
import { type AxisLabel, axisLabels } from './axis-labels.ts'
import type { Cube } from './cube.ts'
import { folded } from './match.ts'
import type { Mapping } from './settings.ts'
import type { SheetCell } from './sheet.ts'

/**
 * The rows of a sheet in the shape of the report's table, from a table by any number of dimensions: the first row names the
 * columns, the first cell of each other its row. Each cell keeps its place in the file.
 *
 * Without a mapping, dimensions of one value say nothing; what the file has beside its rows gives the rows, what it has above its
 * columns the columns, and of two others the first gives the rows.
 *
 * @throws {Problem} or {Problems} for names that no dimension or value has, and for dimensions of which nothing says what they give
 */
export function arranged(cube: Cube, mapping: Mapping, file: string): SheetCell[][] {
  const chosen = axisDimensions(cube, mapping, file)
  const picked = pickedValues(cube, chosen, mapping)
  const meant = cube.cells.filter(({ at }) => picked.every(([dimension, value]) => at[dimension] === value))
  const { made, problems } = gather(axes, (axis) => {
    const dimensions = chosen[axis].map((at) => cube.dimensions[at]!)
    const given = meant.map(({ at }) => chosen[axis].map((dimension) => at[dimension]!))
    return axisLabels(dimensions, distinct(given), axis, mapping, file)
  })
  if (problems.length) throw new Problems(problems)
  const [rows, columns] = made as [AxisLabel[], AxisLabel[]]
  const cells = new Map<string, SheetCell>()
  const twice: Problem[] = []
  for (const { at, cell } of meant) {
    const key = String([...chosen.rows, ...chosen.columns].map((dimension) => at[dimension]))
    const first = cells.get(key)
    if (first) twice.push(givenTwice(first, cell, file))
    else cells.set(key, cell)
  }
  if (twice.length) throw new Problems(twice)
  const missing = (label: SheetCell): SheetCell => ({
    text: '',
    missing: 'not in the file',
    line: label.line,
    column: label.column,
  })
  return [
    [{ text: '', line: 1, column: 1 }, ...columns.map(({ cell }) => cell)],
    ...rows.map((row) => [
      row.cell,
      ...columns.map((column) => cells.get(String([...row.at, ...column.at])) ?? missing(row.place)),
    ]),
  ]
}

/** Different places, in the order of the dimensions' values. */
function distinct(all: number[][]): number[][] {
  const found = new Map(all.map((at) => [String(at), at]))
  return [...found.values()].sort((a, b) => {
    const first = a.findIndex((value, index) => value !== b[index])
    return first < 0 ? 0 : a[first]! - b[first]!
  })
}

const givenTwice = (first: SheetCell, { text, line, column }: SheetCell, file: string) =>
  new Problem('gives a value for the same names twice', {
    file,
    line,
    column,
    found: text,
    expected: `one value; the first stands at line ${first.line}, column ${first.column}`,
  })

/** The places of the values that settings pick of dimensions that give neither rows nor columns. */
function pickedValues(
  { dimensions }: Cube,
  { rows, columns }: Record<Axis, number[]>,
  { pick = {}, at }: Mapping,
): [number, number][] {
  const { made, problems } = gather(Object.entries(pick), ([name, value]): [number, number] => {
    const dimension = dimensionNamed(dimensions, name, at(['pick', name]))
    const { categories } = dimensions[dimension]!
    const index = categories.findIndex(({ code, label }) => [code, label].map(folded).includes(folded(value)))
    const names = categories.map(({ label }) => label)
    if (index < 0) throw noSuch(`${name} has no value "${value}"`, value, names, at(['pick', name]))
    if ([...rows, ...columns].includes(dimension))
      throw new Problem(`picks a value of ${name}, which gives rows or columns`, {
        ...at(['pick', name]),
        found: `${name}: ${value}`,
        expected: 'a dimension that gives neither; null behind a name in "names" leaves a value out',
      })
    return [dimension, index]
  })
  if (problems.length) throw new Problems(problems)
  return made
}
