import type { RootContent, Table, TableRow } from 'mdast'
import type { Point } from 'unist'
import { mapBlocks } from '../blocks.ts'
import { paragraphOf } from '../lines.ts'
import type { Step } from '../step.ts'

/**
 * Lines right below a pipe table that have no pipe are text, most often its note and source. GFM reads them as rows of one
 * cell.
 */
export const textBelowTables: Step = {
  rule: 'text-below-table',
  run(tree, _, { text }) {
    const written = ({ position }: TableRow) => text.slice(position!.start.offset, position!.end.offset)
    mapBlocks(tree, (blocks) =>
      blocks.flatMap((block): RootContent[] => {
        if (block.type !== 'table' || block.data?.syntax) return [block]
        const rows = linesBelow(block, written)
        if (!rows.length) return [block]
        const paragraph = paragraphOf(rows.map((row) => row.children[0]!.children))
        block.children.splice(-rows.length)
        block.position = { start: block.position!.start, end: endOfLineBefore(paragraph.position!.start, text) }
        return [block, paragraph]
      }),
    )
  },
}

/** The table ends at the end of the line above, which may be that of its dashes. */
function endOfLineBefore({ line, column, offset }: Point, text: string): Point {
  let end = offset! - column
  if (text[end] === '\n' && text[end - 1] === '\r') end--
  let start = end
  while (start > 0 && !/[\r\n]/.test(text[start - 1]!)) start--
  return { line: line - 1, column: end - start + 1, offset: end }
}

function linesBelow(table: Table, written: (row: TableRow) => string): TableRow[] {
  const last = table.children.findLastIndex((row, index) => !index || written(row).includes('|'))
  return table.children.slice(last + 1).filter((row) => row.children[0]?.children.length)
}
