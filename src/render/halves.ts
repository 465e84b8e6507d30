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
  const at = middle(children, whereToCut(children))
  return [children.slice(0, at), children.slice(at)]
}

/** Before headings, where there are some; else not between a paragraph and its list. */
function whereToCut(children: RootContent[]): (at: number) => boolean {
  const headed = (at: number) => at > 0 && children[at]?.type === 'heading' && children[at - 1]?.type !== 'heading'
  if (children.some((_, at) => headed(at))) return headed
  return (at) => children[at]?.type !== 'list' && children[at - 1]?.type !== 'heading'
}

/** Where to cut some text so that its halves differ least. */
function middle(nodes: Nodes[], may: (at: number) => boolean = () => true): number {
  const lengths = nodes.map((node) => textOf(node).length)
  const sum = (some: number[]) => some.reduce((total, each) => total + each, 0)
  const difference = (at: number) => Math.abs(sum(lengths.slice(0, at)) - sum(lengths.slice(at)))
  const places = lengths.map((_, at) => at).filter((at) => at > 0 && may(at))
  return places.reduce((best, at) => (difference(at) < difference(best) ? at : best), places[0] ?? nodes.length)
}
