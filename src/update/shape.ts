import { gather } from '../input/gather.ts'
import { listed } from '../input/nearest.ts'
import { noSuch } from '../input/no-such.ts'
import { Problem } from '../input/problem.ts'
import type { Locale } from '../locale/locale.ts'
import type { Entity, Table } from '../model/report.ts'
import { columnLabels, folded, labelNamed, rowLabels, tableNamed, tableNames } from './match.ts'
import { unitKey } from './print.ts'
import type { Settings } from './settings.ts'
import { placeOf, type Sheet, type SheetCell, shownText } from './sheet.ts'

/** A row or column as a data file names it. */
export interface Name {
  cell: SheetCell
  /** Its place in the table; -1 for a new one. */
  at: number
  /** What it is called, a unit behind it left out. */
  label: string
  /** "Northport (%)": the numbers of this unit are meant. */
  unit: string | null
}

/** One value for one cell of a table. */
export interface Entry {
  table: Table
  row: Name
  column: Name
  cell: SheetCell
}

/** What entries are found by. */
export interface Known {
  tables: Table[]
  entities: Entity[]
  locale: Locale
}

/** The entries of a sheet, and what is wrong with the others. */
export interface Entries {
  /** Is it in long form? Then it may give as few values as it likes. */
  isLong: boolean
  entries: Entry[]
  problems: Problem[]
  /** What the file has and the table has not, where that is allowed. */
  doubts: Problem[]
}

/** What the columns of the long form are called. */
const longForm = ['table', 'row', 'column', 'value'] as const

/** Does a first row name the columns of the long form? */
export function isLongForm(header: SheetCell[]): boolean {
  const names = header.map(({ text }) => folded(text))
  return longForm.every((name) => name === 'table' || names.includes(name))
}

/**
 * The values of a sheet and the cells they are for. A sheet in long form has a row for each value and the columns `table`, `row`,
 * `column` and `value`, in any order; any other has the shape of its table, either way round.
 */
export function entriesOf(sheet: Sheet, settings: Settings, known: Known): Entries {
  const [first, ...rows] = sheet.rows.filter((row) => row.some(({ text }) => text))
  const header = first?.slice(0, first.findLastIndex(({ text }) => text) + 1)
  if (!header)
    return {
      isLong: true,
      entries: [],
      problems: [new Problem('holds no values', { file: sheet.file, expected: 'a row of names' })],
      doubts: [],
    }
  const places = longForm.map((name) => header.findIndex(({ text }) => folded(text) === name))
  const [table, row, column, value] = places as [number, number, number, number]
  const isLong = isLongForm(header)
  const found = isLong
    ? longEntries(rows, { table, row, column, value }, sheet, settings, known)
    : inShape(header, rows, sheet, settings, known)
  const { entries, problems } = once(found.entries, sheet)
  return { isLong, entries, problems: [...found.problems, ...problems], doubts: found.doubts }
}

function longEntries(
  rows: SheetCell[][],
  at: Record<(typeof longForm)[number], number>,
  sheet: Sheet,
  settings: Settings,
  known: Known,
): Omit<Entries, 'isLong'> {
  const { made, problems } = gather(rows, (cells): Entry => {
    if (!cells[Math.max(at.row, at.column, at.value)])
      throw new Problem('has too few cells', {
        ...placeOf(sheet, cells[0]!),
        expected: `one for each of ${longForm.join(', ')}`,
      })
    const name = at.table < 0 ? null : cells[at.table]!
    const table = tableOf(name?.text || (settings.table ?? sheet.name), name, sheet, known)
    const row = nameOf(cells[at.row]!, 'row', table, sheet, settings, known)
    const column = nameOf(cells[at.column]!, 'column', table, sheet, settings, known)
    return { table, row, column, cell: cells[at.value]! }
  })
  return { entries: made, problems, doubts: [] }
}

/** A table that the report does not have is a problem of its file, and of no other. */
function inShape(...given: Parameters<typeof tableEntries>): Omit<Entries, 'isLong'> {
  const { made, problems } = gather([given], (each) => tableEntries(...each))
  return made[0] ?? { entries: [], problems, doubts: [] }
}

function tableEntries(
  [, ...heads]: SheetCell[],
  rows: SheetCell[][],
  sheet: Sheet,
  settings: Settings,
  known: Known,
): Omit<Entries, 'isLong'> {
  const table = tableOf(settings.table ?? sheet.name, null, sheet, known)
  const labels = rows.map((row) => row[0]!)
  const fits = (cells: SheetCell[], axis: Axis) => cells.filter((cell) => find(cell.text, axis, table, known)).length
  const asPrinted = fits(heads, 'column') + fits(labels, 'row')
  const turned = fits(heads, 'row') + fits(labels, 'column')
  const [across, down]: [Axis, Axis] = turned > asPrinted ? ['row', 'column'] : ['column', 'row']
  const left: Record<Axis, SheetCell[]> = { row: [], column: [] }
  const named = (cell: SheetCell, axis: Axis): Name | null => {
    const isOther = settings.allow.has(`other-${axis}s`) && !find(cell.text, axis, table, known)
    if (isOther) left[axis].push(cell)
    return isOther ? null : nameOf(cell, axis, table, sheet, settings, known)
  }
  const others = gather(heads, (head) => named(head, across))
  const made = gather(rows, ([label, ...cells]): Entry[] => {
    const name = named(label!, down)
    if (!name) return []
    const extra = cells.slice(heads.length).find(({ text }) => text)
    if (extra)
      throw new Problem('stands beside the table', {
        ...placeOf(sheet, extra),
        found: shownText(extra),
        expected: `no more than ${heads.length + 1} cells, as in the first row`,
      })
    if (others.problems.length) return []
    return others.made.flatMap((other, at): Entry[] => {
      const cell = cells[at] ?? { text: '', line: label!.line, column: label!.column }
      return other
        ? [{ table, row: across === 'row' ? other : name, column: across === 'row' ? name : other, cell }]
        : []
    })
  })
  return {
    entries: made.made.flat(),
    problems: [...others.problems, ...made.problems],
    doubts: axes.flatMap((axis) => leftOut(left[axis], axis, table, sheet)),
  }
}

/** What the file has more than the table, where that is allowed: told, for a name written otherwise is left out too. */
function leftOut(cells: SheetCell[], axis: Axis, table: Table, sheet: Sheet): Problem[] {
  if (!cells.length) return []
  return [
    new Problem(`has ${cells.length} ${axis}s that ${table.id ?? table.caption} has not`, {
      ...placeOf(sheet, cells[0]!),
      found: listed(cells.map(shownText)),
      expected: `the names of the table: ${listed(labelsOf(axis, table).filter(Boolean))}`,
    }),
  ]
}

const axes = ['row', 'column'] as const
type Axis = (typeof axes)[number]

function tableOf(name: string, cell: SheetCell | null, sheet: Sheet, { tables }: Known): Table {
  const found = tableNamed(tables, name)
  if (found) return found
  throw noSuch(`the report has no table "${name}" with rows`, name, tableNames(tables), {
    ...(cell ? placeOf(sheet, cell) : { file: sheet.file, line: sheet.rows[0]?.[0]?.line ?? 1 }),
  })
}

function nameOf(cell: SheetCell, axis: Axis, table: Table, sheet: Sheet, { allow }: Settings, known: Known): Name {
  const found = find(cell.text, axis, table, known)
  if (found) return { cell, ...found }
  const labels = labelsOf(axis, table)
  if (cell.text && allow.has(`new-${axis}s`)) return { cell, at: -1, ...withoutUnit(cell.text, table, known) }
  throw noSuch(
    `${table.id ?? table.caption} has no ${axis} "${shownText(cell)}"`,
    cell.text,
    labels.filter(Boolean),
    placeOf(sheet, cell),
  )
}

const labelsOf = (axis: Axis, table: Table) => (axis === 'row' ? rowLabels(table) : columnLabels(table))

function find(name: string, axis: Axis, table: Table, known: Known): Omit<Name, 'cell'> | null {
  const labels = labelsOf(axis, table)
  const whole = labelNamed(labels, name, known.entities)
  if (whole >= 0) return { at: whole, label: labels[whole]!, unit: null }
  const { label, unit } = withoutUnit(name, table, known)
  const at = unit === null ? -1 : labelNamed(labels, label, known.entities)
  return at < 0 ? null : { at, label: labels[at]!, unit }
}

/** "Northport (%)", "Northport, pct.": a name and a unit that the table's numbers have. */
function withoutUnit(name: string, table: Table, { locale }: Known): Pick<Name, 'label' | 'unit'> {
  const [, label = '', said = ''] = /^(.*\S)[\s,;:–-]+\(?([^\s()]+)\)?$/.exec(name) ?? []
  const unit = unitKey(said, locale)
  const units = table.rows.flat().flatMap(({ values = [] }) => values.map((value) => unitKey(value.unit, locale)))
  return said && units.includes(unit) ? { label: label.replace(/[\s,;:–-]+$/, ''), unit } : { label: name, unit: null }
}

/** The first entry for each place; another is a problem. */
function once(all: Entry[], sheet: Sheet): { entries: Entry[]; problems: Problem[] } {
  const seen = new Map<string, SheetCell>()
  const entries: Entry[] = []
  const problems: Problem[] = []
  for (const entry of all) {
    const { table, row, column, cell } = entry
    const key = JSON.stringify([
      table.id ?? table.caption,
      ...[row, column].flatMap(({ label, unit }) => [folded(label), unit]),
    ])
    const earlier = seen.get(key)
    if (!earlier) {
      seen.set(key, cell)
      entries.push(entry)
      continue
    }
    const names = `${table.id ?? table.caption}, ${row.label}, ${column.label}`
    problems.push(
      new Problem(`gives ${names} twice`, {
        ...placeOf(sheet, cell),
        found: shownText(cell),
        expected: `one value; the first stands at line ${earlier.line}, column ${earlier.column}`,
      }),
    )
  }
  return { entries, problems }
}
