import type { Nodes, Root } from 'mdast'

/**
 * The level of the heading that a titled piece gets: one below the heading it stands under. A slide is headed by its title, so that
 * what else is written as a heading on it stands below that.
 */
export function titleLevels(tree: Root): Map<Nodes, number> {
  const levels = new Map<Nodes, number>()
  let last = 1
  let above = 0
  const walk = (node: Nodes, inside: number) => {
    let level = inside
    if (node.type === 'slide') {
      above = node.isTitle ? 1 : 2
      last = above
    }
    if (node.type === 'heading') {
      last = Math.max(node.depth, above + 1)
      levels.set(node, last)
    }
    if (node.type === 'card' || node.type === 'callout') {
      level = Math.min(6, Math.max(inside, last) + 1)
      levels.set(node, level)
    }
    if ('children' in node) for (const child of node.children as Nodes[]) walk(child, level)
  }
  walk(tree, 1)
  return levels
}
