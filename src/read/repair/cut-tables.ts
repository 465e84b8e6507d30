import type { PhrasingContent, Root, Table, TableCell, TableRow } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { isPageFurniture, widthOf } from '../blocks.ts'
import type { Step } from '../step.ts'

/**
 * A table that a page break cut in two is one again. The second part is known by its first row:
 * - it begins with an empty cell, so it goes on with the row above; that row and the one above become one;
 * - it is the header of the first part once more;
 * - it is a row like those above, and the footnotes of a page stand between the parts.
 */
export const cutTables: Step = {
  rule: 'cut-table',
  run(tree, log) {
    const kept: Root['children'] = []
    for (const node of tree.children) {
      const first = node.type === 'table' ? node.children[0] : undefined
      const table = node.type === 'table' && first ? previousTable(kept, node) : null
      const part = table && first && node.type === 'table' ? partOf(table, node, kept) : null
      if (!table || !first || !part || node.type !== 'table') {
        kept.push(node)
        continue
      }
      const before = printed(first)
      if (part === 'row') mergeRows(table.children.at(-1)!, first)
      log(first.position!, before, part === 'row' ? printed(table.children.at(-1)!) : part === 'rows' ? before : '')
      table.children = table.children.concat(part === 'rows' ? node.children : node.children.slice(1))
      table.position = { start: table.position!.start, end: node.position!.end }
    }
    tree.children = kept
  },
}

/** The table before another, written in the same way, if nothing but what a page break leaves stands between. */
function previousTable(nodes: Root['children'], table: Table): Table | null {
  const node = nodes.findLast((candidate) => !isPageFurniture(candidate))
  return node?.type === 'table' && node.data?.syntax === table.data?.syntax ? node : null
}

/** What a second part begins with: the rest of a row, the header once more, or rows. Null where it is a table of its own. */
function partOf(table: Table, second: Table, nodes: Root['children']): 'row' | 'header' | 'rows' | null {
  const [head] = table.children
  const [first] = second.children
  if (!head || !first) return null
  const isTab = table.data?.syntax === 'tab'
  const between = nodes.slice(nodes.lastIndexOf(table) + 1)
  // an author may well write two tables of one header, but no footnote between them
  if (isSameHeader(head, first) && (isTab || between.length)) return 'header'
  if (!isTab) return null
  if (continues(table, first)) return 'row'
  const isAlike =
    widthOf(table) === widthOf(second) && labelOf(first) !== labelOf(head) && !first.children.every(isBold)
  const isCut = between.some((node) => node.type === 'footnoteDefinition')
  return isCut && isAlike && second.children.every(labelOf) ? 'rows' : null
}

const labelOf = (row: TableRow) => (row.children[0] ? textOf(row.children[0]).trim() : '')
const isBold = (cell: TableCell) => cell.children[0]?.type === 'strong'

/** Two labels or more, and the same in both parts: "Port | Boats". */
function isSameHeader(head: TableRow, first: TableRow): boolean {
  const filled = head.children.filter((cell) => textOf(cell).trim())
  return filled.length > 1 && printed(head) === printed(first)
}

function continues(table: Table, first: TableRow): boolean {
  return (
    !labelOf(first) &&
    first.children.slice(1).some((cell) => textOf(cell).trim()) &&
    first.children.length <= widthOf(table) &&
    table.children.slice(1).every(labelOf)
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
