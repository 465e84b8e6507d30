import type { Nodes, Root } from 'mdast'

/** The level of the heading that a titled piece gets: one below the heading it stands under. */
export function titleLevels(tree: Root): Map<Nodes, number> {
  const levels = new Map<Nodes, number>()
  let last = 1
  const walk = (node: Nodes, inside: number) => {
    let level = inside
    if (node.type === 'heading') last = node.depth
    if (node.type === 'card' || node.type === 'callout') {
      level = Math.min(6, Math.max(inside, last) + 1)
      levels.set(node, level)
    }
    if ('children' in node) for (const child of node.children as Nodes[]) walk(child, level)
  }
  walk(tree, 1)
  return levels
}
