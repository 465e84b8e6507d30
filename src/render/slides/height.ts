import type { Nodes, Table } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { columnWidths } from '../column-widths.ts'
import type { TextWidth } from '../glyph-widths.ts'
import { slide } from './measures.ts'

/** The widths of the body typeface, regular and semi-bold, in ems. */
export interface Typeface {
  regular: TextWidth
  bold: TextWidth
}

const leading = 1.3
/** Points between one piece and the next. */
const gap = 10
const { size } = slide.body
const small = slide.table.size
/** Room of a cell beside its words: left and right, above and below. */
const cellRoom = { across: 14, down: 12 }
const least = { chart: 230 }

/** How high pieces stand below each other in a column of some width, in points. */
export function heightOf(nodes: Nodes[], width: number, face: Typeface): number {
  const each = nodes.map((node) => heightOfOne(node, width, face)).filter((height) => height > 0)
  return each.reduce((sum, height) => sum + height, 0) + gap * Math.max(0, each.length - 1)
}

function heightOfOne(node: Nodes, width: number, face: Typeface): number {
  const inner = 'children' in node ? (node.children as Nodes[]) : []
  switch (node.type) {
    case 'lead':
      return lines(textOf(node), width, 22, face) * 22 * leading
    case 'quote':
      return lines(textOf(node.children), width - 24, 24, face) * 24 * leading + (node.by.length ? 26 : 0)
    case 'list':
      return heightOf(inner, width - 22, face)
    case 'entry':
      return heightOf(inner, width - 44, face)
    case 'callout':
    case 'card':
      return heightOf(inner, width - 32, face) + (node.title.length ? size * leading : 0) + 24
    case 'cards':
    case 'columns': {
      const across = Math.min(inner.length, node.type === 'cards' ? 3 : 2)
      const column = (width - 28 * (across - 1)) / across
      const heights = inner.map((child) => heightOf([child], column, face))
      const rows = Math.ceil(inner.length / across)
      const row = (at: number) => Math.max(0, ...heights.slice(at * across, (at + 1) * across))
      return Array.from({ length: rows }, (_, at) => row(at)).reduce((sum, height) => sum + height + gap, -gap)
    }
    case 'keyFigures': {
      const column = (width - 28 * (inner.length - 1)) / Math.max(1, inner.length)
      return 54 + Math.max(0, ...inner.map((figure) => lines(textOf(figure), column, 16, face) * 16 * leading))
    }
    case 'facts':
      return heightOf(inner, width, face)
    case 'fact':
      return lines(textOf(node.children), width - 150, 16, face) * 16 * leading
    case 'chart':
      return least.chart + (node.title.length ? 24 : 0) + (node.subtitle ? 22 : 0)
    case 'exhibit': {
      const [table] = node.children
      return (node.caption.length ? 26 : 0) + (table?.type === 'table' ? tableHeights(table, width, face).total : 0)
    }
    case 'diagram':
      return node.children.length * 2 * small * leading
    case 'sourceLine':
    case 'sourceNotes':
      return 0
    default:
      if (node.type === 'paragraph' || !inner.length) return lines(textOf(node), width, size, face) * size * leading
      return heightOf(inner, width, face)
  }
}

/** The heights of a table's rows, the header's first, with columns as wide as their words ask. */
export function tableHeights(table: Table, width: number, face: Typeface): { rows: number[]; total: number } {
  const texts = table.children.map((row) => row.children.map((cell) => textOf(cell)))
  const measure = (text: string) => face.bold(text) * small
  const widths = columnWidths(texts, { width, padding: () => cellRoom.across, measure })
  const rows = table.children.map((row) => {
    const heights = row.children.map((cell, at) => {
      const list = (cell.children as Nodes[]).find((child) => child.type === 'list')
      const texts = list ? (list.children as Nodes[]).map((item) => textOf(item)) : [textOf(cell)]
      return texts.reduce((sum, text) => sum + lines(text, widths[at]! - cellRoom.across, small, face), 0)
    })
    return Math.max(1, ...heights) * small * leading + cellRoom.down
  })
  return { rows, total: rows.reduce((sum, height) => sum + height, 0) }
}

/** How many lines a text takes, broken between its words. */
function lines(text: string, width: number, size: number, { regular }: Typeface): number {
  const space = regular(' ') * size
  let count = 1
  let used = 0
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const wide = regular(word) * size
    if (used && used + space + wide > width) {
      count++
      used = wide
    } else used += (used ? space : 0) + wide
  }
  return count
}
