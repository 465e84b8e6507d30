import type { ElementContent, Properties } from 'hast'
import type { Nodes, Root } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { describeOrigin } from '../../document/source.ts'
import type { Origin } from '../../origin/origin.ts'

/** How a node becomes elements. */
export type Build = (state: State, node: never) => ElementContent | ElementContent[]

export function inline(state: State, nodes: Nodes[]): ElementContent[] {
  return state.all({ type: 'root', children: nodes } as Root) as ElementContent[]
}

/** `data-source="report.md:14 Table 2.1 | Ships | North"` */
export function traced(node: { data?: { origin?: Origin } }): Properties {
  const described = describeOrigin(node.data?.origin)
  return described ? { dataSource: described } : {}
}
