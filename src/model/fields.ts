import { distance } from 'fastest-levenshtein'
import type { TableCards } from './profile.ts'
import type { Cell, Table } from './report.ts'
import { fold } from './text.ts'

/** A row belongs to the field whose label it begins with, or whose label is nearest if one letter in five differs at most. */
export function cellsByField(table: Table, card: TableCards): Map<string, Cell> {
  const labels = Object.entries(card.fields).map(([field, label]) => ({ field, label: fold(label) }))
  const cells = new Map<string, Cell>()
  for (const [label, cell] of table.rows) {
    if (!label || !cell) continue
    const printed = fold(label.text.replace(/\s*\([^)]*\)\s*$/, ''))
    const scored = labels
      .map(({ field, label }) => ({
        field,
        off: printed.startsWith(label) ? 0 : distance(printed, label) / Math.max(printed.length, label.length),
      }))
      .sort((a, b) => a.off - b.off)
    const best = scored[0]
    if (best && best.off <= 0.2 && !cells.has(best.field)) cells.set(best.field, cell)
  }
  return cells
}
