import type { Cell, Table } from '../../model/report.ts'

/** How a table is called in a message. */
export function nameOf({ id, caption, section }: Table): string {
  return id ?? caption ?? (section ? `the table in section ${section}` : 'the table')
}

/** The text of a cell with its list. */
export function textOf({ text, items = [] }: Cell): string {
  return [text, ...items].filter(Boolean).join(' ')
}
