import { noSuch } from '../input/no-such.ts'
import type { Locale } from '../locale/locale.ts'
import { isNamed } from '../model/entities.ts'
import type { Cell, Entity, Report, Section, Table, Value } from '../model/report.ts'
import { everySection, findSection } from '../model/sections.ts'
import { fold } from '../model/text.ts'

/** Picks tables, rows, cells and sections of a report by the names a template uses; what is not there is a problem. */

export function tableOf(report: Report, id: string): Table {
  const table = report.tables.find((candidate) => candidate.id !== null && fold(candidate.id) === fold(id))
  const ids = report.tables.flatMap((candidate) => (candidate.id && !candidate.empty ? candidate.id : []))
  if (!table) throw noSuch(`the report has no table "${id}"`, id, ids)
  if (table.empty) throw noSuch(`"${id}" is a picture: its caption is in the report, its content is not`, id, ids)
  return table
}

/** The index of a row: by its first cell, by an entity's names there or in a later cell, or by number from 1. */
export function rowOf(table: Table, name: string | number, entities: Entity[]): number {
  const columns = (table.rows[0] ?? []).map((_, column) => table.rows.map((row) => row[column]!.text))
  const [labels = [], ...later] = columns
  const isEntity = entities.some((entity) => isNamed(String(name), [entity.name, ...entity.aliases]))
  const found =
    isEntity && indexOfName(name, labels, entities) < 0
      ? later.map((column) => indexOfName(name, column, entities)).find((row) => row >= 0)
      : undefined
  return found ?? position(table, 'row', name, labels, entities)
}

/** The index of a column: by its heading, by an entity's names, or by number from 1. */
export function columnOf(table: Table, name: string | number, entities: Entity[]): number {
  const labels = table.header ?? table.rows[0]!.map(() => '')
  return position(table, 'column', name, labels, entities)
}

function position(
  table: Table,
  what: 'row' | 'column',
  name: string | number,
  labels: string[],
  entities: Entity[],
): number {
  const found = indexOfName(name, labels, entities)
  if (found >= 0) return found
  const number = Number(name)
  if (Number.isInteger(number) && number >= 1 && number <= labels.length) return number - 1
  const named = labels.filter(Boolean)
  throw noSuch(
    `${table.id ?? 'the table'} has no ${what} "${name}"`,
    String(name),
    named.length ? named : [`1 to ${labels.length}`],
  )
}

/** Where a label stands that is the name, or another name of the entity that it means; -1 where none does. */
function indexOfName(name: string | number, labels: string[], entities: Entity[]): number {
  const exact = labels.findIndex((label) => fold(label) === fold(String(name)))
  if (exact >= 0) return exact
  const entity = entities.find((candidate) => isNamed(String(name), [candidate.name, ...candidate.aliases]))
  return entity ? labels.findIndex((label) => isNamed(label, [entity.name, ...entity.aliases])) : -1
}

/** The number of a unit in a cell, or its first; all ways to write per cent are one unit. */
export function valueIn(cell: Cell, unit: string | undefined, where: string, locale: Locale): Value {
  const values = cell.values ?? []
  const found = unit ? values.find((value) => sameUnit(value.unit, unit, locale)) : values[0]
  if (found) return found
  throw noSuch(
    unit ? `${where} has no number in "${unit}"` : `${where} holds no number`,
    cell.text || 'an empty cell',
    values.map((value) => value.text),
  )
}

export function sameUnit(printed: string | null, wanted: string, { percent }: Locale): boolean {
  const plain = (unit: string) => (percent.includes(fold(unit)) ? percent[0] : fold(unit))
  return printed !== null && plain(printed) === plain(wanted)
}

export function sectionOf(report: Report, name: string): Section {
  const section = findSection(report.sections, name)
  const names = [...everySection(report.sections)].flatMap(({ number, title }) => [number ?? [], title].flat())
  if (!section) throw noSuch(`the report has no section "${name}"`, name, names)
  return section
}
