import type { Profile } from './profile.ts'
import type { Cell, Entity, Fact, Table } from './report.ts'
import { fold, names } from './text.ts'

/** The entities of the profile with every cell about them: in their row, in their column, or naming them in a list. */
export function findEntities(tables: Table[], profile: Profile): Entity[] {
  return Object.entries(profile.entities).flatMap(([type, list]) =>
    list.map(({ name, aliases = [] }) => ({
      type,
      name,
      aliases,
      facts: tables.flatMap((table) => factsOf(table, [name, ...aliases])),
    })),
  )
}

/** Is a printed label one of these names? */
export function isNamed(label: string, aliases: string[]): boolean {
  return aliases.some((alias) => fold(alias) === fold(label))
}

function factsOf(table: Table, aliases: string[]): Fact[] {
  const column = table.header?.findIndex((label) => isNamed(label, aliases)) ?? -1
  return table.rows.flatMap((row) => {
    const label = row[0]!.text
    const fact = (cell: Cell, at: number): Fact => ({
      table: table.id,
      column: table.header?.[at] || null,
      row: label || null,
      value: [cell.text, ...(cell.items ?? [])].filter(Boolean).join('\n'),
      line: cell.line,
    })
    if (isNamed(label, aliases) || mentions(label, aliases)) return row.slice(1).map((cell, at) => fact(cell, at + 1))
    if (column > 0) return [fact(row[column]!, column)]
    return row.flatMap((cell, at) =>
      (cell.items ?? []).filter((item) => mentions(item, aliases)).map((item) => ({ ...fact(cell, at), value: item })),
    )
  })
}

/** A short label or list item that holds a name as a word: "Cranes in Northport", "A new quay (Northport)". */
function mentions(label: string, aliases: string[]): boolean {
  return label.length <= 120 && aliases.some((alias) => names(label, alias))
}
