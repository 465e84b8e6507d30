import type { RootContent, Table, TableRow } from 'mdast'
import { mapBlocks } from '../blocks.ts'
import { paragraphOf } from '../lines.ts'
import type { Step } from '../step.ts'

/**
 * Lines right below a pipe table that have no pipe are text, most often its note and source. GFM reads them as rows of one
 * cell.
 */
export const textBelowTables: Step = {
  rule: 'text-below-table',
  run(tree, log, { text }) {
    const written = ({ position }: TableRow) => text.slice(position!.start.offset, position!.end.offset)
    mapBlocks(tree, (blocks) =>
      blocks.flatMap((block): RootContent[] => {
        if (block.type !== 'table' || block.data?.syntax) return [block]
        const rows = linesBelow(block, written)
        if (!rows.length) return [block]
        const paragraph = paragraphOf(rows.map((row) => row.children[0]!.children))
        log(paragraph.position!, rows.map(written).join('\n'), rows.map(written).join('\n'))
        block.children.splice(-rows.length)
        block.position = { start: block.position!.start, end: block.children.at(-1)!.position!.end }
        return [block, paragraph]
      }),
    )
  },
}

function linesBelow(table: Table, written: (row: TableRow) => string): TableRow[] {
  const last = table.children.findLastIndex((row, index) => !index || written(row).includes('|'))
  return table.children.slice(last + 1).filter((row) => row.children[0]?.children.length)
}
