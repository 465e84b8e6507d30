import type { Nodes, PhrasingContent } from 'mdast'

const holding = new Set<Nodes['type']>([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'chip',
  'evidence',
  'superscript',
])
const alone = new Set<Nodes['type']>(['text', 'inlineCode', 'break', 'image', 'missing', 'sourceMark', 'foreign'])

/** Does a node stand inside a line and hold others that do? A passage in another language is a line of its own. */
export const holdsPhrases = (node: Nodes): node is Extract<PhrasingContent, { children: PhrasingContent[] }> =>
  holding.has(node.type)

/** Does a node stand inside a line? */
export const isPhrase = (node: Nodes): node is PhrasingContent => holdsPhrases(node) || alone.has(node.type)
