import { gather } from '../input/gather.ts'
import { listed } from '../input/nearest.ts'
import { noSuch } from '../input/no-such.ts'
import { Problem, Problems } from '../input/problem.ts'
import type { Cube, Dimension } from './cube.ts'
import { folded } from './match.ts'
import type { Mapping } from './settings.ts'

export const axes = ['rows', 'columns'] as const
export type Axis = (typeof axes)[number]

/**
 * Which dimensions give the rows and which the columns, by their places in the cube: those that settings name, and what is left.
 *
 * @throws {Problem} or {Problems} for names that no dimension has, and for dimensions of which nothing says what they give
 */
export function axisDimensions(cube: Cube, mapping: Mapping, file: string): Record<Axis, number[]> {
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

/**
 * The place of a dimension by its name or code.
 *
 * @param place where the name stands, for a name that none has
 */
export function dimensionNamed(
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
