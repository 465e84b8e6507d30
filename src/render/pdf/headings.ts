import type { Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { slideTitle } from '../slides/title.ts'

/** What a printed document has a heading for. */
export interface Heading {
  title: string
  /** Does it begin a part of the document, and not one of its pieces? */
  isChapter: boolean
}

/** The headings of a tree in order, the titles of slides and of pieces that are headed by theirs among them. */
export function headingsOf(node: Nodes): Heading[] {
  if (node.type === 'heading') return [{ title: textOf(node), isChapter: node.depth === 2 }]
  return [...titleOf(node), ...('children' in node ? (node.children as Nodes[]).flatMap(headingsOf) : [])]
}

function titleOf(node: Nodes): Heading[] {
  if (node.type === 'slide') return [{ title: slideTitle(node), isChapter: false }]
  if (node.type === 'sourceNotes') return [{ title: node.title, isChapter: true }]
  return (node.type === 'card' || node.type === 'callout') && node.title.length
    ? [{ title: textOf(node.title), isChapter: false }]
    : []
}
