import type { Nodes, RootContent, TableCell, Table as TableNode, TableRow } from 'mdast'
import type { Locale } from '../locale/locale.ts'
import { type Span, spansOf } from '../origin/spans.ts'
import { holdsBlocks, widthOf } from '../read/blocks.ts'
import { walk } from '../read/walk.ts'
import { captionPlaces } from './caption-places.ts'
import { type Caption, type Captions, captionOf } from './captions.ts'
import { isUnitLine, notesBelow, type Said, togetherSaid, unitSaid } from './notes.ts'
import type { Profile } from './profile.ts'
import type { Cell, Section, Table } from './report.ts'
import { isContents } from './sections.ts'
import { fold, linesOf, plainText } from './text.ts'
import { tracedText } from './traced-text.ts'
import { valuesIn } from './values.ts'

/** The tables of a report, and the blocks that became part of one. */
export interface FoundTables {
  tables: Table[]
  /** Tables, captions, notes and source lines: no longer part of the running text. */
  taken: Set<RootContent>
}

interface Options {
  captions: Captions
  profile: Profile
  locale: Locale
  sectionOf: Map<RootContent, Section>
}

/** Finds each table with its caption, notes and source, in the order of the report; captioned pictures are kept, empty. */
export function findTables(blocks: RootContent[], options: Options): FoundTables {
  const found: FoundTables = { tables: [], taken: new Set() }
  tablesAmong(blocks, null, found, options)
  return found
}

/** The tables among sibling blocks, and those inside quotes, lists and footnotes between them. */
function tablesAmong(blocks: RootContent[], home: string | null, found: FoundTables, options: Options): void {
  const { captions, locale, sectionOf } = options
  const places = captionPlaces(blocks, captions, locale)
  const captioned = new Set(places.values())
  for (const [index, block] of blocks.entries()) {
    if (found.taken.has(block)) continue
    const section = sectionOf.get(block)?.id ?? home
    const caption = captionOf(block, captions)
    if (caption) {
      const at = places.get(index)
      const body = caption.kind === 'box' ? boxBody(blocks, index) : at === undefined ? [] : [blocks[at]!]
      take(found, [block, ...body])
      const end = body.length ? Math.max(index, blocks.indexOf(body.at(-1)!)) : index
      const below = notesBelow(blocks, end, locale)
      const between = at !== undefined && at < index ? notesBelow(blocks, at, locale) : null
      const units = at !== undefined && at > index ? blocks.slice(index + 1, index + 2).filter(isUnitLine) : []
      take(found, [...units, ...below.blocks, ...(between?.blocks ?? [])])
      const said = togetherSaid(...units.map(unitSaid), ...(between ? [between.said] : []), below.said)
      const table = withCaption(caption, body, options)
      found.tables.push({ ...table, ...said, footnoteRefs: [...marks([block]), ...table.footnoteRefs], section })
    } else if (block.type === 'table' && !isContents(block) && !captioned.has(index)) {
      take(found, [block])
      const below = notesBelow(blocks, index, locale)
      take(found, below.blocks)
      found.tables.push({ ...uncaptioned(block, options), ...below.said, section })
    } else if (block.type === 'list' || ('children' in block && holdsBlocks(block))) {
      tablesAmong(block.children as RootContent[], section, found, options)
    }
  }
}

function take(found: FoundTables, blocks: RootContent[]): void {
  for (const block of blocks) found.taken.add(block)
}

/** A box holds the text up to the next heading. */
function boxBody(blocks: RootContent[], index: number): RootContent[] {
  const rest = blocks.slice(index + 1)
  const end = rest.findIndex((block) => block.type === 'heading' || block.type === 'table')
  return rest.slice(0, end < 0 ? undefined : end).filter((block) => block.type === 'paragraph' || block.type === 'list')
}

function withCaption(caption: Caption, body: RootContent[], options: Options): TableWithoutNotes {
  const [first] = body
  const content = first?.type === 'table' ? contentOf(first, options) : textContent(body)
  const kind = caption.kind === 'box' ? 'box' : first ? 'table' : caption.kind === 'figure' ? 'figure' : 'table'
  return {
    id: caption.number === null ? null : `${caption.label} ${caption.number}`,
    label: caption.label,
    number: caption.number,
    kind,
    caption: caption.text || null,
    captionLine: caption.line,
    captionColumn: caption.column,
    captionSpans: caption.spans,
    ...content,
    empty: body.length === 0,
  }
}

function uncaptioned(node: TableNode, options: Options): TableWithoutNotes {
  const firstCell = fold(plainText(node.children[0]?.children[0] ?? []))
  const cards = Object.entries(options.profile.cards).filter(([, card]) => card.from === 'tables')
  const card = cards.find(([, card]) => card.from === 'tables' && fold(card.firstCell) === firstCell)
  const content = contentOf(node, options, card ? { headed: false } : {})
  return {
    id: null,
    label: null,
    number: null,
    kind: card ? (card[0] === 'study' ? 'study' : 'form') : 'table',
    caption: null,
    captionLine: null,
    ...content,
    empty: false,
  }
}

type TableWithoutNotes = Omit<Table, keyof Said | 'section'>
type Content = Pick<Table, 'lines' | 'header' | 'headerSpans' | 'rows' | 'footnoteRefs'>

function textContent(body: RootContent[]): Content {
  if (!body.length) return { lines: null, header: null, rows: [], footnoteRefs: [] }
  const rows = body.map((block) => [{ ...tracedCell(block), line: block.position!.start.line }])
  return { lines: linesOf(body), header: null, rows, footnoteRefs: marks(body) }
}

function contentOf(node: TableNode, { locale }: Options, known: { headed?: boolean } = {}): Content {
  const width = widthOf(node)
  const headed = known.headed ?? hasHeader(node, width)
  const cells = node.children.map((row) => cellsOf(row, width, locale))
  // a pipe table cannot do without its first row: left blank, it is none, and a bold row below it is
  const isBlank = headed && node.children[0]!.children.every((cell) => !plainText(cell))
  const at = !headed ? -1 : !isBlank ? 0 : hasBoldHead(node.children.slice(1)) ? 1 : -1
  const header = at < 0 ? null : headerCells(node.children[at]!, width, node.data?.syntax === 'tab')
  const rows = cells.slice(Math.max(headed ? 1 : 0, at + 1))
  const texts = header?.map(({ text }) => text) ?? null
  return {
    lines: linesOf(node),
    header: texts,
    ...(header ? { headerSpans: header.map(({ spans }) => spans) } : {}),
    rows: fillDown(rows, texts),
    footnoteRefs: marks([node]),
  }
}

/** One cell alone heads the last column of a TAB table; elsewhere each cell stands where it is written. */
function headerCells(row: TableRow, width: number, isTab: boolean): TracedCell[] {
  const cells = row.children.map((cell) => tracedCell(cell))
  const none: TracedCell = { text: '', spans: [] }
  const only = cells.filter(({ text }) => text)
  return isTab && only.length === 1 && cells[0]!.text
    ? [...Array<TracedCell>(width - 1).fill(none), only[0]!]
    : [...cells, ...Array<TracedCell>(width - cells.length).fill(none)]
}

/** Is the first of some rows all bold, and no other? */
function hasBoldHead([first, ...rest]: TableRow[]): boolean {
  const isAllBold = (row: TableRow) => row.children.every(isBold)
  return first !== undefined && rest.length > 0 && isAllBold(first) && !rest.some(isAllBold)
}

/**
 * Is the first row a header? A pipe table's always is, an HTML table tells by its tags. Of a TAB table, or one of plain cells: one
 * that has only its first cell, which then heads the last column; one that begins with an empty cell above filled ones; or one of
 * short labels, set otherwise than the rows below and without lists or numbers other than years that head other values.
 */
function hasHeader(node: TableNode, width: number): boolean {
  const { syntax, headed } = node.data ?? {}
  if (!syntax || headed !== undefined) return headed ?? true
  const [first, ...rest] = node.children
  if (!first || !rest.length || width < 2) return false
  const texts = first.children.map((cell) => plainText(cell))
  if (texts.slice(1).every((text) => !text))
    return !isBold(first.children[0]!) && rest.every((row) => plainText(row.children.at(-1)!))
  const firstColumn = rest.map((row) => plainText(row.children[0]!))
  if (!texts[0]) return texts.slice(1).some(Boolean) && firstColumn.some(Boolean)
  const headsNoYear = (column: number) => rest.every((row) => !isYear(plainText(row.children[column] ?? [])))
  const labels = texts.every(
    (text, column) =>
      text && text.length <= 60 && !/[.;]$/.test(text) && (!/\d/.test(text) || (isYear(text) && headsNoYear(column))),
  )
  if (!labels || first.children.some(holdsList)) return false
  return !isBold(first.children[0]!) || !rest.every((row) => isBold(row.children[0]!))
}

const isYear = (text: string) => /^(?:19|20)\d\d$/.test(text)
const holdsList = (cell: TableCell) => cell.children.some((child) => child.type === 'list')
const isBold = (cell: TableCell) => cell.children[0]?.type === 'strong'

function cellsOf(row: TableRow, width: number, locale: Locale): Cell[] {
  const cells = row.children.map((cell) => toCell(cell, row, locale))
  const line = row.position!.start.line
  // what a row lacks would stand at its end
  const { end } = row.position!
  const spans: Span[] = [[0, end.line, end.column]]
  return [...cells, ...Array.from({ length: width - cells.length }, () => ({ text: '', line, spans }))]
}

function toCell(cell: TableCell, row: TableRow, locale: Locale): Cell {
  const lists = cell.children.filter((child) => child.type === 'list')
  // the words before a list and those after it are no one word
  const own = lists.length
    ? cell.children.map((child): Nodes => (child.type === 'list' ? { type: 'break' } : child))
    : cell
  const { text, spans } = tracedCell(own, cell.position ?? row.position)
  const items = lists.flatMap((list) => list.children.map((item) => tracedCell(item)))
  const values = valuesIn([text, ...items.map((item) => item.text)].join('\n'), locale)
  const line = (cell.position ?? row.position)!.start.line
  return {
    text,
    ...(items.length ? { items: items.map((item) => item.text) } : {}),
    ...(values.length ? { values } : {}),
    line,
    spans,
    ...(items.length ? { itemSpans: items.map((item) => item.spans) } : {}),
  }
}

/** A text and where it stands; of an empty one where it would. */
type TracedCell = Required<Pick<Cell, 'text' | 'spans'>>

function tracedCell(node: Nodes | Nodes[], position = Array.isArray(node) ? undefined : node.position): TracedCell {
  const { text, origin } = tracedText(node)
  const spans = spansOf(origin)
  return { text, spans: spans.length || !position ? spans : [[0, position.start.line, position.start.column]] }
}

/** A row-span is an empty first cell below a filled one; a first column that is empty throughout is just empty. */
function fillDown(rows: Cell[][], header: string[] | null): Cell[][] {
  if (!rows[0]?.[0]?.text || (header && !header[0] && rows.every((row) => row[0]?.text))) return rows
  let above = rows[0][0]
  return rows.map((row) => {
    const [first, ...rest] = row
    if (!first || first.text || first.items || rest.every((cell) => !cell.text && !cell.items)) {
      if (first) above = first
      return row
    }
    return [{ ...above, line: first.line }, ...rest]
  })
}

function marks(nodes: Nodes[]): number[] {
  const numbers: number[] = []
  for (const root of nodes) {
    walk(root, (mark) => {
      if (mark.type === 'footnoteReference' && /^\d+$/.test(mark.identifier)) numbers.push(Number(mark.identifier))
    })
  }
  return numbers
}
