import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { halved } from '../halves.ts'
import { clean } from '../ooxml/text.ts'
import { framed, grid, row, stack } from './arrange.ts'
import { type Builder, blocks } from './blocks.ts'
import { scheme } from './colours.ts'
import { looks } from './looks.ts'
import { lineHeight } from './measure.ts'
import { type Paragraph, paragraph, plain } from './paragraph.ts'
import { factsTable } from './table.ts'
import { isText, paragraphs, textBox } from './text.ts'
import type { Piece, Writing } from './writing.ts'

const bar = 3

/** Numbers set large, side by side, each over what it says. */
export const keyFigures: Builder<'keyFigures'> = (node, writing) => {
  const figures = node.children.filter((child) => child.type === 'keyFigure')
  return grid(
    figures.map(({ children: [number, ...rest] }) => keyFigure(number!, rest, writing)),
    170,
    4,
  )
}

function keyFigure(number: Nodes, rest: Nodes[], writing: Writing): Piece {
  const text = clean(textOf(number))
  const said = paragraphs(rest, writing, looks.small)
  /** As large as the number can be on one line. */
  const sized = (width: number): Paragraph => {
    const sizes = [44, 40, 36, 32, 28, 24]
    const fits = (size: number) => writing.measure.width(text, size, looks.keyFigure) <= width
    return plain(text, { ...looks.keyFigure, size: sizes.find(fits) ?? 24 })
  }
  const content = (width: number) => [sized(width), ...said]
  const above = bar + 8
  return {
    height: (width) => above + writing.measure.height(content(width), width),
    draw(sheet, { x, y, width, height }) {
      sheet.surface('Line', { x, y, width, height: bar }, scheme.accent)
      sheet.text('Key figure', content(width), { x, y: y + above, width, height: height - above })
    },
  }
}

/** Cards side by side. */
export const cards: Builder<'cards'> = (node, writing) => {
  const all = node.children.map((child) => (child.type === 'card' ? card(child, writing) : blocks([child], writing)))
  return grid(all, 190, 4)
}

/** A framed piece with a line above it. */
export const card: Builder<'card'> = (node, writing) => panel('Card', node, writing, 'above')

/** A passage set apart, with a line on its left. */
export const callout: Builder<'callout'> = (node, writing) => panel('Callout', node, writing, 'left')

function panel(
  name: string,
  { title, children }: { title: PhrasingContent[]; children: RootContent[] },
  writing: Writing,
  side: 'above' | 'left',
): Piece {
  const padding = 14
  const head = title.length ? [paragraph(title, looks.caption)] : []
  if (children.every(isText)) return panelOfText(name, [...head, ...boxed(children, writing)], padding, writing, side)
  const inner = stack([...(head.length ? [textBox(`${name} title`, head, writing)] : []), blocks(children, writing)])
  return framed(name, inner, padding, (sheet, box) => {
    sheet.surface(name, box, scheme.ground)
    sheet.surface('Line', edge(box, side), scheme.accent)
  })
}

const boxed = (nodes: Nodes[], writing: Writing) => paragraphs(nodes, writing, looks.small)

/** A shape that holds its text itself: whoever moves it moves both. */
function panelOfText(
  name: string,
  content: Paragraph[],
  padding: number,
  { measure }: Writing,
  side: 'above' | 'left',
): Piece {
  return {
    height: (width) => measure.height(content, width - 2 * padding) + 2 * padding,
    draw(sheet, box) {
      sheet.text(name, content, box, { fill: scheme.ground, padding })
      sheet.surface('Line', edge(box, side), scheme.accent)
    },
  }
}

const edge = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }, side: string) =>
  side === 'above' ? { x, y, width, height: bar } : { x, y, width: bar, height }

/** Someone's words, and below them whose they are. */
export const quote: Builder<'quote'> = (node, writing) => {
  const said = paragraphs(node.children, writing, looks.quote)
  const by = node.by.length ? [paragraph([{ type: 'text', value: '— ' }, ...node.by], looks.aside)] : []
  const content = [...said, ...by]
  const inset = 20
  return {
    height: (width) => writing.measure.height(content, width - inset),
    draw(sheet, { x, y, width, height }) {
      sheet.surface('Line', { x, y, width: bar, height }, scheme.accent)
      sheet.text('Quote', content, { x: x + inset, y, width: width - inset, height })
    },
  }
}

/** A large number with text beside it, and to the right, smaller, what stands in its margin. */
export const entry: Builder<'entry'> = (node, writing) => {
  const main = blocks(
    node.children.filter((child) => child.type !== 'aside'),
    writing,
  )
  const asides = node.children.filter((child) => child.type === 'aside')
  const body = asides.length ? row([main, stack(asides.map((each) => aside(each, writing)))], [2, 1]) : main
  const { number } = node
  if (!number) return body
  const content = [plain(number, looks.entryNumber)]
  const inset = Math.max(44, writing.measure.width(number, looks.entryNumber.size, looks.entryNumber) + 16)
  const own = lineHeight(looks.entryNumber.size)
  return {
    height: (width, tight) => Math.max(own, body.height(width - inset, tight)),
    draw(sheet, { x, y, width, height }) {
      sheet.text('Number', content, { x, y: y - 8, width: inset, height: own })
      body.draw(sheet, { x: x + inset, y, width: width - inset, height })
    },
  }
}

export const aside: Builder<'aside'> = (node, writing) =>
  textBox('Aside', paragraphs(node.children, writing, looks.aside), writing)

/** Two halves side by side. */
export const columns: Builder<'columns'> = (node, writing) =>
  row(halved(node.children).map((half) => blocks(half, writing)))

/** Labels and what they say. */
export const facts: Builder<'facts'> = (node, writing) => factsTable(node.children, writing)
