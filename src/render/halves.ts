import type { List, Nodes, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'

/** Content for two columns: a list is cut between items, other content between blocks. */
export function halved(children: RootContent[]): [RootContent[], RootContent[]] {
  const [only] = children
  if (children.length === 1 && only?.type === 'list') {
    const at = middle(only.children)
    const rest: List = { ...only, start: (only.start ?? 1) + at, children: only.children.slice(at) }
    return [[{ ...only, children: only.children.slice(0, at) }], [rest]]
  }
  const at = middle(children)
  return [children.slice(0, at), children.slice(at)]
}

/** Where to cut some text so that its halves differ least. */
function middle(nodes: Nodes[]): number {
  const lengths = nodes.map((node) => textOf(node).length)
  const sum = (some: number[]) => some.reduce((total, each) => total + each, 0)
  const difference = (at: number) => Math.abs(sum(lengths.slice(0, at)) - sum(lengths.slice(at)))
  return lengths.reduce(
    (best, _, at) => (at > 0 && difference(at) < difference(best) ? at : best),
    Math.min(1, nodes.length),
  )
}
