import type { FootnoteDefinition, Paragraph, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Superscript } from '../nodes.ts'
import type { Step } from '../step.ts'

/**
 * `<sup>7</sup>` is a footnote: at the start of a paragraph it defines one, anywhere else it refers to one.
 * Other raised text stays raised.
 */
export const footnotes: Step = {
  rule: 'footnote',
  run(tree) {
    tree.children = tree.children.map((node) => (node.type === 'paragraph' ? (definition(node) ?? node) : node))
    visit(tree, 'superscript', (node, index, parent) => {
      const identifier = markOf(node)
      if (parent && index !== undefined && identifier) {
        const { position } = node
        parent.children[index] = {
          type: 'footnoteReference',
          identifier,
          label: identifier,
          data: { syntax: 'sup' },
          position,
        }
      }
    })
  },
}

function definition(paragraph: Paragraph): FootnoteDefinition | null {
  const [mark, ...rest] = paragraph.children
  const identifier = mark?.type === 'superscript' && markOf(mark)
  if (!identifier || !rest.length) return null
  const [first] = rest
  if (first?.type === 'text') rest[0] = { ...first, value: first.value.trimStart() }
  const { position } = paragraph
  return {
    type: 'footnoteDefinition',
    identifier,
    label: identifier,
    data: { syntax: 'sup' },
    children: [{ type: 'paragraph', children: rest, position }],
    position,
  }
}

function markOf(node: Superscript): string | null {
  return /^\s*(\d{1,3})\s*$/.exec(textOf(node))?.[1] ?? null
}

/** Is this a node that may stand between two halves of what a page break cut: a footnote, a rule, a picture's place? */
export function isPageFurniture(node: Root['children'][number]): boolean {
  return node.type === 'footnoteDefinition' || node.type === 'thematicBreak'
}
