import { gather } from '../input/gather.ts'
import { listed } from '../input/nearest.ts'
import { noSuch } from '../input/no-such.ts'
import { Problem, Problems } from '../input/problem.ts'
import { type AxisLabel, axisLabels } from './axis-labels.ts'
import type { Cube, Dimension } from './cube.ts'
import { folded } from './match.ts'
import type { Mapping } from './settings.ts'
import type { SheetCell } from './sheet.ts'

const axes = ['rows', 'columns'] as const
export type Axis = (typeof axes)[number]

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
  const chosen = dimensionsOf(cube, mapping, file)
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

/** Which dimensions give the rows and which the columns, by their places in the cube. */
function dimensionsOf(cube: Cube, mapping: Mapping, file: string): Record<Axis, number[]> {
  const { dimensions } = cube
  const { made, problems } = gather(axes, (axis) => {
    const { from, name } = mapping[axis] ?? {}
    if (from !== undefined && name !== undefined) throw bothSaid(axis, name, mapping)
    return [from ?? []].flat().map((each) => dimensionNamed(dimensions, each, mapping.at([axis, 'from'])))
  })
  const pickNames = Object.keys(mapping.pick ?? {})
  const picks = gather(pickNames, (name) => dimensionNamed(dimensions, name, mapping.at(['pick', name])))
  if (problems.length || picks.problems.length) throw new Problems([...problems, ...picks.problems])
  const [rows, columns] = made as [number[], number[]]
  const used = [...rows, ...columns, ...picks.made]
  const free = dimensions.flatMap(({ categories }, at) => (used.includes(at) || categories.length === 1 ? [] : at))
  const isSettled = (axis: Axis, own: number[]) => own.length > 0 || mapping[axis]?.name !== undefined
  if (isSettled('rows', rows) && isSettled('columns', columns))
    return allSaid(free, { rows, columns }, cube, mapping, file)
  for (const [axis, other] of [axes, axes.toReversed()] as [Axis, Axis][]) {
    if (!isSettled(other, { rows, columns }[other])) continue
    return { rows, columns, [axis]: whatIsLeft(axis, free, used, cube, mapping, file) }
  }
  const sided = (side: 'row' | 'column') => free.filter((at) => dimensions[at]!.side === side)
  if (sided('row').length && sided('column').length) return { rows: sided('row'), columns: sided('column') }
  if (free.length === 2) return { rows: [free[0]!], columns: [free[1]!] }
  throw new Problem('does not say what gives the rows and what the columns', {
    file,
    line: 1,
    found: shownDimensions(dimensions),
    expected: '"rows: { from: … }" and "columns: { from: … }" with names of these, or "name: …" for the only one',
  })
}

const bothSaid = (axis: Axis, name: string, { at }: Mapping) =>
  new Problem(`names one of the ${axis} and a dimension for them`, {
    ...at([axis, 'name']),
    found: name,
    expected: '"name", or "from" and "names"',
  })

/**
 * Where rows and columns are both said, nothing may be left but dimensions of one value; the names above the columns of a CSV file,
 * which no setting can name, go with the columns.
 */
function allSaid(
  free: number[],
  chosen: Record<Axis, number[]>,
  { dimensions }: Cube,
  mapping: Mapping,
  file: string,
): Record<Axis, number[]> {
  if (!free.length) return chosen
  const isHeading = free.length === 1 && dimensions[free[0]!]!.code === ''
  if (isHeading && mapping.columns?.name === undefined) return { ...chosen, columns: [...chosen.columns, ...free] }
  throw severalValues(free, dimensions, file)
}

/**
 * Where the rows are said the columns are what is left, and the other way round: a single dimension, or all on that side of the file;
 * of dimensions of one value the one that has a name which the settings change.
 */
function whatIsLeft(
  axis: Axis,
  free: number[],
  used: number[],
  { dimensions }: Cube,
  mapping: Mapping,
  file: string,
): number[] {
  const isOnSide = (at: number) => dimensions[at]!.side === (axis === 'rows' ? 'row' : 'column')
  if (free.length === 1 || (free.length && free.every(isOnSide))) return free
  if (free.length) throw severalValues(free, dimensions, file)
  const names = Object.keys(mapping[axis]?.names ?? {}).map(folded)
  const isNamed = (at: number) =>
    dimensions[at]!.categories.some(({ label, code }) => names.includes(folded(label)) || names.includes(folded(code)))
  const alone = dimensions.flatMap((_, at) => (used.includes(at) ? [] : at))
  const named = alone.filter(isNamed)
  if (named.length) return named
  const heading = alone.filter((at) => dimensions[at]!.code === '')
  if (axis === 'columns' && heading.length) return heading
  throw new Problem(`does not say what gives the ${axis}`, {
    file,
    line: 1,
    found: shownDimensions(dimensions),
    expected: `"${axis}: { from: … }" with one of these, or "${axis}: { name: … }" for the one that all values are for`,
  })
}

function severalValues(free: number[], dimensions: Dimension[], file: string): Problems {
  return new Problems(
    free.map((at) => {
      const { categories } = dimensions[at]!
      const name = shownName(dimensions[at]!)
      return new Problem(`has several values of ${name}`, {
        file,
        line: categories[0]!.line,
        column: categories[0]!.column,
        found: listed(categories.map(({ label }) => label)),
        expected: dimensions[at]!.code
          ? `"pick: { ${name}: … }" with one of them, or ${name} in "rows: { from: … }" or "columns: { from: … }"`
          : '"columns: { names: … }" with a name for one of them, and null for the others',
      })
    }),
  )
}

const shownName = ({ label, code }: Dimension) => label || code || 'the names above its columns'

const shownDimensions = (dimensions: Dimension[]) =>
  dimensions.map((each) => `${shownName(each)} (${each.categories.length})`).join(', ')

function dimensionNamed(
  dimensions: Dimension[],
  name: string,
  place: { file: string; line: number; column: number },
): number {
  const found = dimensions.findIndex(({ code, label }) => [code, label].map(folded).includes(folded(name)))
  if (found >= 0) return found
  throw noSuch(
    `the file has no dimension "${name}"`,
    name,
    dimensions.flatMap(({ label }) => label || []),
    place,
  )
}

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
