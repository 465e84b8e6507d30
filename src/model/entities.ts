import type { Profile } from './profile.ts'
import type { Cell, Entity, Fact, Table } from './report.ts'
import { fold, holdsName } from './text.ts'

/** The entities of the profile with every cell about them: in their row, in their column, or naming them in a list. */
export function findEntities(tables: Table[], profile: Profile): Entity[] {
  const labelled = tables.map(labelsOf)
  return Object.entries(profile.entities).flatMap(([type, list]) =>
    list.map(({ name, aliases = [] }) => {
      const known = [name, ...aliases].map(fold)
      return { type, name, aliases, facts: labelled.flatMap((table) => factsOf(table, known)) }
    }),
  )
}

/** Is a printed label one of these names? */
export function isNamed(label: string, aliases: string[]): boolean {
  return aliases.some((alias) => fold(alias) === fold(label))
}

/** A table with its labels folded: each is compared with every name. */
interface Labelled {
  table: Table
  header: string[] | null
  rows: { cells: Cell[]; texts: string[]; items: { cell: number; text: string; folded: string }[] }[]
}

function labelsOf(table: Table): Labelled {
  return {
    table,
    header: table.header?.map(fold) ?? null,
    rows: table.rows.map((cells) => ({
      cells,
      texts: cells.map(({ text }) => fold(text)),
      items: cells.flatMap((cell, at) => (cell.items ?? []).map((text) => ({ cell: at, text, folded: fold(text) }))),
    })),
  }
}

function factsOf({ table, header, rows }: Labelled, known: string[]): Fact[] {
  const columns = header?.flatMap((label, at) => (at > 0 && heads(label, known) ? at : [])) ?? []
  return rows.flatMap(({ cells, texts, items }) => {
    const fact = (at: number, value: string): Fact => ({
      table: table.id,
      column: table.header?.[at] || null,
      row: cells[0]!.text || null,
      value,
      line: cells[at]!.line,
    })
    const whole = ({ text, items = [] }: Cell) => [text, ...items].filter(Boolean).join('\n')
    const named =
      known.includes(texts[0]!) || mentions(texts[0]!, known) ? 0 : texts.findIndex((text) => known.includes(text))
    // a row is about what its first cell names, or a later one: "Town | Northport | 12"
    if (named >= 0) return cells.flatMap((cell, at) => (at === named ? [] : [fact(at, whole(cell))]))
    if (columns.length) return columns.map((column) => fact(column, whole(cells[column]!)))
    return items.filter(({ folded }) => mentions(folded, known)).map(({ cell, text }) => fact(cell, text))
  })
}

/** Is a name the label of a column, or one of the labels that several header rows gave it: "Northport – Boats"? */
function heads(label: string, known: string[]): boolean {
  return known.includes(label) || label.split(' - ').some((part) => known.includes(part))
}

/** A short label or list item that holds a name as a word: "Cranes in Northport", "A new quay (Northport)". */
function mentions(label: string, known: string[]): boolean {
  return label.length <= 120 && known.some((name) => holdsName(label, name))
}
