import type { Nodes, Parent, Root, RootContent, Table } from 'mdast'
import { walk } from './walk.ts'

const holders = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition'])

/** Does a node hold blocks, not phrases? */
export const holdsBlocks = (node: Nodes) => holders.has(node.type)

/** Exchanges the blocks of every node that holds some, outer ones first. */
export function mapBlocks(tree: Root, exchange: (blocks: RootContent[], parent: Parent) => RootContent[]): void {
  walk(tree, (node, index) => {
    if (holdsBlocks(node)) (node as Parent).children = exchange((node as Parent).children, node as Parent)
    else if (node.type !== 'list') return index + 1
  })
}

/** The cells of a table's widest row. */
export function widthOf(table: Table): number {
  return table.children.reduce((width, row) => Math.max(width, row.children.length), 0)
}
