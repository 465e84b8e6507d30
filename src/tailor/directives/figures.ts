import type { ChartPoint, ChartSeries } from '../../document/nodes.ts'
import { noSuch } from '../../input/no-such.ts'
import { Problem } from '../../input/problem.ts'
import { locales } from '../../locale/locales.ts'
import { isNamed } from '../../model/entities.ts'
import type { Cell, Entity, Table } from '../../model/report.ts'
import { fold } from '../../model/text.ts'
import { formatValue } from '../../model/values.ts'
import type { Origin } from '../../origin/origin.ts'
import { stretched } from '../../origin/stretched.ts'
import { cellOrigin, headerOrigin } from '../origins.ts'
import { languageOf, type Rendering } from '../rendering.ts'
import { columnOf, rowOf, sameUnit, valueIn } from '../select.ts'

export interface FiguresChoice {
  rows: string[]
  columns: string[]
  transpose: boolean
  unit: string | undefined
  reference: string | undefined
  /** Printed name → the one to show. */
  rename: Map<string, string>
}

/** A row or column of the table: as printed, and as shown. */
export interface Label {
  at: number
  printed: string
  name: string
  /** Where it comes from; none where the template names it. */
  origin?: Origin
}

/** Numbers of a table as series along categories, and the cell that each comes from. */
export interface Figures {
  categories: Label[]
  series: (Label & ChartSeries & { cells: Quoted[] })[]
  reference: { label: Label; point: ChartPoint } | null
  unit: string | null
}

interface Quoted {
  cell: Cell
  origin: Origin
}

/**
 * Rows are series and columns categories; where one column stands against several rows, it is the series and the rows are the
 * categories. `transpose` turns that round. Unless chosen, a column without any number is left out.
 */
export function figuresOf(table: Table, choice: FiguresChoice, rendering: Rendering): Figures {
  const { entities } = rendering.report
  const labelled = labeller(table, choice.rename, rendering)
  const rowAt = (at: number): Label => labelled(at, table.rows[at]![0]!.text, cellOrigin(table, at, 0, rendering.file))
  const columnAt = (at: number): Label => labelled(at, table.header?.[at] ?? '', headerOrigin(table, rendering.file, 1))
  const named = choice.rows.map((name) => rowOf(table, name, entities))
  const rows = named.length ? named : table.rows.map((_, at) => at)
  const wanted = choice.columns.map((name) => columnOf(table, name, entities)).filter(Boolean)
  const columns = wanted.length ? wanted : filledColumns(table)
  const down = (columns.length === 1 && rows.length > 1) !== choice.transpose
  const [along, across] = down ? [rows, columns] : [columns, rows]
  const [labelOf, headOf] = down ? [rowAt, columnAt] : [columnAt, rowAt]

  const find = down ? rowOf : columnOf
  const compared = choice.reference ? labelOf(find(table, choice.reference, entities)) : null
  const categories = along.map(labelOf).filter(({ at }) => at !== compared?.at)
  const quoted = (head: Label, { at }: Label): Quoted => {
    const [row, column] = down ? [at, head.at] : [head.at, at]
    return { cell: table.rows[row]![column]!, origin: cellOrigin(table, row, column, rendering.file) }
  }
  const units: (string | null)[] = []
  const locale = locales[languageOf(rendering)]
  const pointOf = ({ cell, origin }: Quoted, where: string): ChartPoint | null => {
    if (!cell.values?.length) return null
    const value = valueIn(cell, choice.unit, `${table.id}, "${where}"`, locale)
    units.push(value.unit)
    const { max } = value
    const text = formatValue(value, locale)
    return { value: value.value, ...(max === undefined ? {} : { max }), text, origin: stretched(origin, text.length) }
  }

  const series = across.map(headOf).map((head) => {
    const cells = categories.map((category) => quoted(head, category))
    const points = cells.map((cell, at) => pointOf(cell, categories[at]!.printed))
    if (points.every((point) => point === null))
      throw noSuch(`${table.id}, "${head.printed}" holds no number to draw`, head.printed, filled(categories))
    const gaps = cells.map((each, at) => (points[at] ? null : gapOf(each, rendering)))
    return { ...head, points, ...(gaps.some(Boolean) ? { gaps } : {}), cells }
  })
  return { categories, series, reference: compared && referenceTo(compared), unit: oneUnit() }

  /** The rows or columns that do hold numbers along these categories. */
  function filled(along: Label[]): string[] {
    const all = down ? columnsOf(table.rows).map(columnAt) : table.rows.map((_, at) => rowAt(at))
    const holds = (label: Label) => along.some((category) => quoted(label, category).cell.values?.length)
    return all.filter(holds).map(({ printed }) => printed)
  }

  function referenceTo(label: Label): Figures['reference'] {
    if (series.length > 1)
      throw new Problem('a reference goes with one series', {
        found: series.map(({ printed }) => printed).join(', '),
        expected: 'one row or column',
      })
    const point = pointOf(quoted(series[0]!, label), label.printed)
    if (point && point.max === undefined) return { label, point }
    throw new Problem(`"${label.printed}" holds no number to compare with`, {
      found: quoted(series[0]!, label).cell.text || 'an empty cell',
      expected: 'a single number',
    })
  }

  /** What is drawn on one scale must be of one unit; a number without one is taken for it. */
  function oneUnit(): string | null {
    const [first, ...others] = units.filter((unit) => unit !== null)
    const other = others.find((unit) => !sameUnit(unit, first!, locale))
    if (other)
      throw new Problem(`${table.id} holds numbers of different units here`, {
        found: `${first}, ${other}`,
        expected: 'unit="…", or other rows and columns',
      })
    return first ?? null
  }
}

/** What a cell says that holds no number. */
function gapOf({ cell, origin }: Quoted, { corrector }: Rendering): { text: string; origin: Origin } | null {
  const printed = [cell.text, ...(cell.items ?? [])].filter(Boolean).join('; ')
  if (!printed) return null
  const text = corrector.text(printed, [cell.line, cell.line])
  return { text, origin: stretched(origin, text.length) }
}

const columnsOf = (rows: Cell[][]): number[] => (rows[0] ?? []).map((_, column) => column).slice(1)

function filledColumns({ id, rows }: Table): number[] {
  const filled = columnsOf(rows).filter((column) => rows.some((row) => row[column]!.values?.length))
  if (!filled.length) throw new Problem(`${id} holds no number`, { expected: 'a table with numbers' })
  return filled
}

/** A printed name as it is shown: renamed, as the entity it means, or in sentence case. */
function labeller(table: Table, rename: Map<string, string>, { report, corrector, sentenceCase }: Rendering) {
  const printed = [...(table.header ?? []), ...table.rows.map(([first]) => first!.text)]
  const renamed = new Map([...rename].map(([from, to]) => [fold(from), to]))
  for (const name of rename.keys())
    if (!printed.some((label) => fold(label) === fold(name)))
      throw noSuch(`"rename" names what ${table.id} has no row or column for`, name, printed.filter(Boolean))
  return (at: number, printed: string, origin: Origin): Label => {
    const given = renamed.get(fold(printed))
    if (given !== undefined) return { at, printed, name: given }
    const name = entityOf(printed, report.entities)?.name ?? sentenceCase(corrector.text(printed, table.lines!))
    return { at, printed, name, origin: stretched(origin, Math.max(1, name.length)) }
  }
}

export function entityOf(name: string, entities: Entity[]): Entity | undefined {
  return entities.find((candidate) => isNamed(name, [candidate.name, ...candidate.aliases]))
}
