import {
  AlignmentType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { RootContent } from 'mdast'
import type { Document } from '../../document/document.ts'
import { clean, text } from './inline.ts'
import { type LogoPicture, logoRun } from './logo.ts'
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
    else parts.push({ landscape, nodes: [...(landscape && open ? headsOf(open.nodes) : []), node] })
  }
  return parts.filter(({ nodes }) => nodes.length)
}

/** Takes the headings that nodes end with: they go with what they head. */
function headsOf(nodes: RootContent[]): RootContent[] {
  const last = nodes.findLastIndex((node) => node.type !== 'heading')
  return nodes.splice(last + 1)
}

/** A run of pages of one orientation, with what stands at their head and foot. */
export function section(
  children: Block[],
  landscape: boolean,
  document: Document,
  writing: Writing,
  logo: LogoPicture | null,
): ISectionOptions {
  const { words, brand } = writing
  const stops = [{ type: TabStopType.RIGHT, position: textWidth(landscape) }]
  const kicker = () => text(document.kicker, { bold: true, color: hex(brand.colours.accent) })
  const head = new Paragraph({
    style: 'Header',
    tabStops: stops,
    children: [kicker(), new TextRun({ children: [new Tab(), clean(document.runningTitle)] })],
  })
  const sender = clean(brand.footer ?? document.publisher ?? '')
  const place = [sender, new Tab(), `${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES]
  const foot = () => {
    const children = [new TextRun({ children: place })]
    return new Footer({ children: [new Paragraph({ style: 'Footer', tabStops: stops, children })] })
  }
  return {
    properties: {
      ...(logo ? { titlePage: true } : {}),
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          ...paper,
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin,
      },
    },
    headers: {
      default: new Header({ children: [head] }),
      ...(logo ? { first: masthead(logo, document, kicker()) } : {}),
    },
    footers: { default: foot(), ...(logo ? { first: foot() } : {}) },
    children: children as ISectionOptions['children'],
  }
}

/** The head of page one: the logo, and beside it the two lines that other pages have in one. */
function masthead(logo: LogoPicture, document: Document, kicker: TextRun): Header {
  const at = { left: margin.left, top: mm(9) }
  const line = (children: ParagraphChild[]) =>
    new Paragraph({ style: 'Header', alignment: AlignmentType.RIGHT, children })
  return new Header({ children: [line([logoRun(logo, at), kicker]), line([text(document.runningTitle)])] })
}
