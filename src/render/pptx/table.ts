import type { Table, TableCell } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Fact } from '../../document/nodes.ts'
import { chipsAsList } from '../chips.ts'
import { columnWidths } from '../column-widths.ts'
import { clean } from '../ooxml/text.ts'
import { slide } from '../slides/measures.ts'
import { stack } from './arrange.ts'
import type { Builder } from './blocks.ts'
import { type Colour, scheme } from './colours.ts'
import type { Cell as NativeCell } from './library.ts'
import { looks } from './looks.ts'
import { type Look, type Paragraph, paragraph, plain, runs } from './paragraph.ts'
import { runsOf } from './runs.ts'
import type { TableSaid } from './sheet.ts'
import { textBox } from './text.ts'
import { type Piece, saysMore, type Writing } from './writing.ts'

/** A cell before it has a size. */
export interface Cell {
  content(look: Look): Paragraph[]
  look?: Partial<Look>
  right?: boolean
  fill?: Colour | undefined
  rowSpan?: number
  /** The line below it. */
  line: { colour: Colour; width: number }
}

/** The space above and below the text of a cell, and on its sides. */
const above = 5
const side = 7
const { size: usual, smallest } = slide.table

/** A caption and the table it is kept with. */
export const exhibit: Builder<'exhibit'> = (node, writing) => {
  const caption = saysMore(node.caption, writing)
    ? [textBox('Caption', [paragraph(node.caption, looks.caption)], writing)]
    : []
  const title = clean(node.caption.map((each) => textOf(each)).join(''))
  const tables = node.children.filter((child): child is Table => child.type === 'table')
  return stack([...caption, ...tables.map((table) => tablePiece(table, title, writing))])
}

/** A table of figures or words that can be edited as one: a header row, the columns as wide as their content asks for. */
export function tablePiece(node: Table, title: string, writing: Writing): Piece {
  const { highlight, rowHeaders = false } = node.data ?? {}
  const [head, ...lines] = node.children
  const headed = head?.children.some((each) => each.children.length) ?? false
  const count = Math.max(...node.children.map(({ children }) => children.length))
  const right = (column: number) => node.align?.[column] === 'right'
  const filled = (cells: TableCell[]) =>
    Array.from({ length: count }, (_, at): TableCell => cells[at] ?? { type: 'tableCell', children: [] })
  const header = filled(head?.children ?? []).map((each, column): Cell => {
    const colour = highlight?.column === column ? scheme.highlight : scheme.ink
    return { ...cellOf(each), look: { bold: true, colour }, right: right(column), line: strong }
  })
  const body = lines.map((line, at) =>
    filled(line.children).map((each, column): Cell => {
      const led = highlight?.row === at
      const lit = led || highlight?.column === column
      const look = {
        ...(lit ? { colour: scheme.highlight } : {}),
        ...(lit || (column === 0 && rowHeaders) ? { bold: true } : {}),
      }
      return { ...cellOf(each), look, right: right(column), fill: led ? scheme.highlightGround : undefined, line: thin }
    }),
  )
  const heads = headed ? header.map((_, at) => textOf(head!.children[at] ?? '')).filter(Boolean) : []
  const firsts = lines.map(({ children: [first] }) => (first ? textOf(first) : '')).filter(Boolean)
  const told = heads.length ? heads : firsts
  const description = clean([title, told.join(', ')].filter(Boolean).join('. '))
  return nativeTable([...(headed ? [header] : []), ...body], { description, header: headed, rowHeaders }, writing)
}

export const thin = { colour: scheme.rule, width: 0.75 }
export const strong = { colour: scheme.ink, width: 1.25 }

/** The text of a cell, and its lists as paragraphs of their own. */
function cellOf({ children }: TableCell): Pick<Cell, 'content'> {
  return {
    content(look) {
      const all: Paragraph[] = []
      let open: Paragraph | null = null
      for (const child of chipsAsList(children) as typeof children) {
        if (child.type === 'list') {
          for (const item of child.children) all.push({ ...plain(textOf(item), look), bullet: 'point' })
          open = null
        } else {
          if (!open) {
            open = { ...look, runs: [] }
            all.push(open)
          }
          open.runs.push(...runs([child]))
        }
      }
      return all.length ? all : [plain('', look)]
    },
  }
}

/** Labels in one column, what they say in the other. */
export function factsTable(facts: Fact[], writing: Writing): Piece {
  const rows = facts.map((fact): Cell[] => [
    { content: (look) => [plain(fact.label, look)], look: { bold: true }, line: thin },
    { content: (look) => [paragraph(fact.children, look)], line: thin },
  ])
  const description = clean(facts.map(({ label }) => label).join(', '))
  return nativeTable(rows, { description, header: false, rowHeaders: true }, writing, looks.small.size)
}

/** Cells as a native table: in the usual size where it fits, else in the smallest. */
export function nativeTable(
  rows: Cell[][],
  said: TableSaid,
  { measure }: Writing,
  largest: number = usual,
  shares?: number[],
): Piece {
  const lookOf = (cell: Cell, size: number): Look => ({ size, colour: scheme.ink, gap: 2, ...cell.look })
  const textsOf = rows.map((cells) =>
    cells.map((cell) =>
      cell
        .content(lookOf(cell, usual))
        .map(({ runs }) => runs.map(({ text }) => text).join(''))
        .join(' '),
    ),
  )
  const set = (width: number, size: number) => {
    const widths = shares
      ? shares.map((share) => (width * share) / shares.reduce((sum, each) => sum + each, 0))
      : columnWidths(textsOf, { width, padding: () => 2 * side, measure: (text) => text.length * size * 0.62 })
    const heights = rows.map(
      (cells) =>
        Math.max(
          ...cells.map((cell, column) => {
            const room = widths[column + widths.length - cells.length]! - 2 * side
            return cell.rowSpan && cell.rowSpan > 1 ? 0 : measure.height(cell.content(lookOf(cell, size)), room)
          }),
          size,
        ) +
        2 * above,
    )
    return { widths, heights, height: heights.reduce((sum, each) => sum + each, 0) }
  }
  return {
    height: (width, tight = false) => set(width, tight ? smallest : largest).height,
    draw(sheet, box) {
      const size = set(box.width, largest).height <= box.height + 1 ? largest : smallest
      const { widths, heights } = set(box.width, size)
      const cells = rows.map((row) => row.map((cell) => native(cell, lookOf(cell, size))))
      sheet.table('Table', cells, widths, heights, box, said)
    },
  }
}

function native(cell: Cell, look: Look): NativeCell {
  const none = { type: 'none' as const }
  return {
    text: runsOf(cell.content(look)) as unknown as NativeCell[],
    options: {
      align: cell.right ? 'right' : 'left',
      valign: 'top',
      fontSize: look.size,
      margin: [above, side, above, side],
      border: [none, none, { type: 'solid', color: cell.line.colour, pt: cell.line.width }, none],
      ...(cell.fill ? { fill: { color: cell.fill } } : {}),
      ...(cell.rowSpan && cell.rowSpan > 1 ? { rowspan: cell.rowSpan } : {}),
    },
  }
}
