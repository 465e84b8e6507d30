import { placeOfCell } from '../../model/cell-text.ts'
import type { Table } from '../../model/report.ts'
import type { Found, Rule } from '../rule.ts'

export const emptyCell: Rule = {
  id: 'empty-cell',
  severity: 'info',
  description: 'A table cell without content where most cells of its column have one.',
  example: '| Northport | 12 |   | in a column that has a number in every other row',
  run(report) {
    return report.tables.filter(({ kind }) => kind === 'table').flatMap(emptyCells)
  },
}

function emptyCells({ id, header, rows }: Table): Found[] {
  const width = rows[0]?.length ?? 0
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const cells = rows.map((row) => row[column]!)
    const empty = cells.filter(({ text, items }) => !text && !items?.length)
    if (!empty.length || empty.length * 2 >= cells.length) return []
    return empty.map((cell) => {
      const row = rows[cells.indexOf(cell)]![0]!.text
      const where = [id ?? 'a table', row, header?.[column]].filter(Boolean).join(', ')
      return { ...placeOfCell(cell), message: `empty cell: ${where}` }
    })
  })
}
