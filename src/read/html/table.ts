import type { Element, Nodes as HastNodes } from 'hast'
import type { Handle, State } from 'hast-util-to-mdast'
import type { BlockContent, Nodes, Paragraph, PhrasingContent, Table, TableCell, TableRow } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Position } from 'unist'

/**
 * An HTML table, below its caption. What spans several rows or columns stands in each of them; several header rows become one, whose labels
 * lead from the outer to the inner.
 */
export const tableOf: Handle = (state, node: Element) => {
  const rows = rowsOf(node).filter(({ row }) => childrenOf(row, 'td', 'th').length)
  if (!rows.length) return state.all(node) as BlockContent[]
  const grid = spread(rows.map(({ row }) => row))
  const headed = headerRows(rows)
  const toRow = (cells: Element[], row: Element): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => toCell(state, cell)),
    ...placed(row),
  })
  const all = grid.map((cells, at) => toRow(cells, rows[at]!.row))
  const header = headed > 1 ? [joined(all.slice(0, headed))] : all.slice(0, headed)
  const caption = childrenOf(node, 'caption')[0]
  const table: Table = {
    type: 'table',
    align: [],
    children: [...header, ...all.slice(headed)],
    // a table of plain cells does not tell
    data: { syntax: 'html', ...(headed || hasHeadings(rows) ? { headed: headed > 0 } : {}) },
  }
  state.patch(node as HastNodes, table)
  if (!caption) return table
  const above: Paragraph = {
    type: 'paragraph',
    children: phrases(state.all(caption)),
    data: { caption: true },
    ...placed(caption),
  }
  return [above, table]
}

/** Spans beyond these are slips, or meant to exhaust a reader. */
const widest = 200
const mostCells = 300_000

interface Row {
  row: Element
  head: boolean
}

function rowsOf(table: Element): Row[] {
  return table.children.flatMap((child): Row[] => {
    if (child.type !== 'element') return []
    if (child.tagName === 'tr') return [{ row: child, head: false }]
    const head = child.tagName === 'thead'
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName)
      ? childrenOf(child, 'tr').map((row) => ({ row, head }))
      : []
  })
}

const childrenOf = (node: Element, ...tags: string[]) =>
  node.children.filter((child): child is Element => child.type === 'element' && tags.includes(child.tagName))

/** The rows in a head, or else those at the top that hold nothing but headings. */
function headerRows(rows: Row[]): number {
  const inHead = rows.filter(({ head }) => head).length
  if (inHead) return inHead
  const first = rows.findIndex(({ row }) => !childrenOf(row, 'td', 'th').every((cell) => cell.tagName === 'th'))
  return first < 0 ? Math.min(1, rows.length) : first
}

const hasHeadings = (rows: Row[]) => rows.some(({ row }) => childrenOf(row, 'th').length)

/** The cells of each row, one for each column they reach over. */
function spread(rows: Element[]): Element[][] {
  const grid: Element[][] = rows.map(() => [])
  let cells = 0
  rows.forEach((row, at) => {
    let column = 0
    for (const cell of childrenOf(row, 'td', 'th')) {
      while (grid[at]![column]) column++
      const width = Math.min(span(cell, 'colSpan'), widest)
      const height = Math.min(span(cell, 'rowSpan') || rows.length, rows.length - at)
      cells += width * height
      const fits = cells <= mostCells
      for (let down = 0; down < (fits ? height : 1); down++)
        for (let right = 0; right < (fits ? width : 1); right++) grid[at + down]![column + right] ??= cell
      column += width
    }
  })
  return grid.map((row) => Array.from(row, (cell) => cell ?? empty))
}

const empty: Element = { type: 'element', tagName: 'td', properties: {}, children: [] }

const span = (cell: Element, name: 'colSpan' | 'rowSpan') => {
  const value = Number(cell.properties[name] ?? 1)
  return Number.isInteger(value) && value >= 0 ? value : 1
}

function toCell(state: State, cell: Element): TableCell {
  return { type: 'tableCell', children: phrases(state.all(cell)), ...placed(cell) }
}

/** Blocks in a cell as phrases; a list stays, and what stood on lines of its own is divided by line breaks. */
function phrases(nodes: Nodes[]): PhrasingContent[] {
  const found: PhrasingContent[] = []
  const lineEnd = () => {
    if (found.length && found.at(-1)!.type !== 'break' && found.at(-1)!.type !== 'list') found.push({ type: 'break' })
  }
  for (const node of nodes) {
    if (node.type === 'list') found.push(node)
    else if (node.type === 'table')
      found.push({ type: 'text', value: node.children.map((row) => textOf(row)).join(' ') })
    else if (node.type === 'code') found.push({ type: 'inlineCode', value: node.value })
    else if (isBlock(node)) {
      lineEnd()
      found.push(...phrases(node.children as Nodes[]))
    } else if (node.type !== 'thematicBreak') found.push(node as PhrasingContent)
  }
  return found
}

const isBlock = (node: Nodes): node is Extract<BlockContent, { children: unknown[] }> | Paragraph =>
  ['paragraph', 'heading', 'blockquote'].includes(node.type)

/** One header row of several: each label once, outer before inner. */
function joined(rows: TableRow[]): TableRow {
  const width = Math.max(...rows.map((row) => row.children.length))
  const children = Array.from({ length: width }, (_, column): TableCell => {
    const cells = rows.flatMap((row) => row.children[column] ?? [])
    const labelled = new Map(cells.flatMap((cell) => (textOf(cell).trim() ? [[textOf(cell).trim(), cell]] : [])))
    const children = [...labelled].flatMap(([label, cell], at): PhrasingContent[] => [
      ...(at ? [{ type: 'text' as const, value: ' – ' }] : []),
      { type: 'text', value: label, ...placed(cell) },
    ])
    return labelled.size > 1 ? { ...cells.at(-1)!, children } : cells[0]!
  })
  return { type: 'tableRow', children, ...overRows(rows) }
}

function overRows(rows: TableRow[]): { position?: Position } {
  const [first, last] = [rows[0]!.position, rows.at(-1)!.position]
  return first && last ? { position: { start: first.start, end: last.end } } : {}
}

const placed = ({ position }: Pick<Element, 'position'>): { position?: Position } => (position ? { position } : {})
