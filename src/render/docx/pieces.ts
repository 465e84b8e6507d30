import { Paragraph } from 'docx'
import type { Nodes, PhrasingContent, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { contactLine } from '../contact.ts'
import { halved } from '../halves.ts'
import { contactOf } from '../theme/contact.ts'
import { headingParagraph, numberWidth, paragraph } from './blocks.ts'
import { clean, runs, text } from './inline.ts'
import { cell, grid, line, noBorders, spacer } from './tables.ts'
import { type Builder, hex, mm, type Writing } from './writing.ts'

type Kind<T extends Nodes['type']> = Extract<Nodes, { type: T }>

/** A number in the margin, text beside it; what stood to the right stands below, small. */
export const entry: Builder<Kind<'entry'>> = (node, place, writing) => {
  const main = node.children.filter((child) => child.type !== 'aside')
  const asides = node.children.filter((child) => child.type === 'aside')
  const inner = node.number ? { ...place, indent: place.indent + numberWidth, width: place.width - numberWidth } : place
  return [
    ...writing.blocks(main, inner, { rule: 'thin', ...(node.number ? { number: node.number } : {}) }),
    ...writing.blocks(asides, inner),
  ]
}

export const aside: Builder<Kind<'aside'>> = (node, place, writing) =>
  writing.blocks(node.children, { ...place, style: 'MarginNote' })

/** A line above, a title, and the text as it is anywhere. */
export const card: Builder<Kind<'card'>> = (node, place, writing, opening) => {
  const rule = { ...opening, rule: 'strong' as const }
  return node.title.length
    ? [headingParagraph(node, node.title, place, writing, rule), ...writing.blocks(node.children, place)]
    : writing.blocks(node.children, place, rule)
}

/** A box of one cell: whatever is written into it stays inside. */
export const callout: Builder<Kind<'callout'>> = (node, place, writing) => {
  const padding = mm(4)
  const { ground, accent } = writing.brand.colours
  const inner = { width: place.width - 2 * padding, indent: 0 }
  const top = { top: true }
  const title = node.title.length ? [headingParagraph(node, node.title, inner, writing, top, boxed(writing))] : []
  const content = writing.blocks(node.children, { ...inner, style: 'Callout' }, title.length ? undefined : top)
  const box = cell([...title, ...content], place.width, {
    fill: hex(ground),
    borders: { ...noBorders, left: line(accent, 18) },
    margins: { left: padding, right: padding, top: mm(3), bottom: mm(1) },
  })
  const said = clean(inlineText(node.title))
  return [spacer(), grid([{ cells: [box] }], [place.width], place, { title: said }), spacer()]
}

/** The title of a box is a heading, but no larger than what it heads. */
const boxed = ({ brand }: Writing) => ({ font: brand.fonts.body.family, size: 22 })

/** The most letters of running text that stand in two columns: a row of a table is not cut by a page. */
const mostInColumns = 900

/** The letters of what is read, not of what is looked at. */
function lettersOf(nodes: Nodes[]): number {
  const read = nodes.filter(({ type }) => type !== 'chart' && type !== 'exhibit' && type !== 'diagram')
  return textOf({ type: 'root', children: read } as Root).length
}

/**
 * Two halves side by side: a list is cut between items, other content between blocks. What is long stands in one column: it can
 * run over pages, and be gone on with.
 */
export const columns: Builder<Kind<'columns'>> = (node, place, writing, opening) => {
  if (lettersOf(node.children) > mostInColumns) return writing.blocks(node.children, place, opening)
  const gap = mm(6)
  const width = Math.floor(place.width / 2)
  const inner = { width: width - gap, indent: 0 }
  const halves = halved(node.children).map((half) => writing.blocks(half, inner, { top: true }))
  const cells = halves.map((half) => cell(half, width))
  const above =
    node.children[0]?.type === 'heading'
      ? [new Paragraph({ style: 'Spacer', keepNext: true, spacing: { before: 140 } })]
      : []
  return [...above, grid([{ cells }], [width, width], place, { title: '' }), spacer()]
}

/** Labels and what they say, as a table without lines. */
export const facts: Builder<Kind<'facts'>> = (node, place, writing) => {
  const label = mm(34)
  const widths = [label, place.width - label]
  const told = node.children.filter((fact) => textOf(fact).trim())
  if (!told.length) return []
  const rows = told.map((fact, at) => ({
    cells: [
      cell([new Paragraph({ style: 'FactLabel', keepNext: at === 0, children: [text(fact.label)] })], widths[0]!),
      cell(
        [new Paragraph({ style: 'FactText', keepNext: at === 0, children: runs(fact.children, writing) })],
        widths[1]!,
      ),
    ],
  }))
  return [grid(rows, widths, place, { title: '', rowHeaders: true }), spacer()]
}

const mostInRow = 5

/** Numbers side by side, each over what it says. */
export const keyFigures: Builder<Kind<'keyFigures'>> = (node, place, writing) => {
  const figures = node.children.filter((child) => child.type === 'keyFigure')
  const count = Math.ceil(figures.length / Math.ceil(figures.length / mostInRow))
  const width = Math.floor(place.width / count)
  const borders = { ...noBorders, top: line(writing.brand.colours.accent, 12) }
  const rows = Array.from({ length: Math.ceil(figures.length / count) }, (_, row) => ({
    cells: Array.from({ length: count }, (_, column) => {
      const figure = figures[row * count + column]
      if (!figure) return cell([], width)
      const [number, ...rest] = figure.children
      const inner = { width, indent: 0 }
      const content = [
        ...writing.blocks([number!], { ...inner, style: 'KeyFigure' }),
        ...writing.blocks(rest, { ...inner, style: 'KeyFigureText' }),
      ]
      return cell(content, width, { borders })
    }),
  }))
  return [grid(rows, Array(count).fill(width), place, { title: '' }), spacer(true)]
}

export const blockquote: Builder<Kind<'blockquote'>> = (node, place, writing) =>
  writing.blocks(node.children, { ...place, indent: place.indent + quoteIndent, style: 'Quote' })

/** Someone's words, and below them whose they are. */
export const quote: Builder<Kind<'quote'>> = (node, place, writing) => {
  const inner = { ...place, indent: place.indent + quoteIndent }
  return [
    ...writing.blocks(node.children, { ...inner, style: 'Quote' }),
    ...(node.by.length ? [paragraph([{ type: 'text', value: '— ' }, ...node.by], 'QuoteBy', inner, writing)] : []),
  ]
}
const quoteIndent = mm(5)

/** Whom to turn to, in one line. */
export const contact: Builder<Kind<'contact'>> = (node, place, writing) => {
  const label = writing.words.contact + writing.colon
  return [paragraph(contactLine(contactOf(writing.theme, node), label), undefined, place, writing)]
}

function inlineText(content: PhrasingContent[]): string {
  return textOf({ type: 'root', children: content } as Root)
}
