import type { Element, ElementContent, Properties } from 'hast'
import type { Nodes, Root } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { describeSources, type Source } from '../../document/source.ts'

/** How a node becomes elements. */
export type Build = (state: State, node: never) => ElementContent | ElementContent[]

export function inline(state: State, nodes: Nodes[]): ElementContent[] {
  return state.all({ type: 'root', children: nodes } as Root) as ElementContent[]
}

/** `data-source="report.md:14 Table 2.1 | Ships | North"` */
export function traced(node: { data?: { sources?: Source[] } }): Properties {
  const sources = node.data?.sources
  return sources?.length ? { dataSource: describeSources(sources) } : {}
}
