import type { FootnoteDefinition, PhrasingContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { SourceMark } from '../../document/nodes.ts'
import { chipsAsList } from '../chips.ts'
import { signOf } from '../evidence.ts'
import { isSafeLink } from '../links.ts'

/** The source marks of a document as Markdown's footnotes. */
export class Marks {
  private readonly notes = new Map<number, string>()

  reference({ number, note }: SourceMark): PhrasingContent {
    this.notes.set(number, note)
    return { type: 'footnoteReference', identifier: String(number), label: String(number) }
  }

  definitions(): FootnoteDefinition[] {
    return [...this.notes].map(([number, value]) => ({
      type: 'footnoteDefinition',
      identifier: String(number),
      label: String(number),
      children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
    }))
  }
}

/** Running text with what Markdown has no word for as plain text. */
export function inline(nodes: PhrasingContent[], marks: Marks): PhrasingContent[] {
  return chipsAsList(nodes).flatMap((node, at, all): PhrasingContent[] => {
    switch (node.type) {
      case 'text':
        return [plain(node.value.replace(/\s*\n\s*/g, ' '))]
      case 'evidence':
        return [...signed(signOf(node.strength)), ...inline(node.children, marks)]
      case 'missing':
        return [plain('–')]
      case 'sourceMark':
        return [marks.reference(node)]
      case 'superscript':
        return [plain(raised(textOf(node)))]
      case 'list':
        return [plain(divider(all[at - 1]) + node.children.map((item) => textOf(item)).join('; '))]
      case 'image':
      case 'imageReference':
        return node.alt ? [plain(node.alt)] : []
      case 'html':
      case 'footnoteReference':
        return []
      case 'link':
        return isSafeLink(node.url)
          ? [{ ...node, children: inline(node.children, marks) }]
          : inline(node.children, marks)
      case 'linkReference':
      case 'foreign':
        return inline(node.children, marks)
      default:
        return 'children' in node
          ? [{ ...node, children: inline(node.children as PhrasingContent[], marks) } as PhrasingContent]
          : [node]
    }
  })
}

const plain = (value: string): PhrasingContent => ({ type: 'text', value })

const signed = (sign: string) => (sign ? [plain(`${sign}\u00a0`)] : [])

/** What divides a cell's items from the text before them. */
const divider = (before: PhrasingContent | undefined) => (!before ? '' : textOf(before).endsWith(':') ? ' ' : '; ')

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Digits have raised letters of their own, other text is set as it is. */
function raised(text: string): string {
  return /^\d+$/.test(text) ? [...text].map((digit) => superscripts[Number(digit)]).join('') : text
}
