import type { PhrasingContent } from 'mdast'
import '../../document/source.ts'
import type { Table } from '../../model/report.ts'
import type { Origin } from '../../origin/origin.ts'
import { stretched } from '../../origin/stretched.ts'
import { cellOrigin, headerOrigin, textOrigin } from '../origins.ts'
import type { Rendering } from '../rendering.ts'
import { columnOf, rowOf, tableOf } from '../select.ts'
import { tableSource } from '../source-line.ts'
import { type Directive, type Flow, placed, several, titleOf } from './directive.ts'
import { exhibit, highlightOf, quoteCellNode, textCell } from './exhibit.ts'
import { fitted, type Wide, wideOf } from './wide.ts'

export interface Choice {
  rows?: string[]
  columns?: string[]
  /** Printed heading → the shorter one to show. */
  rename?: Map<string, string>
  transpose?: boolean
  highlight?: string
  first?: string
  caption?: PhrasingContent[]
  wide?: Wide
  /** What becomes of it only if it is too wide. */
  tooWide?: Wide
}

/** `::table{of="…"}`: a table of the report with its caption and source line. */
export const table: Directive = {
  form: 'leaf',
  attributes: ['of', 'rows', 'columns', 'rename', 'transpose', 'highlight', 'first', 'caption', 'wide'],
  required: ['of'],
  build(written, rendering) {
    const { attributes, place } = written
    return placed(place, () =>
      exhibitOf(
        tableOf(rendering.report, attributes.of!),
        {
          rows: several(attributes.rows),
          columns: several(attributes.columns),
          rename: renames(attributes.rename),
          transpose: attributes.transpose !== undefined,
          highlight: attributes.highlight,
          first: attributes.first,
          caption: attributes.caption ? titleOf(written, 'caption') : undefined,
          wide: wideOf(attributes.wide),
        },
        rendering,
      ),
    )
  },
}

/** A table as it stands in a document: an exhibit, or cards where it is too wide for a page. */
export function exhibitOf(from: Table, choice: Choice, rendering: Rendering): Flow[] {
  const { report, corrector, sentenceCase, file } = rendering
  const entities = report.entities
  const rows = choice.rows?.length
    ? choice.rows.map((name) => rowOf(from, name, entities))
    : from.rows.map((_, row) => row)
  const width = from.rows[0]?.length ?? 0
  const all = Array.from({ length: width }, (_, column) => column).filter((column) => !isBlank(from, column))
  const columns = choice.columns?.length
    ? [0, ...choice.columns.map((name) => columnOf(from, name, entities)).filter(Boolean)]
    : all
  const show = (text: string) => choice.rename?.get(text) ?? sentenceCase(text)
  const headings = columns.map((column) => show(corrector.text(from.header?.[column] ?? '', from.lines!)))
  if (choice.first !== undefined) headings[0] = choice.first
  const grid = rows.map((row) =>
    columns.map((column) => ({ cell: from.rows[row]![column]!, origin: cellOrigin(from, row, column, file) })),
  )
  const head = headings.map((text, at) => {
    const printed = text && choice.rename?.get(from.header?.[columns[at]!] ?? '') !== text && (at || !choice.first)
    return printed ? textCell(text, headerOrigin(from, file, text.length)) : textCell(text)
  })
  const body = grid.map((line) =>
    line.map(({ cell, origin }, at) => quoteCellNode(cell, origin, at === 0 ? show : undefined, rendering)),
  )
  const [header, ...lines] = choice.transpose ? transposed([head, ...body]) : [head, ...body]
  const hasHeader = header!.some((cell) => cell.children.length)
  const printed = from.caption && sentenceCase(corrector.text(from.caption, [from.captionLine!, from.captionLine!]))
  const made = exhibit(
    choice.caption ?? (printed ? printedCaption(printed, from, file) : []),
    hasHeader ? header! : null,
    lines,
    highlightOf(choice.highlight, header!, lines, entities),
    tableSource([from], rendering),
  )
  return fitted(made, choice.wide, choice.tooWide)
}

/** A caption with the line it stands on. */
export function printedCaption(value: string, table: Table, file: string): PhrasingContent[] {
  const origin = captionOrigin(value, table, file)
  return [{ type: 'text', value, ...(origin ? { data: { origin } } : {}) }]
}

/** Where what is shown of a caption comes from. */
export function captionOrigin(
  shown: string,
  { caption, captionLine: line, captionSpans }: Table,
  file: string,
): Origin | undefined {
  return line ? stretched(textOrigin(caption ?? '', [line, line], captionSpans, file), shown.length) : undefined
}

/** Is there nothing in a column, not even a heading? */
function isBlank({ header, rows }: Table, column: number): boolean {
  return !header?.[column] && rows.every((row) => !row[column]!.text && !row[column]!.items)
}

function transposed<T>(grid: T[][]): T[][] {
  return (grid[0] ?? []).map((_, column) => grid.map((row) => row[column]!))
}

/** `rename="printed = shown; …"` */
export function renames(attribute: string | undefined): Map<string, string> {
  return new Map(several(attribute).map((pair) => pair.split('=').map((part) => part.trim()) as [string, string]))
}
