import type { Paragraph, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { isPageFurniture } from '../blocks.ts'
import type { MarginNote } from '../nodes.ts'
import type { Step } from '../step.ts'

/**
 * A remark from the margin that the extraction set between the paragraphs of the text becomes a margin note.
 *
 * It is a short paragraph with no formatting and no full stop, that begins with a capital and stands beside a long
 * paragraph. Its lines are those of a narrow column, so a hyphen at a line end is lost with it. In a report that shows no other
 * mark of a page maker such a paragraph is its author's, unless it stands in the middle of a sentence.
 */
export const marginNotes: Step = {
  rule: 'margin-note',
  run(tree, log) {
    const extracted = isExtracted(tree)
    const noteLike = new Set(tree.children.filter((node) => node.type === 'paragraph' && looksLikeNote(node)))
    const stays = (node: RootContent) => !isPageFurniture(node) && !noteLike.has(node)
    const before = nearestOf(tree.children, stays)
    const after = nearestOf(tree.children.toReversed(), stays).toReversed()
    tree.children = tree.children.map((node, index) => {
      if (node.type !== 'paragraph' || !noteLike.has(node) || isLedUpTo(tree.children[index + 1])) return node
      if (!besideText(before[index], after[index], extracted)) return node
      const written = printed(node)
      const text = unbroken(written)
      log(node.position!, written, text)
      const { position } = node
      return { type: 'marginNote', children: [{ type: 'text', value: text, position }], position } satisfies MarginNote
    })
  },
}

/** Tables with TABs and raised footnote numbers come from a page maker; so do narrow lines with a hyphen at their end. */
function isExtracted({ children }: Root): boolean {
  return children.some(
    (node) =>
      (node.type === 'table' && node.data?.syntax === 'tab') ||
      (node.type === 'footnoteDefinition' && node.data?.syntax === 'sup') ||
      (node.type === 'paragraph' && /\p{Ll}-\s*\n\p{Ll}/u.test(printed(node))),
  )
}

/** No note is longer, and running text is. */
const longest = 140

function looksLikeNote(node: Paragraph): boolean {
  const text = printed(node).trim()
  const plain = node.children.every((child) => child.type === 'text' || child.type === 'break')
  const words = text.split(/\s+/)
  return (
    plain &&
    !node.data?.caption &&
    text.length <= longest &&
    words.length >= 4 &&
    /^\p{Lu}/u.test(text) &&
    /[\p{L}]$/u.test(text) &&
    !/:\s|\p{L}\.\s|^\p{L}+\.?\s\d[\d.]*\s?[.:–—-]?\s/u.test(text)
  )
}

/** The text with its line ends, hard or soft. */
function printed(node: Paragraph): string {
  return node.children.map((child) => (child.type === 'break' ? '\n' : textOf(child))).join('')
}

/** Running text stands next to it, and the sentence before it had come to its end or goes on after it. */
function besideText(before: RootContent | undefined, after: RootContent | undefined, extracted: boolean): boolean {
  const isLong = (node: RootContent | undefined) => node?.type === 'paragraph' && textOf(node).length > longest
  const open = before?.type === 'paragraph' && /[\p{L},]$/u.test(textOf(before).trim())
  const goesOn = after?.type === 'paragraph' && /^\p{Ll}/u.test(textOf(after).trim())
  return (
    open === goesOn &&
    (open || extracted) &&
    (isLong(before) || isLong(after)) &&
    [before, after].every((node) => !node || !isTabular(node))
  )
}

/** For each node the nearest before it of which something holds. */
function nearestOf(nodes: RootContent[], holds: (node: RootContent) => boolean): (RootContent | undefined)[] {
  let nearest: RootContent | undefined
  return nodes.map((node) => {
    const found = nearest
    if (holds(node)) nearest = node
    return found
  })
}

const isTabular = (node: RootContent) => node.type === 'table' || node.type === 'code'

/** Such a line leads up to what follows. */
const isLedUpTo = (node: RootContent | undefined) => node?.type === 'list' || node?.type === 'blockquote'

/** The lines of a narrow column as one: a hyphen at a line end divides a word before a small letter, else joins two. */
function unbroken(text: string): string {
  return text
    .replace(/(\p{Ll})-\s*\n\s*(?=\p{Ll})/gu, '$1')
    .replace(/(\p{L}-)\s*\n\s*(?=\p{Lu})/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
