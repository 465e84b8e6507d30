import type { PhrasingContent, Root, Table, TableRow } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { widthOf } from '../blocks.ts'
import type { Step } from '../step.ts'
import { isPageFurniture } from './footnotes.ts'

/**
 * A table that a page break cut in two is one again. The second part is known by its first row: it begins with an empty
 * cell, so it goes on with the row above; that row and the one above become one.
 */
export const cutTables: Step = {
  rule: 'cut-table',
  run(tree, log) {
    const kept: Root['children'] = []
    for (const node of tree.children) {
      const first = node.type === 'table' ? node.children[0] : undefined
      const table = first && previousTable(kept)
      if (node.type === 'table' && first && table && continues(table, first)) {
        const last = table.children.at(-1)!
        const before = printed(first)
        mergeRows(last, first)
        log(first.position!, before, printed(last))
        table.children.push(...node.children.slice(1))
        table.position = { start: table.position!.start, end: node.position!.end }
      } else {
        kept.push(node)
      }
    }
    tree.children = kept
  },
}

function previousTable(nodes: Root['children']): Table | null {
  const node = nodes.findLast((candidate) => !isPageFurniture(candidate))
  return node?.type === 'table' && node.data?.syntax === 'tab' ? node : null
}

function continues(table: Table, first: TableRow): boolean {
  const [label, ...rest] = first.children
  const filled = (row: TableRow) => Boolean(row.children[0] && textOf(row.children[0]).trim())
  return (
    label !== undefined &&
    !textOf(label).trim() &&
    rest.some((cell) => textOf(cell).trim()) &&
    first.children.length <= widthOf(table) &&
    table.children.slice(1).every(filled)
  )
}

const printed = (row: TableRow) => row.children.map((cell) => cell.children.map(apart).join('')).join('\t')

/** The text of a part of a cell, the items of a list divided. */
const apart = (node: PhrasingContent) =>
  node.type === 'list' ? node.children.map((item) => textOf(item)).join(' ') : textOf(node)

/** Each cell of the second row is added to the cell above it; two lists become one. */
function mergeRows(above: TableRow, below: TableRow): void {
  below.children.forEach((cell, column) => {
    const target = above.children[column]
    if (!target) {
      above.children.push(cell)
      return
    }
    const last = target.children.at(-1)
    const first = cell.children[0]
    if (last?.type === 'list' && first?.type === 'list') {
      last.children.push(...first.children)
      target.children.push(...cell.children.slice(1))
    } else if (target.children.length && cell.children.length) {
      const { start } = cell.position!
      target.children.push({ type: 'text', value: ' ', position: { start, end: start } }, ...cell.children)
    } else {
      target.children.push(...cell.children)
    }
  })
}
