import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  type ITableCellBorders,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { List, PhrasingContent, TableCell as TableCellNode, Table as TableNode } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { columnWidths } from '../column-widths.ts'
import { runs, whole } from './inline.ts'
import { hang } from './lists.ts'
import { type Block, hex, type Place, type Writing } from './writing.ts'
import { Element } from './xml.ts'

const noBorder: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
export const noBorders = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder }
export const line = (colour: string, size = 4): IBorderOptions => ({
  style: BorderStyle.SINGLE,
  size,
  color: hex(colour),
})
/** The space on each side of a cell's text. */
const side = 70
/** The letters of a table, and of one with many columns, in twentieths of a point. */
const [textSize, denseSize] = [180, 160]
/** Programs set the same letters a little wider or closer. */
const allowance = 1.04

/** A grid of finished cells, and what it is in words for those who do not see it. */
export function grid(
  rows: { cells: TableCell[]; header?: boolean }[],
  widths: number[],
  place: Place,
  said: { title: string; summary?: string; rowHeaders?: boolean },
): Table {
  return new SaidTable(rows, widths, place, said)
}

class SaidTable extends Table {
  constructor(
    rows: { cells: TableCell[]; header?: boolean }[],
    widths: number[],
    place: Place,
    { title, summary, rowHeaders }: { title: string; summary?: string; rowHeaders?: boolean },
  ) {
    super({
      rows: rows.map(
        ({ cells, header }) =>
          new TableRow({ children: cells, cantSplit: true, ...(header ? { tableHeader: true } : {}) }),
      ),
      columnWidths: widths,
      width: { size: widths.reduce((total, each) => total + each, 0), type: WidthType.DXA },
      indent: { size: place.indent, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      borders: { ...noBorders, insideHorizontal: noBorder, insideVertical: noBorder },
      margins: { left: 0, right: 2 * side, top: 0, bottom: 0 },
    })
    const [properties] = this.root as [Element]
    const on = (yes: boolean | undefined) => (yes ? '1' : '0')
    const look = {
      'w:firstRow': on(rows[0]?.header),
      'w:firstColumn': on(rowHeaders),
      'w:noHBand': '1',
      'w:noVBand': '1',
    }
    properties.addChildElement(new Element('w:tblLook', look))
    if (title) properties.addChildElement(new Element('w:tblCaption', { 'w:val': title }))
    if (summary) properties.addChildElement(new Element('w:tblDescription', { 'w:val': summary }))
  }
}

/** The space within a cell, in twentieths of a point. */
type Margins = Partial<Record<'left' | 'right' | 'top' | 'bottom', number>>

/** A cell of blocks; a cell ends with a paragraph. */
export function cell(
  children: Block[],
  width: number,
  look: { borders?: ITableCellBorders; fill?: string; rowSpan?: number; bottom?: boolean; margins?: Margins } = {},
): TableCell {
  const ends = children.length && !(children.at(-1) instanceof Table)
  return new TableCell({
    children: [...(children as Paragraph[]), ...(ends ? [] : [spacer()])],
    width: { size: width, type: WidthType.DXA },
    borders: look.borders ?? noBorders,
    verticalAlign: look.bottom ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
    ...(look.fill ? { shading: { fill: look.fill, color: 'auto', type: 'clear' } } : {}),
    ...(look.rowSpan ? { rowSpan: look.rowSpan } : {}),
    ...(look.margins ? { margins: { ...look.margins, marginUnitType: WidthType.DXA } } : {}),
  })
}

/** What divides two tables that would else be one; where it leads, it stays with what follows. */
export const spacer = (leads = false) => new Paragraph({ style: 'Spacer', ...(leads ? { keepNext: true } : {}) })

/** A table of figures or words: its header printed again on each page, its rows whole. */
export function table(node: TableNode, place: Place, writing: Writing, title = ''): Table {
  const { highlight, rowHeaders } = node.data ?? {}
  const { colours } = writing.brand
  const [head, ...lines] = node.children
  const headed = head?.children.some((each) => each.children.length)
  const texts = [...(headed ? [head!] : []), ...lines].map((row) => row.children.map((each) => textOf(each)))
  const count = Math.max(...node.children.map((row) => row.children.length))
  const dense = count > 5
  const holds = texts.flat().join('').length <= 900
  const right = (column: number) => node.align?.[column] === 'right'
  const beside = (column: number) => (right(column - 1) && !right(column) ? 2 * side : 0)
  const apart = (column: number) => (beside(column) ? { margins: { left: beside(column) } } : {})
  const size = dense ? denseSize : textSize
  const widths = columnWidths(
    texts.map((row) => row.map((each) => whole(each, writing.locale))),
    {
      width: place.width,
      padding: (column) => 2 * side + beside(column),
      measure: (each) => writing.measure(each) * size * allowance,
    },
  )
  const filled = (row: TableCellNode[]) =>
    widths.map((_, column): TableCellNode => row[column] ?? { type: 'tableCell', children: [] })

  const header = () =>
    filled(head!.children).map((each, column) =>
      cell(
        cellBlocks(each, writing, {
          style: dense ? 'TableHeadDense' : 'TableHead',
          right: right(column),
          keepNext: true,
          colour: highlight?.column === column ? colours.highlight : undefined,
        }),
        widths[column]!,
        { borders: { ...noBorders, bottom: line(colours.ink, 8) }, bottom: true, ...apart(column) },
      ),
    )
  const body = lines.map((row, at) => {
    const led = highlight?.row === at
    return filled(row.children).map((each, column) => {
      const lit = led || highlight?.column === column
      return cell(
        cellBlocks(each, writing, {
          style: dense ? 'TableTextDense' : 'TableText',
          right: right(column),
          keepNext: holds || at === 0 || at === lines.length - 1,
          colour: lit ? colours.highlight : undefined,
          bold: lit || (column === 0 && rowHeaders),
        }),
        widths[column]!,
        {
          borders: { ...noBorders, bottom: line(colours.rule) },
          ...apart(column),
          ...(led ? { fill: hex(colours.highlightGround) } : {}),
        },
      )
    })
  })
  const rows = [...(headed ? [{ cells: header(), header: true }] : []), ...body.map((cells) => ({ cells }))]
  const summary = headed ? texts[0]!.filter(Boolean).join(', ') : ''
  return grid(rows, widths, place, { title, summary, rowHeaders })
}

interface CellLook {
  style: string
  right: boolean
  keepNext: boolean
  colour: string | undefined
  bold?: boolean | undefined
}

/** A cell's running text, and its lists each as paragraphs of their own. */
function cellBlocks({ children }: TableCellNode, writing: Writing, look: CellLook): Paragraph[] {
  const { style, right, keepNext } = look
  const run = { ...(look.colour ? { color: hex(look.colour) } : {}), ...(look.bold ? { bold: true } : {}) }
  const alignment = right ? AlignmentType.RIGHT : AlignmentType.LEFT
  const paragraphs: Paragraph[] = []
  let open: PhrasingContent[] = []
  const close = () => {
    if (open.length) paragraphs.push(new Paragraph({ style, keepNext, alignment, children: runs(open, writing, run) }))
    open = []
  }
  const item = (list: List) => {
    const reference = writing.lists.reference(list)
    for (const { children: blocks } of list.children) {
      const inline = blocks.flatMap((block) => ('children' in block ? (block.children as PhrasingContent[]) : []))
      paragraphs.push(
        new Paragraph({
          style,
          keepNext,
          numbering: { reference, level: 0 },
          indent: { left: hang * 0.7, hanging: hang * 0.7 },
          children: runs(inline, writing, run),
        }),
      )
    }
  }
  for (const child of children) {
    if (child.type !== 'list') open.push(child)
    else {
      close()
      item(child)
    }
  }
  close()
  return paragraphs.length ? paragraphs : [new Paragraph({ style, keepNext })]
}
