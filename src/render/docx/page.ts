import {
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TabStopType,
  TextRun,
} from 'docx'
import type { RootContent } from 'mdast'
import type { Document } from '../../document/document.ts'
import { clean, text } from './inline.ts'
import { type Block, hex, mm, type Writing } from './writing.ts'

const paper = { width: mm(210), height: mm(297) }
const margin = { top: mm(23), bottom: mm(20), left: mm(20), right: mm(20), header: mm(11), footer: mm(10) }

/** The room for text on a page. */
export const textWidth = (landscape: boolean) => (landscape ? paper.height : paper.width) - margin.left - margin.right

/** Content cut where the paper turns: what must stand across a landscape page has pages of its own. */
export function turns(nodes: RootContent[]): { landscape: boolean; nodes: RootContent[] }[] {
  const parts: { landscape: boolean; nodes: RootContent[] }[] = []
  for (const node of nodes) {
    const landscape = node.type === 'exhibit' && node.landscape === true
    const open = parts.at(-1)
    if (open?.landscape === landscape) open.nodes.push(node)
    else parts.push({ landscape, nodes: [node] })
  }
  return parts
}

/** A run of pages of one orientation, with what stands at their head and foot. */
export function section(children: Block[], landscape: boolean, document: Document, writing: Writing): ISectionOptions {
  const { words, brand } = writing
  const stops = [{ type: TabStopType.RIGHT, position: textWidth(landscape) }]
  const kicker = text(document.kicker, { bold: true, color: hex(brand.colours.accent) })
  const head = new Paragraph({
    style: 'Header',
    tabStops: stops,
    children: [kicker, text(`\t${document.runningTitle}`)],
  })
  const sender = clean(brand.footer ?? document.publisher ?? '')
  const place = [`${sender}\t${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES]
  const foot = new Paragraph({ style: 'Footer', tabStops: stops, children: [new TextRun({ children: place })] })
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          ...paper,
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin,
      },
    },
    headers: { default: new Header({ children: [head] }) },
    footers: { default: new Footer({ children: [foot] }) },
    children: children as ISectionOptions['children'],
  }
}
