import type { BlockContent, DefinitionContent, List, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Diagram, Entry, Facts, Lane } from '../../document/nodes.ts'
import type { Locale } from '../../locale/locale.ts'
import { contactLine } from '../contact.ts'
import { titleLevels } from '../html/heading-levels.ts'
import { contactOf } from '../theme/contact.ts'
import type { Theme } from '../theme.ts'
import { inline, Marks } from './inline.ts'

export interface Wording {
  words: Locale['words']
  colon: string
  theme: Theme
}

type Flow = BlockContent | DefinitionContent

/** A document's nodes as those that Markdown has; the notes come last. */
export function lower(tree: Root, wording: Wording): Root {
  const marks = new Marks()
  const lowering: Lowering = { ...wording, marks, levels: titleLevels(tree) }
  const children = flow(tree.children, lowering)
  return { type: 'root', children: [...children, ...marks.definitions()] }
}

interface Lowering extends Wording {
  marks: Marks
  levels: ReadonlyMap<Nodes, number>
}

function flow(nodes: Nodes[], lowering: Lowering): Flow[] {
  return nodes.flatMap((node) => block(node as RootContent, lowering))
}

function block(node: RootContent, lowering: Lowering): Flow[] {
  const text = (nodes: PhrasingContent[]) => inline(nodes, lowering.marks)
  switch (node.type) {
    case 'heading':
      return [{ ...node, children: text(node.children) } as Flow]
    case 'paragraph':
      return [paragraph(text(node.children))]
    case 'list':
      return [list(node, lowering)]
    case 'blockquote':
      return [{ type: 'blockquote', children: flow(node.children, lowering) }]
    case 'code':
    case 'thematicBreak':
      return [node]
    case 'table':
      return [table(node, lowering)]
    case 'lead':
    case 'aside':
    case 'cards':
    case 'columns':
      return flow(node.children, lowering)
    case 'card':
      return [
        ...(node.title.length ? [heading(lowering.levels.get(node)!, text(node.title))] : []),
        ...flow(node.children, lowering),
      ]
    case 'callout':
      return [
        {
          type: 'blockquote',
          children: [...(node.title.length ? [bold(text(node.title))] : []), ...flow(node.children, lowering)],
        },
      ]
    case 'entry':
      return entry(node, lowering)
    case 'facts':
      return facts(node, lowering)
    case 'keyFigures':
      return [bullets(node.children.flatMap((child) => (child.type === 'keyFigure' ? [figure(child, lowering)] : [])))]
    case 'keyFigure':
      return [paragraph(figure(node, lowering))]
    case 'quote':
      return [
        {
          type: 'blockquote',
          children: [
            ...flow(node.children, lowering),
            ...(node.by.length ? [paragraph([{ type: 'text', value: '— ' }, ...text(node.by)])] : []),
          ],
        },
      ]
    case 'exhibit':
      return [...(node.caption.length ? [bold(text(node.caption))] : []), ...flow(node.children, lowering)]
    case 'chart':
      return [
        ...(node.title.length ? [bold(text(node.title))] : []),
        ...(node.subtitle ? [paragraph([{ type: 'text', value: node.subtitle }])] : []),
        ...flow(node.children, lowering),
      ]
    case 'diagram':
      return diagram(node, lowering)
    case 'sourceLine':
      return node.children.length ? [paragraph([{ type: 'emphasis', children: text(node.children) }])] : []
    case 'contact':
      return [paragraph(contactLine(contactOf(lowering.theme, node), lowering.words.contact + lowering.colon))]
    case 'pageBreak':
    case 'sourceNotes':
    case 'html':
    case 'definition':
    case 'footnoteDefinition':
      return []
    default:
      throw new Error(`Markdown has no way to show "${node.type}"`)
  }
}

/** An entry's number stands before its heading, or before its first words. */
function entry(node: Entry, lowering: Lowering): Flow[] {
  const children = flow(
    [
      ...node.children.filter((child) => child.type !== 'aside'),
      ...node.children.filter((child) => child.type === 'aside'),
    ],
    lowering,
  )
  if (!node.number) return children
  const [first, ...rest] = children
  if (first?.type === 'heading')
    return [{ ...first, children: [{ type: 'text', value: `${node.number}. ` }, ...first.children] }, ...rest]
  const number = strong([{ type: 'text', value: `${node.number}.` }])
  return first?.type === 'paragraph'
    ? [{ ...first, children: [number, space, ...first.children] }, ...rest]
    : [paragraph([number]), ...children]
}

/** The number in bold and what it says, as one line. */
function figure({ children: [number, ...rest] }: { children: Flow[] }, lowering: Lowering): PhrasingContent[] {
  const content = (node: Flow | undefined) => (node?.type === 'paragraph' ? inline(node.children, lowering.marks) : [])
  return [strong(content(number)), ...rest.flatMap((node) => [space, ...content(node)])]
}

/** A list, close together where each item is one paragraph, however it was written. */
function list(node: List, lowering: Lowering): List {
  const spread = node.children.some(({ children }) => children.filter(({ type }) => type !== 'list').length > 1)
  const children = node.children.map((item) => ({ ...item, spread, children: flow(item.children, lowering) }))
  return { ...node, spread, children }
}

/** What is known, each with its label; a label with nothing to it is left out. */
function facts({ children }: Facts, { colon, marks }: Lowering): Flow[] {
  const told = children.filter((fact) => textOf(fact).trim())
  const items = told.map((fact) => [
    strong([{ type: 'text', value: fact.label + colon }]),
    space,
    ...inline(fact.children, marks),
  ])
  return items.length ? [bullets(items)] : []
}

function table(node: Table, lowering: Lowering): Table {
  return {
    type: 'table',
    align: node.align ?? [],
    children: node.children.map((row) => ({
      type: 'tableRow',
      children: row.children.map(({ children }) => ({ type: 'tableCell', children: inline(children, lowering.marks) })),
    })),
  }
}

/** Stages as the heads of columns, a chain in each row. */
function diagram(node: Diagram, lowering: Lowering): Flow[] {
  const lanes = node.children.filter((child): child is Lane => child.type === 'lane')
  const named = lanes.some((lane) => lane.title.length)
  const row = (cells: PhrasingContent[][]): Table['children'][number] => ({
    type: 'tableRow',
    children: cells.map((children) => ({ type: 'tableCell', children })),
  })
  const stages = node.stages.map((stage): PhrasingContent[] => [{ type: 'text', value: stage }])
  const lines = lanes.map((lane) => [
    ...(named ? [lane.title.length ? [strong(inline(lane.title, lowering.marks))] : []] : []),
    ...stages.map((_, at) => inline(lane.children[at]?.children ?? [], lowering.marks)),
  ])
  return [
    ...(node.title.length ? [bold(inline(node.title, lowering.marks))] : []),
    { type: 'table', align: [], children: [row([...(named ? [[]] : []), ...stages]), ...lines.map(row)] },
    ...flow(
      node.children.filter((child) => child.type === 'sourceLine'),
      lowering,
    ),
  ]
}

const space: PhrasingContent = { type: 'text', value: ' ' }
const strong = (children: PhrasingContent[]): PhrasingContent => ({ type: 'strong', children })
const paragraph = (children: PhrasingContent[]): Flow => ({ type: 'paragraph', children })

/** A line in bold; the notes that it ends with are no part of what is said. */
function bold(children: PhrasingContent[]): Flow {
  const end = children.findLastIndex(({ type }) => type !== 'footnoteReference') + 1
  return paragraph([strong(children.slice(0, end)), ...children.slice(end)])
}

const heading = (depth: number, children: PhrasingContent[]): Flow => ({ type: 'heading', depth, children }) as Flow

function bullets(items: PhrasingContent[][]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((children) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children }],
    })),
  }
}
