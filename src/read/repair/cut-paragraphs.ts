import type { Paragraph, PhrasingContent, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { isPageFurniture } from '../blocks.ts'
import type { Step } from '../step.ts'

/**
 * A paragraph that a page break cut in two is one again, also where footnotes or margin notes stand between its halves:
 * the first half does not end its sentence, the second begins with a small letter.
 */
export const cutParagraphs: Step = {
  rule: 'cut-paragraph',
  run(tree, log) {
    const kept: Root['children'] = []
    for (const node of tree.children) {
      const open = node.type === 'paragraph' && beginsSmall(node) ? openParagraph(kept) : null
      if (open && node.type === 'paragraph') {
        const before = `${tail(open)} ¶ ${head(node)}`
        open.children.push(space(node), ...(node.children as PhrasingContent[]))
        log({ start: open.position!.end, end: node.position!.start }, before, before.replace(' ¶ ', ' '))
        open.position = { start: open.position!.start, end: node.position!.end }
      } else {
        kept.push(node)
      }
    }
    tree.children = kept
  },
}

/** The last paragraph before what a page break leaves, if its sentence is open. */
function openParagraph(nodes: Root['children']): Paragraph | null {
  const node = nodes.findLast((candidate) => !isPageFurniture(candidate) && candidate.type !== 'marginNote')
  return node?.type === 'paragraph' && node.children.at(-1)?.type !== 'image' && /[\p{L}\p{N},–-]$/u.test(tail(node))
    ? node
    : null
}

/** A picture's text does not go on with the sentence before it; a name may begin small, "iPhone". */
const beginsSmall = (node: Paragraph) =>
  node.children[0]?.type !== 'image' &&
  /^\p{Ll}(?!\p{Lu})/u.test(textOf(node).trim()) &&
  !/^[a-z][).]/.test(textOf(node).trim())

/** The last words of a paragraph; no more of it is looked at, since it may have grown from thousands. */
function tail(node: Paragraph): string {
  let text = ''
  for (let at = node.children.length - 1; at >= 0 && text.trim().length < 40; at--)
    text = textOf(node.children[at]!) + text
  return text.trim().slice(-40)
}

const head = (node: Paragraph) => textOf(node).trim().slice(0, 40)

function space(node: Paragraph): PhrasingContent {
  const { start } = node.position!
  return { type: 'text', value: ' ', position: { start, end: start } }
}
