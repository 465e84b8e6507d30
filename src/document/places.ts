import type { Nodes, PhrasingContent, Table } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Document } from './document.ts'
import type { Chart, Diagram, Slide } from './nodes.ts'
import type { Source } from './source.ts'

/** What a place is: `frame` stands around the document, `source` tells of sources, `note` is what a source line says of its table. */
export const placeKinds = [
  'heading',
  'text',
  'keyFigure',
  'quote',
  'caption',
  'table',
  'chart',
  'diagram',
  'contact',
  'speakerNotes',
  'note',
  'source',
  'frame',
] as const
export type PlaceKind = (typeof placeKinds)[number]

/** A piece of a document that is read as one, a paragraph or a cell, and where it stands. */
export interface Place {
  kind: PlaceKind
  /** The headings and titles above it, outermost first. */
  under: string[]
  /** From 1, in a deck. */
  slide: number | null
  /** Of a cell, what heads its row and its column. */
  row: string | null
  column: string | null
  runs: Run[]
}

/** Text of which all rests on the same; on nothing where it is framing. */
export interface Run {
  text: string
  sources: Source[]
}

export const placeText = ({ runs }: Pick<Place, 'runs'>): string => runs.map(({ text }) => text).join('')

type Around = Omit<Place, 'runs'> & { sources: Source[] }

/**
 * The places of a document in the order in which they are read. A chart is told by the table of its figures, which says what it
 * shows.
 *
 * @param contact what stands where a document asks for the contact: the theme knows it
 */
export function placesOf({ tree, kicker, runningTitle, publisher }: Document, contact = ''): Place[] {
  const found: Place[] = []
  const headings: string[] = []
  let slides = 0
  for (const text of [kicker, runningTitle, publisher ?? '']) add([{ text, sources: [] }], around('frame'))
  blocks(tree.children, around('text'))
  return found

  function around(kind: PlaceKind): Around {
    return { kind, under: [], slide: null, row: null, column: null, sources: [] }
  }

  function add(runs: Run[], { sources: _, under, ...where }: Around): void {
    if (runs.some(({ text }) => text.trim()))
      found.push({ ...where, under: [...headings.filter(Boolean), ...under], runs })
  }

  function words(nodes: Nodes[], where: Around): void {
    add(runsOf(nodes, where.sources), where)
  }

  function blocks(nodes: Nodes[], where: Around): void {
    for (const node of nodes) block(node, { ...where, sources: node.data?.sources ?? where.sources })
  }

  function block(node: Nodes, where: Around): void {
    switch (node.type) {
      case 'heading':
        headings.length = Math.min(headings.length, node.depth - 1)
        words(node.children, { ...where, kind: 'heading' })
        headings[node.depth - 1] = textOf(node)
        break
      case 'paragraph':
        words(node.children, where)
        break
      case 'code':
        add([{ text: node.value, sources: where.sources }], where)
        break
      case 'fact':
        add(
          [{ text: `${node.label} `, sources: node.labelSources ?? [] }, ...runsOf(node.children, where.sources)],
          where,
        )
        break
      case 'keyFigure':
        words(node.children.flatMap(spaced), { ...where, kind: 'keyFigure' })
        break
      case 'entry':
        add([{ text: node.number ?? '', sources: node.numberSources ?? [] }], where)
        blocks(node.children, where)
        break
      case 'quote':
        blocks(node.children, { ...where, kind: 'quote' })
        words(node.by, { ...where, kind: 'quote' })
        break
      case 'card':
      case 'callout':
        words(node.title, { ...where, kind: 'heading' })
        blocks(node.children, below(where, node.title))
        break
      case 'exhibit':
        words(node.caption, { ...where, kind: 'caption' })
        blocks(node.children, below(where, node.caption))
        break
      case 'table':
        cells(node, { ...where, kind: where.kind === 'chart' ? 'chart' : 'table' })
        break
      case 'chart':
        chart(node, where)
        break
      case 'diagram':
        diagram(node, where)
        break
      case 'slide':
        slide(node, where)
        break
      case 'sourceLine':
        for (const child of node.children) words([child], { ...where, kind: child.data?.sources ? 'note' : 'source' })
        break
      case 'sourceNotes':
        for (const { text } of node.notes) add([{ text, sources: [] }], { ...where, kind: 'source' })
        break
      case 'contact':
        add([{ text: contact, sources: [] }], { ...where, kind: 'contact' })
        break
      default:
        if ('children' in node) blocks(node.children as Nodes[], where)
    }
  }

  function cells({ children: [head, ...lines] }: Table, where: Around): void {
    const columns = head?.children.map((cell) => textOf(cell)) ?? []
    const line = (children: Nodes[], row: string | null) =>
      children.forEach((cell, at) => {
        const column = row === null || !columns[at] ? null : columns[at]
        const sources = cell.data?.sources ?? where.sources
        words([cell], { ...where, row: at ? row : null, column, sources })
      })
    line(head?.children ?? [], null)
    for (const { children } of lines) line(children, children[0] ? textOf(children[0]) : '')
  }

  function chart({ title, subtitle, children }: Chart, where: Around): void {
    words(title, { ...where, kind: 'caption' })
    add([{ text: subtitle, sources: [] }], { ...where, kind: 'caption' })
    blocks(children, { ...below(where, title), kind: 'chart' })
  }

  function diagram({ title, stages, children }: Diagram, where: Around): void {
    words(title, { ...where, kind: 'caption' })
    const inside: Around = { ...below(where, title), kind: 'diagram' }
    const told = children.flatMap((child) => (child.type === 'sourceLine' ? (child.data?.sources ?? []) : []))
    for (const text of stages) add([{ text, sources: told }], inside)
    let row = ''
    for (const child of children) {
      if (child.type !== 'lane') blocks([child], inside)
      else {
        row = textOf(child.title) || row
        words(child.title, inside)
        child.children.forEach((step, at) => {
          words(step.children, { ...inside, row, column: stages[at] ?? null })
        })
      }
    }
  }

  function slide({ title, children, sources, notes }: Slide, where: Around): void {
    slides += 1
    const inside = { ...where, slide: slides }
    headings.length = 0
    words(title, { ...inside, kind: 'heading' })
    headings[0] = textOf(title)
    blocks(children, inside)
    blocks(sources, inside)
    blocks(notes, { ...inside, kind: 'speakerNotes' })
  }
}

function below(where: Around, title: PhrasingContent[]): Around {
  return title.length ? { ...where, under: [...where.under, textOf(title)] } : where
}

/** Neighbours that are read as one, a space between them. */
const spaced = (node: Nodes, at: number): Nodes[] => (at ? [{ type: 'text', value: ' ' }, node] : [node])

/** The text of nodes, each part with what the nearest node around it rests on; marks and what is missing left out. */
function runsOf(nodes: Nodes[], around: Source[]): Run[] {
  return nodes.flatMap((node): Run[] => {
    const sources = node.data?.sources ?? around
    if (node.type === 'text' || node.type === 'inlineCode') return [{ text: node.value, sources }]
    if (node.type === 'break') return [{ text: ' ', sources: [] }]
    if (node.type === 'image') return [{ text: node.alt ?? '', sources }]
    if (node.type === 'listItem') return [{ text: ' ', sources: [] }, ...runsOf(node.children, sources)]
    return 'children' in node ? runsOf(node.children as Nodes[], sources) : []
  })
}
