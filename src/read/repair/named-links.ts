import type { Definition } from 'mdast'
import type { Step } from '../step.ts'
import { walk } from '../walk.ts'

/** Links and pictures that name a definition get its address; the definition stays where it is. */
export const namedLinks: Step = {
  rule: 'named-link',
  run(tree) {
    const definitions = new Map<string, Definition>()
    walk(tree, (node) => {
      if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
    })
    if (!definitions.size) return
    walk(tree, (node, index, parent) => {
      if ((node.type !== 'linkReference' && node.type !== 'imageReference') || !parent) return
      const definition = definitions.get(node.identifier)
      if (!definition) return
      const { url, title = null } = definition
      const { position } = node
      parent.children[index] =
        node.type === 'linkReference'
          ? { type: 'link', url, title, children: node.children, position }
          : { type: 'image', url, title, alt: node.alt ?? null, position }
    })
  },
}
