import { gridOf } from '../grid.ts'
import { named, placeOf } from '../pdf.ts'
import type { PdfRule } from '../rule.ts'

export const tableGrid: PdfRule = {
  id: 'pdf-table-grid',
  severity: 'error',
  description: 'A table that is no grid: rows of different length, cells that overlap or that run out of it.',
  example: 'a row of three cells below one of four; RowSpan 3 two rows above the end',
  source: 'ISO 14289-1, 7.2; WCAG 1.3.1',
  criteria: ['1.3.1'],
  veraPdf: ['7.2-15', '7.2-41', '7.2-42', '7.2-43'],
  run(pdf) {
    return pdf.tags
      .filter(({ role }) => role === 'Table')
      .flatMap((table) => {
        const { widths, overlapping, beyond } = gridOf(table)
        const width = Math.max(...widths)
        const short = widths.findIndex((each) => each !== width)
        const faults = [
          ...overlapping.slice(0, 1).map((cell) => `has a cell over another: ${named(cell, pdf)}`),
          ...beyond.slice(0, 1).map((cell) => `has a cell that spans rows below its last: ${named(cell, pdf)}`),
          ...(short < 0 ? [] : [`has a row ${short + 1} of ${widths[short]} cells, and others of ${width}`]),
        ]
        return faults.map((fault) => ({ message: `${named(table, pdf)} ${fault}`, ...placeOf(table, pdf) }))
      })
  },
}
