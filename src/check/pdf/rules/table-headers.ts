import { arrayAt, nameAt, textAt } from '../../../render/pdf/file/objects.ts'
import { cellsOf, rowsOf } from '../grid.ts'
import { named, type Pdf, placeOf, type Tag } from '../pdf.ts'
import type { PdfFound, PdfRule } from '../rule.ts'

export const tableHeaders: PdfRule = {
  id: 'pdf-table-header',
  severity: 'error',
  description:
    'A header cell that neither says whether it heads a row or a column nor is named by the cells it heads, or a cell that names a header which is not there.',
  example: 'a TH without Scope whose ID no cell has among its Headers',
  source: 'ISO 14289-1, 7.5; WCAG 1.3.1',
  criteria: ['1.3.1'],
  veraPdf: ['7.5-1', '7.5-2'],
  run(pdf) {
    return pdf.tags.filter(({ role }) => role === 'Table').flatMap((table) => faultsOf(table, pdf))
  },
}

function faultsOf(table: Tag, pdf: Pdf): PdfFound[] {
  const cells = rowsOf(table).flatMap(cellsOf)
  const heads = cells.filter(({ role }) => role === 'TH')
  const ids = new Set(heads.flatMap(({ element }) => element.text('ID') ?? []))
  const wanted = new Set(cells.flatMap(headersOf))
  const isKnown = ({ element }: Tag) =>
    scopes.has(nameAt(element.attributes('Table'), 'Scope') ?? '') || wanted.has(element.text('ID') ?? '')
  const found = (tag: Tag, message: string) => ({ message: `${named(tag, pdf)} ${message}`, ...placeOf(tag, pdf) })
  return [
    ...heads.filter((head) => !isKnown(head)).map((head) => found(head, 'does not say what it heads')),
    ...cells.flatMap((cell) => {
      const lost = headersOf(cell).find((id) => !ids.has(id))
      return lost === undefined ? [] : [found(cell, `names the header "${lost}", which its table does not have`)]
    }),
  ]
}

const scopes = new Set(['Row', 'Column', 'Both'])

function headersOf({ element }: Tag): string[] {
  const headers = arrayAt(element.attributes('Table'), 'Headers')
  return Array.from({ length: headers?.size() ?? 0 }, (_, at) => textAt(headers, at) ?? '')
}
