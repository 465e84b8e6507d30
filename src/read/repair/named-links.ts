import type { Definition } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Step } from '../step.ts'

/** Links and pictures that name a definition get its address; the definition stays where it is. */
export const namedLinks: Step = {
  rule: 'named-link',
  run(tree) {
    const definitions = new Map<string, Definition>()
    visit(tree, 'definition', (node) => {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
    })
    visit(tree, (node, index, parent) => {
      if ((node.type !== 'linkReference' && node.type !== 'imageReference') || !parent) return
      const definition = definitions.get(node.identifier)
      if (!definition) return
      const { url, title = null } = definition
      const { position } = node
      parent.children[index!] =
        node.type === 'linkReference'
          ? { type: 'link', url, title, children: node.children, position }
          : { type: 'image', url, title, alt: node.alt ?? null, position }
    })
  },
}
