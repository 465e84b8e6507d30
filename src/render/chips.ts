import type { PhrasingContent } from 'mdast'

/** Labels that stand side by side, divided by commas: for formats that cannot draw them. */
export function chipsAsList(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node, at): PhrasingContent[] => {
    if (node.type === 'chip') return node.children
    const between = isBlank(node) && nodes[at - 1]?.type === 'chip' && nodes[at + 1]?.type === 'chip'
    return [between ? { type: 'text', value: ', ' } : node]
  })
}

const isBlank = (node: PhrasingContent) => node.type === 'text' && !node.value.trim()
