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
}

/** What the columns of the long form are called. */
const longForm = ['table', 'row', 'column', 'value'] as const

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
    }
  const places = longForm.map((name) => header.findIndex(({ text }) => folded(text) === name))
  const [table, row, column, value] = places as [number, number, number, number]
  const isLong = row >= 0 && column >= 0 && value >= 0
  const found = isLong
    ? longEntries(rows, { table, row, column, value }, sheet, settings, known)
    : tableEntries(header, rows, sheet, settings, known)
  const { entries, problems } = once(found.entries, sheet)
  return { isLong, entries, problems: [...found.problems, ...problems] }
}

function longEntries(
  rows: SheetCell[][],
  at: Record<(typeof longForm)[number], number>,
  sheet: Sheet,
  settings: Settings,
  known: Known,
): Omit<Entries, 'isLong'> {
  return gathered(rows, (cells) => {
    if (!cells[Math.max(at.row, at.column, at.value)])
      throw new Problem('has too few cells', {
        ...placeOf(sheet, cells[0]!),
        expected: `one for each of ${longForm.join(', ')}`,
      })
    const name = at.table < 0 ? null : cells[at.table]!
    const table = tableOf(name?.text || (settings.table ?? sheet.name), name, sheet, known)
    const row = nameOf(cells[at.row]!, 'row', table, sheet, settings, known)
    const column = nameOf(cells[at.column]!, 'column', table, sheet, settings, known)
    return [{ table, row, column, cell: cells[at.value]! }]
  })
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
  const named = gathered(heads, (head) => [nameOf(head, across, table, sheet, settings, known)])
  if (named.problems.length) return { entries: [], problems: named.problems }
  return gathered(rows, ([label, ...cells]) => {
    const name = nameOf(label!, down, table, sheet, settings, known)
    const extra = cells.slice(heads.length).find(({ text }) => text)
    if (extra)
      throw new Problem('stands beside the table', {
        ...placeOf(sheet, extra),
        found: shownText(extra),
        expected: `no more than ${heads.length + 1} cells, as in the first row`,
      })
    return named.entries.map((other, at): Entry => {
      const cell = cells[at] ?? { text: '', line: label!.line, column: label!.column }
      return { table, row: across === 'row' ? other : name, column: across === 'row' ? name : other, cell }
    })
  })
}

type Axis = 'row' | 'column'

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

/** What each gives, and the problems of those that give none. */
function gathered<Each, Made>(all: Each[], make: (each: Each) => Made[]): { entries: Made[]; problems: Problem[] } {
  const found: { entries: Made[]; problems: Problem[] } = { entries: [], problems: [] }
  for (const each of all) {
    try {
      found.entries.push(...make(each))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      found.problems.push(error)
    }
  }
  return found
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
