import type { Nodes, Parent, PhrasingContent, Root, RootContent, Table } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
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

/** Is this a node that may stand between two halves of what a page break cut: a footnote or a rule? */
export function isPageFurniture(node: Nodes): boolean {
  return node.type === 'footnoteDefinition' || node.type === 'thematicBreak'
}

/** Are these phrases nothing but pictures? */
export function arePictures(phrases: PhrasingContent[]): boolean {
  return (
    phrases.some((node) => node.type === 'image') &&
    phrases.every((node) => node.type === 'image' || !textOf(node).trim())
  )
}
