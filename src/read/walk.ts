import type { Nodes, Parent } from 'mdast'

/**
 * Calls back with every node of a tree, each before its children. Reading goes over the tree a dozen times, and ten thousand rows
 * are a million nodes: `unist-util-visit` takes three times as long, most of it for the names in its stack traces.
 *
 * @param seen gets the node, its index and its parent; returns nothing to go on with the children, or the index of the sibling to
 *   go on with, the children left out
 */
export function walk(
  node: Nodes,
  seen: (node: Nodes, index: number, parent: Parent | null) => number | undefined,
  index = 0,
  parent: Parent | null = null,
): number {
  const next = seen(node, index, parent)
  if (next !== undefined) return next
  if ('children' in node) {
    const children = node.children as Nodes[]
    for (let at = 0; at < children.length; ) at = walk(children[at]!, seen, at, node as Parent)
  }
  return index + 1
}
