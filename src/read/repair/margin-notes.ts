import type { Paragraph, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { MarginNote } from '../nodes.ts'
import type { Step } from '../step.ts'
import { isPageFurniture } from './footnotes.ts'

/**
 * A remark from the margin that the extraction set between the paragraphs of the text becomes a margin note.
 *
 * It is a short paragraph with no formatting and no full stop, that begins with a capital and stands beside a long
 * paragraph, among long paragraphs. Its lines are those of a narrow column, so a hyphen at a line end is lost with it.
 */
export const marginNotes: Step = {
  rule: 'margin-note',
  run(tree, log) {
    const around = typicalLength(tree)
    tree.children = tree.children.map((node, index) => {
      if (node.type !== 'paragraph' || !looksLikeNote(node) || !besideText(tree, index, around)) return node
      const before = printed(node)
      const text = unbroken(before)
      log(node.position!, before, text)
      const { position } = node
      return { type: 'marginNote', children: [{ type: 'text', value: text, position }], position } satisfies MarginNote
    })
  },
}

const longest = 140

function looksLikeNote(node: Paragraph): boolean {
  const text = printed(node).trim()
  const plain = node.children.every((child) => child.type === 'text' || child.type === 'break')
  const words = text.split(/\s+/)
  return (
    plain &&
    text.length <= longest &&
    words.length >= 4 &&
    /^\p{Lu}/u.test(text) &&
    /[\p{L}]$/u.test(text) &&
    !/:\s|\p{L}\.\s/u.test(text)
  )
}

/** The text with its line ends, hard or soft. */
function printed(node: Paragraph): string {
  return node.children.map((child) => (child.type === 'break' ? '\n' : textOf(child))).join('')
}

/** Running text stands next to it, and the text before it had come to its end. */
function besideText(tree: Root, index: number, long: number): boolean {
  const neighbour = (step: number) => {
    let at = index + step
    while (tree.children[at] && (isPageFurniture(tree.children[at]!) || isNoteLike(tree.children[at]!))) at += step
    return tree.children[at]
  }
  const isLong = (node: Root['children'][number] | undefined) =>
    node?.type === 'paragraph' && textOf(node).length >= long
  const before = neighbour(-1)
  const after = neighbour(1)
  const open = before?.type === 'paragraph' && /[\p{L},]$/u.test(textOf(before).trim())
  return !open && (isLong(before) || isLong(after)) && [before, after].every((node) => !node || !isTabular(node))
}

const isNoteLike = (node: Root['children'][number]) => node.type === 'paragraph' && looksLikeNote(node)
const isTabular = (node: Root['children'][number]) => node.type === 'table' || node.type === 'code'

/** A paragraph of running text: a third of the mean of the longer half, at least 200 characters. */
function typicalLength(tree: Root): number {
  const lengths = tree.children.filter((node) => node.type === 'paragraph').map((node) => textOf(node).length)
  const longer = lengths.sort((a, b) => b - a).slice(0, Math.ceil(lengths.length / 2))
  const mean = longer.reduce((sum, length) => sum + length, 0) / Math.max(1, longer.length)
  return Math.max(200, mean / 3)
}

/** The lines of a narrow column as one: a hyphen at a line end before a small letter divides a word. */
function unbroken(text: string): string {
  return text
    .replace(/(\p{Ll})-\s*\n\s*(?=\p{Ll})/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
