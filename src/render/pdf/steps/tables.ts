import { PDFHexString } from '@cantoo/pdf-lib'
import { locales } from '../../../locale/locales.ts'
import type { StructureElement } from '../file/element.ts'
import { nameAt, numberAt } from '../file/objects.ts'
import type { Step } from './step.ts'

/** Sums up each table for those who hear it: how many rows and columns it has and what the columns are. */
export const tables: Step = ({ structure, document, pages }) => {
  const { words } = locales[document.language]
  for (const table of structure.all.filter(({ type }) => type === 'Table')) {
    const rows = table.all.filter(({ type }) => type === 'TR')
    const columns = Math.max(0, ...rows.map(columnsOf))
    const heads = rows.flatMap(cellsOf).filter(isColumnHead)
    const names = heads.map((head) => pages.textOf(head.marks)).filter(Boolean)
    const bodyRows = rows.filter((row) => !cellsOf(row).every(isColumnHead)).length
    const size = `${bodyRows} ${bodyRows === 1 ? words.row : words.rows}, ${columns} ${columns === 1 ? words.column : words.columns}`
    const summary = names.length ? `${size}: ${names.join(', ')}` : size
    table.setAttributes('Table', { Summary: PDFHexString.fromText(summary) })
  }
  for (const cell of structure.all.filter(isCell)) withoutDefaults(cell)
}

const isCell = ({ type }: StructureElement) => type === 'TH' || type === 'TD'
const cellsOf = (row: StructureElement) => row.elements.filter(isCell)
const isColumnHead = (cell: StructureElement) =>
  cell.type === 'TH' && nameAt(cell.attributes('Table'), 'Scope') === 'Column'
const columnsOf = (row: StructureElement) =>
  cellsOf(row).reduce((sum, cell) => sum + (numberAt(cell.attributes('Table'), 'ColSpan') ?? 1), 0)

/** One dictionary of attributes in place of the browser's three; a span of one and an empty list say nothing. */
function withoutDefaults(cell: StructureElement): void {
  const attributes = cell.attributes('Table')
  const says = (span: string) => (numberAt(attributes, span) ?? 1) > 1
  const spans = ['RowSpan', 'ColSpan'].filter((span) => !says(span))
  if (attributes) cell.setAttributes('Table', Object.fromEntries(spans.map((span) => [span, undefined])))
}
