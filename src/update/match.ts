import { isNamed } from '../model/entities.ts'
import type { Entity, Table } from '../model/report.ts'
import { fold } from '../model/text.ts'

/** A name for comparison: case, white space, dashes and quotes do not count, nor does a footnote mark behind it. */
export function folded(name: string): string {
  return fold(name)
    .replace(/(?<=\S)\s*(?:\[\d+\]|[*†‡§]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)+$/u, '')
    .trim()
}

/** The table that goes by a name: its id, its caption where it has no id, or the name of a file made of one. */
export function tableNamed(tables: Table[], name: string): Table | undefined {
  const wanted = [name, name.replace(/[-_ ]+/g, ' ')].map(folded)
  return tables.find((table) => wanted.includes(folded(table.id ?? table.caption ?? '')) && table.rows.length > 0)
}

/** What the tables that may be updated are called. */
export function tableNames(tables: Table[]): string[] {
  return tables.flatMap(({ id, caption, rows }) => (rows.length ? (id ?? caption ?? []) : []))
}

/** The labels of the rows; where several rows have the same first cell, the next cells are part of it: "Northport | Boats". */
export function rowLabels({ rows }: Table): string[] {
  const first = rows.map((row) => row[0]!.text)
  return rows.map((row, at) => {
    const isAlone = first.filter((label) => folded(label) === folded(first[at]!)).length === 1
    return isAlone ? first[at]! : `${first[at]!} | ${row[1]?.text ?? ''}`
  })
}

/** The labels of the columns; the first heads the rows. A table without a header has its columns by number. */
export function columnLabels({ header, rows }: Table): string[] {
  return rows[0]!.map((_, column) => (header ? header[column]! : String(column + 1)))
}

/** Where the label stands that is a name, or another name of the entity that it means; -1 where none or several do. */
export function labelNamed(labels: string[], name: string, entities: Entity[]): number {
  const exact = indexes(labels, (label) => folded(label) === folded(name))
  if (exact.length) return only(exact)
  const entity = entities.find((candidate) => isNamed(folded(name), [candidate.name, ...candidate.aliases]))
  const names = entity ? [entity.name, ...entity.aliases] : []
  return only(indexes(labels, (label) => isNamed(folded(label), names)))
}

const indexes = (labels: string[], isMeant: (label: string) => boolean) =>
  labels.flatMap((label, at) => (label && isMeant(label) ? at : []))

const only = (found: number[]) => (found.length === 1 ? found[0]! : -1)
