import type { PhrasingContent, TableCell, Table as TableNode, TableRow } from 'mdast'
import type { Exhibit } from '../../document/nodes.ts'
import '../../document/source.ts'
import { toString as textOf } from 'mdast-util-to-string'
import { locales } from '../../locale/locales.ts'
import type { Cell, Entity } from '../../model/report.ts'
import { plainText } from '../../model/text.ts'
import type { Origin } from '../../origin/origin.ts'
import { stretched } from '../../origin/stretched.ts'
import { languageOf, type Rendering } from '../rendering.ts'

/** An exhibit of finished cells. */
export function exhibit(
  caption: PhrasingContent[],
  header: TableCell[] | null,
  lines: TableCell[][],
  highlight: { row?: number; column?: number } | undefined,
  sourceLine: Exhibit['children'][number],
): Exhibit {
  const columns = lines[0]?.length ?? 0
  const node: TableNode = {
    type: 'table',
    align: Array.from({ length: columns }, (_, column) => (column && isNumeric(lines, column) ? 'right' : 'left')),
    children: [rowNode(header ?? Array.from({ length: columns }, () => textCell(''))), ...lines.map(rowNode)],
    data: { rowHeaders: columns > 1, ...(highlight ? { highlight } : {}) },
  }
  return { type: 'exhibit', caption, children: [node, sourceLine] }
}

export function quoteCellNode(
  cell: Cell,
  origin: Origin,
  show: ((text: string) => string) | undefined,
  rendering: Rendering,
): TableCell {
  const mend = (text: string) => rendering.corrector.text(text, [cell.line, cell.line])
  const text = show ? show(mend(cell.text)) : mend(cell.text)
  const children: PhrasingContent[] = text ? [{ type: 'text', value: text }] : []
  if (cell.items) {
    const items = cell.items.map((item) => ({
      type: 'listItem' as const,
      children: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value: mend(item) }] }],
    }))
    children.push({ type: 'list', children: items })
  }
  return {
    type: 'tableCell',
    children: children.length ? children : [missingCell(rendering)],
    data: { origin: stretched(origin, Math.max(1, textOf({ type: 'tableCell', children }).length)) },
  }
}

export function missingCell(rendering: Rendering): PhrasingContent {
  return { type: 'missing', value: locales[languageOf(rendering)].words.empty }
}

export const textCell = (value: string, origin?: Origin): TableCell => ({
  type: 'tableCell',
  children: value
    ? [{ type: 'text', value, ...(origin ? { data: { origin: stretched(origin, Math.max(1, value.length)) } } : {}) }]
    : [],
})

const rowNode = (children: TableCell[]): TableRow => ({ type: 'tableRow', children })

/** Figures to be read down the column: short cells, and most that say something begin with a number, its sign or currency. */
function isNumeric(lines: TableCell[][], column: number): boolean {
  const texts = lines
    .map((line) => plainText(line[column]!.children.filter(({ type }) => type !== 'missing')))
    .filter(Boolean)
  const figures = texts.filter((text) => figure.test(text))
  return figures.length > texts.length / 2 && texts.every((text) => text.length <= 22)
}

const figure = /^[(<>≈±+−–-]?\s?(?:\p{Sc}|\p{Lu}{3}\s)?\s?[+−–-]?\d/u

/** The row or column that an entity or a printed name heads. */
export function highlightOf(name: string | undefined, header: TableCell[], lines: TableCell[][], entities: Entity[]) {
  if (!name) return undefined
  const entity = entities.find((candidate) => candidate.name === name)
  const wanted = new Set([name, ...(entity?.aliases ?? [])].map((each) => each.toLowerCase()))
  const is = (cell: TableCell | undefined) =>
    cell?.children[0]?.type === 'text' && wanted.has(cell.children[0].value.toLowerCase())
  const row = lines.findIndex((line) => is(line[0]))
  const column = header.findIndex((cell, at) => at > 0 && is(cell))
  if (row < 0 && column < 0) return undefined
  return row >= 0 ? { row } : { column }
}
