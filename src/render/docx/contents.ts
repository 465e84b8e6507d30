import { Bookmark, InternalHyperlink, Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { Nodes, PhrasingContent, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { clean } from './inline.ts'
import { ContentsBox, fieldBegin, fieldEnd } from './xml.ts'

/** More main headings than this, and a document gets a table of contents. */
const few = 6

/** The names that the main headings of a long document get. */
export function anchorsOf(levels: ReadonlyMap<Nodes, number>): Map<Nodes, string> {
  const main = [...levels].filter(([, level]) => level === 1).map(([node]) => node)
  return new Map(main.length > few ? main.map((node, at) => [node, `_Toc${String(at + 1).padStart(8, '0')}`]) : [])
}

/** The content of a heading under its name. */
export function anchored(content: ParagraphChild[], name: string | undefined): ParagraphChild[] {
  return name ? [new Bookmark({ id: name, children: content })] : content
}

/**
 * A table of contents: a field that holds its entries already. Page numbers come when Word updates it, since only Word knows
 * where its pages end.
 */
export function contents(anchors: ReadonlyMap<Nodes, string>, title: string): ContentsBox {
  const entries = [...anchors].map(([node, anchor], at, { length }) => {
    const link = new InternalHyperlink({ anchor, children: [new TextRun(clean(headingText(node)))] })
    const children = [
      ...(at === 0 ? (fieldBegin('TOC \\o "1-1" \\h \\z \\u') as unknown as ParagraphChild[]) : []),
      link,
      ...(at === length - 1 ? [fieldEnd() as unknown as ParagraphChild] : []),
    ]
    return new Paragraph({ style: 'TOC1', children })
  })
  return new ContentsBox([new Paragraph({ style: 'TOCHeading', text: title }), ...entries])
}

function headingText(node: Nodes): string {
  const content = 'title' in node && Array.isArray(node.title) ? (node.title as PhrasingContent[]) : null
  return content ? textOf({ type: 'root', children: content } as Root) : textOf(node)
}
