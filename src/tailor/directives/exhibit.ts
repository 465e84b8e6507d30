import type { PhrasingContent, TableCell, Table as TableNode, TableRow } from 'mdast'
import type { Exhibit } from '../../document/nodes.ts'
import type { Source } from '../../document/source.ts'
import { locales } from '../../locale/locales.ts'
import type { Cell, Entity, Table } from '../../model/report.ts'
import { plainText } from '../../model/text.ts'
import { sourceOfCell } from '../quote.ts'
import { languageOf, type Rendering } from '../rendering.ts'
import { columnOf, rowOf, tableOf } from '../select.ts'
import { tableSource } from '../source-line.ts'
import { type Directive, placed, several } from './directive.ts'

export interface Choice {
  rows?: string[]
  columns?: string[]
  /** Printed heading → the shorter one to show. */
  rename?: Map<string, string>
  transpose?: boolean
  highlight?: string
  first?: string
  caption?: string
}

/** `::table{of="…"}`: a table of the report with its caption and source line. */
export const table: Directive = {
  form: 'leaf',
  attributes: ['of', 'rows', 'columns', 'rename', 'transpose', 'highlight', 'first', 'caption'],
  required: ['of'],
  build({ attributes, place }, rendering) {
    return placed(place, () => [
      exhibitOf(
        tableOf(rendering.report, attributes.of!),
        {
          rows: several(attributes.rows),
          columns: several(attributes.columns),
          rename: renames(attributes.rename),
          transpose: attributes.transpose !== undefined,
          highlight: attributes.highlight,
          first: attributes.first,
          caption: attributes.caption,
        },
        rendering,
      ),
    ])
  },
}

/** A table as it stands in a document. */
export function exhibitOf(from: Table, choice: Choice, rendering: Rendering): Exhibit {
  const { report, corrector, sentenceCase, file } = rendering
  const entities = report.entities
  const rows = choice.rows?.length
    ? choice.rows.map((name) => rowOf(from, name, entities))
    : from.rows.map((_, row) => row)
  const width = from.rows[0]?.length ?? 0
  const all = Array.from({ length: width }, (_, column) => column)
  const columns = choice.columns?.length
    ? [0, ...choice.columns.map((name) => columnOf(from, name, entities)).filter(Boolean)]
    : all
  const show = (text: string) => choice.rename?.get(text) ?? sentenceCase(text)
  const headings = columns.map((column) => show(corrector.text(from.header?.[column] ?? '', from.lines!)))
  if (choice.first !== undefined) headings[0] = choice.first
  const grid = rows.map((row) =>
    columns.map((column) => ({ cell: from.rows[row]![column]!, source: sourceOfCell(from, row, column, file) })),
  )
  const head = headings.map((text) => textCell(text))
  const body = grid.map((line) =>
    line.map(({ cell, source }, at) => quoteCellNode(cell, source, at === 0 ? show : undefined, rendering)),
  )
  const [header, ...lines] = choice.transpose ? transposed([head, ...body]) : [head, ...body]
  const hasHeader = header!.some((cell) => cell.children.length)
  const caption =
    choice.caption ??
    (from.caption ? sentenceCase(corrector.text(from.caption, [from.captionLine!, from.captionLine!])) : '')
  return exhibit(
    caption,
    hasHeader ? header! : null,
    lines,
    highlightOf(choice.highlight, header!, lines, entities),
    tableSource([from], rendering),
  )
}

/** An exhibit of finished cells. */
export function exhibit(
  caption: string,
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
    data: { rowHeaders: true, ...(highlight ? { highlight } : {}) },
  }
  return { type: 'exhibit', caption: caption ? [{ type: 'text', value: caption }] : [], children: [node, sourceLine] }
}

export function quoteCellNode(
  cell: Cell,
  source: Source,
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
    data: { sources: [source] },
  }
}

export function missingCell(rendering: Rendering): PhrasingContent {
  return { type: 'missing', value: locales[languageOf(rendering)].words.empty }
}

export const textCell = (value: string): TableCell => ({
  type: 'tableCell',
  children: value ? [{ type: 'text', value }] : [],
})

const rowNode = (children: TableCell[]): TableRow => ({ type: 'tableRow', children })

function transposed<T>(grid: T[][]): T[][] {
  return (grid[0] ?? []).map((_, column) => grid.map((row) => row[column]!))
}

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

/** `rename="printed = shown; …"` */
function renames(attribute: string | undefined): Map<string, string> {
  return new Map(several(attribute).map((pair) => pair.split('=').map((part) => part.trim()) as [string, string]))
}
