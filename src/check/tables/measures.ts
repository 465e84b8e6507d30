import type { Entity, Report, Table, Value } from '../../model/report.ts'
import { fold } from '../../model/text.ts'
import type { Context } from '../context.ts'
import type { Quantity } from '../text/quantities.ts'
import { isMeasure, stemsOf } from '../text/stem.ts'

/** One number of a table: whose it is and what it measures. */
export interface Measured {
  entity: Entity
  value: Value
  /** The cell's text as printed. */
  text: string
  table: Table
  /** What the label across the cell says it measures. */
  label: string
  line: number
}

/** A longer cell holds sentences, not a number. */
const longest = 60

/** Every number of every table that belongs to an entity, in its row or its column. */
export function measuredOf(report: Report, { topics }: Context): Measured[] {
  return report.tables
    .filter(({ kind }) => kind === 'table')
    .flatMap((table) => {
      const columns = (table.header ?? []).map((label) => only(topics.named(label)))
      return table.rows.flatMap((row) => {
        const inRow = only(topics.named(row[0]!.text))
        return row.flatMap((cell, column) => {
          const entity = column ? (inRow ?? columns[column]) : null
          const label = inRow ? (table.header?.[column] ?? '') : row[0]!.text
          if (!entity || cell.text.length > longest) return []
          return (cell.values ?? []).map((value) => ({ entity, value, text: cell.text, table, label, line: cell.line }))
        })
      })
    })
}

const only = (entities: Entity[]) => (entities.length === 1 ? entities[0]! : null)

/** What is so many times another number is no other version of it. */
const farthest = 3

/** Does a number in the text count what a cell does? Its noun is that of the cell's unit or label; what is counted per something, is so in both. */
export function countsTheSame(quantity: Quantity, { value, label }: Measured, { locale }: Context): boolean {
  const unit = (value.unit ?? '').split('/').map((part) => stemsOf(part, locale))
  const [counted = [], ...per] = unit
  const nouns = new Set<string>(counted.length ? counted : stemsOf(label, locale))
  const size = quantity.value / value.value
  if (size > farthest || size < 1 / farthest) return false
  const [first] = quantity.stems
  if (!first || isMeasure(first, locale) || !quantity.stems.some((stem) => nouns.has(stem))) return false
  if (counted.some((stem) => isMeasure(stem, locale)) || /\p{Sc}|%/u.test(value.unit ?? '')) return false
  const rest = new Set<string>(stemsOf(quantity.sentence.text.slice(quantity.at), locale))
  return per.every((stems) => stems.every((stem) => rest.has(stem)))
}

/** Does a sentence speak of another time than the table? It names years, and none of the table's. */
export function isOfAnotherTime({ sentence }: Quantity, { table, label }: Measured): boolean {
  const years = (text: string): string[] => text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []
  const said = years(sentence.text)
  const known = years(fold([label, table.caption, ...(table.header ?? []), ...table.notes].join(' ')))
  return said.length > 0 && !said.some((year) => known.includes(year))
}
