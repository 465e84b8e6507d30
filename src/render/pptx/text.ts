import type { List, Nodes } from 'mdast'
import { contactLine } from '../contact.ts'
import { contactOf } from '../theme/contact.ts'
import { looks } from './looks.ts'
import { type Look, type Paragraph, paragraph, plain } from './paragraph.ts'
import type { Piece, Writing } from './writing.ts'

/** The nodes that can stand together in one text box. */
const textual = new Set<Nodes['type']>(['paragraph', 'heading', 'list', 'lead', 'blockquote', 'code', 'contact'])

export const isText = (node: Nodes): boolean => textual.has(node.type)

/** Nodes as the paragraphs of a text box; plain paragraphs and lists in the look that is asked for. */
export function paragraphs(nodes: Nodes[], writing: Writing, look: Look = looks.body): Paragraph[] {
  return nodes.flatMap((node): Paragraph[] => {
    switch (node.type) {
      case 'paragraph':
        return [paragraph(node.children, look)]
      case 'heading':
        return [paragraph(node.children, { ...looks.heading, size: Math.max(look.size, 18) })]
      case 'list':
        return items(node, 0, writing, look)
      case 'lead':
        return paragraphs(node.children, writing, looks.lead)
      case 'blockquote':
        return paragraphs(node.children, writing, { ...look, italic: true })
      case 'code':
        return node.value.split('\n').map((line) => plain(line, looks.code))
      case 'contact': {
        const { words, colon } = writing.locale
        return [paragraph(contactLine(contactOf(writing.theme, node), words.contact + colon), look)]
      }
      default:
        return 'children' in node ? paragraphs(node.children as Nodes[], writing, look) : []
    }
  })
}

function items(list: List, level: number, writing: Writing, look: Look): Paragraph[] {
  return list.children.flatMap((item, at) =>
    item.children.flatMap((block, part): Paragraph[] => {
      if (block.type === 'list') return items(block, level + 1, writing, look)
      const bullet = list.ordered ? (list.start ?? 1) + at : 'point'
      return paragraphs([block], writing, { ...look, ...(part === 0 ? { bullet, level } : {}) })
    }),
  )
}

/** A text box. */
export function textBox(name: string, content: Paragraph[], { measure }: Writing): Piece {
  return {
    height: (width) => measure.height(content, width),
    draw: (sheet, box) => sheet.text(name, content, box),
  }
}
