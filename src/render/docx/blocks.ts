import {
  BorderStyle,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  Tab,
  Table,
  TabStopType,
  TextRun,
} from 'docx'
import type { List, Nodes, Paragraph as ParagraphNode, PhrasingContent } from 'mdast'
import { anchored } from './contents.ts'
import * as exhibits from './exhibits.ts'
import { headingStyle } from './headings.ts'
import { clean, runs, text } from './inline.ts'
import { hang } from './lists.ts'
import * as pieces from './pieces.ts'
import { spacer, table } from './tables.ts'
import { type Block, type Builder, hex, mm, type Opening, type Place, type Writing } from './writing.ts'

/** The blocks of a document, one builder for each kind of node. */
const builders: Partial<Record<Nodes['type'], Builder<never>>> = {
  paragraph: (node: ParagraphNode, place, writing, opening) => [
    paragraph(node.children, place.style, place, writing, opening),
  ],
  heading,
  list: (node: List, place, writing) => listItems(node, 0, place, writing),
  blockquote: pieces.blockquote,
  code: (node: Extract<Nodes, { type: 'code' }>) =>
    node.value.split('\n').map((line) => new Paragraph({ style: 'Code', children: [text(line)] })),
  thematicBreak: () => [new Paragraph({ style: 'Rule' })],
  table: (node: Extract<Nodes, { type: 'table' }>, place, writing) => [table(node, place, writing), spacer()],
  lead: (node: Extract<Nodes, { type: 'lead' }>, place, writing) =>
    writing.blocks(node.children, { ...place, style: 'Lead' }),
  aside: pieces.aside,
  entry: pieces.entry,
  card: pieces.card,
  cards: (node: Extract<Nodes, { type: 'cards' }>, place, writing) => writing.blocks(node.children, place),
  callout: pieces.callout,
  columns: pieces.columns,
  facts: pieces.facts,
  keyFigures: pieces.keyFigures,
  keyFigure: (node: Extract<Nodes, { type: 'keyFigure' }>, place, writing) => writing.blocks(node.children, place),
  quote: pieces.quote,
  contact: pieces.contact,
  exhibit: exhibits.exhibit,
  chart: exhibits.chart,
  diagram: exhibits.diagram,
  sourceLine: exhibits.sourceLine,
}

/** Nodes that Word shows in its own way: the notes as footnotes. */
const shownElsewhere = new Set<Nodes['type']>(['sourceNotes', 'definition', 'footnoteDefinition', 'html'])

/** Blocks one after the other; two tables that meet are kept apart. */
export function blocks(nodes: Nodes[], place: Place, writing: Writing, opening?: Opening): Block[] {
  const written: Block[] = []
  let open = opening
  for (const [at, node] of nodes.entries()) {
    if (shownElsewhere.has(node.type)) continue
    if (node.type === 'pageBreak') {
      open = { ...open, pageBreak: true }
      continue
    }
    const build = builders[node.type] as Builder | undefined
    if (!build) throw new Error(`a Word document has no way to show "${node.type}"`)
    if (leads(node, nodes[at + 1])) open = { ...open, leads: true }
    if (open && !opens(node)) {
      if (open.pageBreak || open.rule || open.number) written.push(standIn(open, place, writing))
      open = undefined
    }
    const next = build(node, place, writing, open)
    if (written.at(-1) instanceof Table && next[0] instanceof Table) written.push(spacer())
    written.push(...next)
    open = undefined
  }
  return written
}

/** Does it begin with a paragraph of its own? */
function opens(node: Nodes): boolean {
  if (node.type === 'exhibit') return node.caption.length > 0
  if (node.type === 'chart' || node.type === 'diagram') return node.title.length > 0
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'card'
}

/** Does a page not end after a paragraph: what it says is said of what follows? */
function leads(node: Nodes, next: Nodes | undefined): boolean {
  if (node.type !== 'paragraph' || !next) return false
  return next.type === 'list' || next.type === 'facts' || node.children.some((child) => child.type === 'evidence')
}

/** What opens blocks that do not begin with a paragraph. */
function standIn(opening: Opening, place: Place, writing: Writing): Paragraph {
  return new Paragraph(paragraphOptions('Spacer', place, writing, opening))
}

function heading(
  node: Extract<Nodes, { type: 'heading' }>,
  place: Place,
  writing: Writing,
  opening?: Opening,
): Block[] {
  return [headingParagraph(node, node.children, place, writing, opening)]
}

/** A heading of a node: its own, or that of a piece. */
export function headingParagraph(
  node: Nodes,
  content: PhrasingContent[],
  place: Place,
  writing: Writing,
  opening?: Opening,
  look: IRunOptions = {},
): Paragraph {
  const options = paragraphOptions(headingStyle(writing.levels.get(node) ?? 1), place, writing, opening)
  const inline = [...(options.children ?? []), ...runs(content, writing, look)]
  return new Paragraph({ ...options, children: anchored(inline, writing.anchors.get(node)) })
}

export function paragraph(
  content: PhrasingContent[],
  style: string | undefined,
  place: Place,
  writing: Writing,
  opening?: Opening,
): Paragraph {
  const options = paragraphOptions(style, place, writing, opening)
  return new Paragraph({ ...options, children: [...(options.children ?? []), ...runs(content, writing)] })
}

function paragraphOptions(
  style: string | undefined,
  place: Place,
  writing: Writing,
  opening: Opening | undefined,
): IParagraphOptions {
  const { number } = opening ?? {}
  const indent = number
    ? { left: place.indent, hanging: numberWidth }
    : place.indent
      ? { left: place.indent }
      : undefined
  return {
    ...(style ? { style } : {}),
    ...(indent ? { indent } : {}),
    ...(opening?.pageBreak ? { pageBreakBefore: true } : {}),
    ...(opening?.leads ? { keepNext: true } : {}),
    ...spaced(opening),
    ...ruled(opening?.rule, writing),
    ...(number
      ? {
          tabStops: [{ type: TabStopType.LEFT, position: place.indent }],
          children: [new TextRun({ style: 'EntryNumber', children: [clean(number), new Tab()] })],
        }
      : {}),
  }
}

/** The space above what opens some blocks, where it is not its style's. */
function spaced({ top, pageBreak, rule }: Opening = {}): Pick<IParagraphOptions, 'spacing'> {
  if (top || pageBreak) return { spacing: { before: 0 } }
  return rule ? { spacing: { before: 200 } } : {}
}

/** The room that an entry's number has. */
export const numberWidth = mm(9)

function ruled(rule: Opening['rule'], writing: Writing): Pick<IParagraphOptions, 'border'> {
  if (!rule) return {}
  const { colours } = writing.brand
  const look = rule === 'strong' ? { color: hex(colours.accent), size: 12 } : { color: hex(colours.rule), size: 4 }
  return { border: { top: { style: BorderStyle.SINGLE, space: 5, ...look } } }
}

/** A list's items: the first paragraph has the bullet, what follows in the item stands under it. */
function listItems(list: List, depth: number, place: Place, writing: Writing): Block[] {
  const reference = writing.lists.reference(list)
  const left = place.indent + (depth + 1) * hang
  const style = place.style ?? (list.ordered ? 'ListNumber' : 'ListBullet')
  return list.children.flatMap((item, number, { length }) =>
    item.children.flatMap((block, at): Block[] => {
      if (block.type === 'list') return listItems(block, Math.min(depth + 1, 5), place, writing)
      const ends = depth === 0 && number === length - 1 && at === item.children.length - 1
      if (at === 0 && block.type === 'paragraph')
        return [
          new Paragraph({
            style,
            numbering: { reference, level: depth },
            indent: { left, hanging: hang },
            ...(ends ? { spacing: { after: 120 } } : {}),
            children: runs(block.children, writing),
          }),
        ]
      return writing.blocks([block], { ...place, style, indent: left, width: place.width - (depth + 1) * hang })
    }),
  )
}
