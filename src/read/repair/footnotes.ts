import type { FootnoteDefinition, Nodes, Paragraph, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Superscript } from '../nodes.ts'
import type { Step } from '../step.ts'

/**
 * `<sup>7</sup>` is a footnote: at the start of a paragraph it defines one, anywhere else it refers to one.
 * Other raised text stays raised, and so does a power: m<sup>2</sup>, 10<sup>6</sup>.
 */
export const footnotes: Step = {
  rule: 'footnote',
  run(tree) {
    tree.children = tree.children.map((node) => (node.type === 'paragraph' ? (definition(node) ?? node) : node))
    visit(tree, 'superscript', (node, index, parent) => {
      const identifier = markOf(node)
      if (parent && index !== undefined && identifier && !isPower(node, parent.children[index - 1])) {
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

/** The second or third power of a metre and its kin, and any power of ten. */
function isPower(node: Superscript, before: Nodes | undefined): boolean {
  if (before?.type !== 'text') return false
  const squareOrCube = /^[23]$/.test(textOf(node)) && /(?<![\p{L}\p{N}])[kdcmµ]?m$/u.test(before.value)
  return squareOrCube || /(?<![\p{L}\p{N}.,])10$/u.test(before.value)
}

/** Is this a node that may stand between two halves of what a page break cut: a footnote, a rule, a picture's place? */
export function isPageFurniture(node: Root['children'][number]): boolean {
  return node.type === 'footnoteDefinition' || node.type === 'thematicBreak'
}
