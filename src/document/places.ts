import type { Nodes, PhrasingContent, Table } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { joinOf, lengthOf, nothing, type Origin, partOf } from '../origin/origin.ts'
import { stretched } from '../origin/stretched.ts'
import type { Document } from './document.ts'
import type { Chart, Diagram, Slide } from './nodes.ts'

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

/** Text with where it comes from: nowhere where it is framing. */
export interface Run {
  text: string
  origin: Origin
}

export const placeText = ({ runs }: Pick<Place, 'runs'>): string => runs.map(({ text }) => text).join('')

type Around = Omit<Place, 'runs'> & { within: Within | null }

/** The text around a node that has an origin, and how much of it stands before the node. */
interface Within {
  origin: Origin
  before: number
  /** Is the origin of as many letters as the text has? Else each letter comes from the whole. */
  isExact: boolean
}

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
  for (const text of [kicker, runningTitle, publisher ?? '']) add([{ text, origin: nothing }], around('frame'))
  blocks(tree.children, around('text'))
  return found

  function around(kind: PlaceKind): Around {
    return { kind, under: [], slide: null, row: null, column: null, within: null }
  }

  function add(runs: Run[], { within: _, under, ...where }: Around): void {
    if (runs.some(({ text }) => text.trim()))
      found.push({ ...where, under: [...headings.filter(Boolean), ...under], runs })
  }

  function words(nodes: Nodes[], where: Around): void {
    add(runsOf(nodes, where.within), where)
  }

  function blocks(nodes: Nodes[], where: Around): void {
    for (const node of nodes) block(node, { ...where, within: withinOf(node, where.within) })
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
        add(runsOf([{ type: 'text', value: node.value }], where.within), where)
        break
      case 'fact':
        add(
          [{ text: `${node.label} `, origin: node.labelOrigin ?? nothing }, ...runsOf(node.children, where.within)],
          where,
        )
        break
      case 'keyFigure':
        words(node.children.flatMap(spaced), { ...where, kind: 'keyFigure' })
        break
      case 'entry':
        add([{ text: node.number ?? '', origin: node.numberOrigin ?? nothing }], where)
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
        for (const child of node.children) words([child], { ...where, kind: child.data?.origin ? 'note' : 'source' })
        break
      case 'sourceNotes':
        for (const { text } of node.notes) add([{ text, origin: nothing }], { ...where, kind: 'source' })
        break
      case 'contact':
        add([{ text: contact, origin: nothing }], { ...where, kind: 'contact' })
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
        words([cell], { ...where, row: at ? row : null, column })
      })
    line(head?.children ?? [], null)
    for (const { children } of lines) line(children, children[0] ? textOf(children[0]) : '')
  }

  function chart({ title, subtitle, children }: Chart, where: Around): void {
    words(title, { ...where, kind: 'caption' })
    add([{ text: subtitle, origin: nothing }], { ...where, kind: 'caption' })
    blocks(children, { ...below(where, title), kind: 'chart' })
  }

  function diagram({ title, stages, children }: Diagram, where: Around): void {
    words(title, { ...where, kind: 'caption' })
    const inside: Around = { ...below(where, title), kind: 'diagram' }
    const told = children.flatMap((child) => (child.type === 'sourceLine' ? (child.data?.origin ?? []) : []))
    for (const text of stages) add([{ text, origin: stretched(joinOf(told), text.length) }], inside)
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

/** A node's own origin, or else the text around it. */
function withinOf(node: Nodes, around: Within | null): Within | null {
  const origin = node.data?.origin
  return origin ? { origin, before: 0, isExact: lengthOf(origin) === lettersIn(node) } : around
}

/** How many letters of its own a node has with all that is in it. */
function lettersIn(node: Nodes): number {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value.length
  if (node.type === 'image') return node.alt?.length ?? 0
  return 'children' in node ? (node.children as Nodes[]).reduce((sum, child) => sum + lettersIn(child), 0) : 0
}

/** The text of nodes, each part with where it comes from by the nearest node around it that knows; marks and what is missing left out. */
function runsOf(nodes: Nodes[], around: Within | null): Run[] {
  return nodes.flatMap((node): Run[] => {
    const within = withinOf(node, around)
    if (node.type === 'text' || node.type === 'inlineCode') return [runOf(node.value, within)]
    if (node.type === 'break') return [{ text: ' ', origin: nothing }]
    if (node.type === 'image') return [runOf(node.alt ?? '', within)]
    if (node.type === 'listItem') return [{ text: ' ', origin: nothing }, ...runsOf(node.children, within)]
    return 'children' in node ? runsOf(node.children as Nodes[], within) : []
  })
}

function runOf(text: string, within: Within | null): Run {
  if (!within) return { text, origin: nothing }
  const { origin, before, isExact } = within
  within.before += text.length
  return { text, origin: isExact ? partOf(origin, before, before + text.length) : stretched(origin, text.length) }
}
