import type { Nodes, Root } from 'mdast'
import { titleLevels } from '../html/heading-levels.ts'

/**
 * The levels of Word's headings: 0 is the title, 1 what stands right under it. None is more than one below the one before it.
 */
export function wordLevels(tree: Root): Map<Nodes, number> {
  const titles = titleLevels(tree)
  const levels = new Map<Nodes, number>()
  let last = 0
  const walk = (node: Nodes) => {
    const depth = node.type === 'heading' ? node.depth : titles.get(node)
    if (depth) {
      last = Math.min(depth - 1, last + 1)
      levels.set(node, last)
    }
    if ('children' in node) for (const child of node.children as Nodes[]) walk(child)
  }
  walk(tree)
  return levels
}

/** The style of a heading of a level. */
export const headingStyle = (level: number) => (level ? `Heading${level}` : 'Title')
