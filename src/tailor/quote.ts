import type { Nodes, Paragraph, Parent, PhrasingContent, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Source } from '../document/source.ts'
import type { Statement } from '../editorial/editorial.ts'
import type { Cell, Table } from '../model/report.ts'
import { plainText } from '../model/text.ts'
import type { Span } from '../origin/spans.ts'
import type { Inert } from './inert.ts'
import { mendSentences } from './outdated.ts'
import type { Rendering } from './rendering.ts'

/** Takes pieces of the report, and what editors said of it, into a document: corrected, and each with its source. */

export function quoteCell(cell: Cell, source: Source, { corrector, pool }: Rendering): Inert | '' {
  const printed = [cell.text, ...(cell.items ?? [])].filter(Boolean).join('; ')
  return printed && pool.text(corrector.text(printed, [cell.line, cell.line]), [source])
}

export function sourceOfCell(table: Table, row: number, column: number, file: string): Source {
  const line = lineOf(table, row, column)
  const heading = table.header?.[column]
  const { updated } = table.rows[row]![column]!
  return {
    file,
    lines: [line, line],
    ...(table.id ? { table: table.id } : {}),
    ...(table.rows[row]![0]!.text ? { row: table.rows[row]![0]!.text } : {}),
    ...(heading ? { column: heading } : {}),
    ...(updated ? { updated: updateOf(updated) } : {}),
  }
}

/** Where the headings of a table are printed: from its first line to that before its first row. */
export function sourceOfHeader({ lines, rows }: Table, file: string): Source {
  const [first] = lines!
  return { file, lines: [first, Math.max(first, (rows[0]?.[0]?.line ?? first) - 1)] }
}

const updateOf = ({ printed, ...update }: NonNullable<Cell['updated']>) => update

/** Where a cell is printed: one that heads several rows stands on the first of them. */
function lineOf({ rows }: Table, row: number, column: number): number {
  const { text, line } = rows[row]![column]!
  const above = column === 0 && text ? rows[row - 1]?.[0] : undefined
  return above?.text === text ? lineOf({ rows } as Table, row - 1, column) : line
}

/**
 * A printed text of some lines of the report.
 *
 * @param spans where its letters stand
 */
export function quoteText(
  text: string,
  lines: [number, number],
  rendering: Rendering,
  spans: Span[] | undefined,
): Inert {
  const { corrector, pool, file } = rendering
  const piece: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: text }] }
  const [first] = spans ?? []
  if (first) {
    const point = { line: first[1], column: first[2] }
    piece.children[0]!.position = { start: point, end: point, spans }
    mendSentences(piece, rendering)
  }
  return pool.text(corrector.text(plainText(piece), lines), [{ file, lines }])
}

/** Blocks of the report; footnote marks are left behind, since the notes are. */
export function quoteBlocks(blocks: RootContent[], rendering: Rendering): Inert {
  const { corrector, pool, file } = rendering
  const copies = blocks.map((block) => {
    const copy = structuredClone(block)
    mendSentences(copy, rendering)
    corrector.tree(copy)
    visit(copy, (node) => {
      if ('children' in node)
        (node as Parent).children = (node as Parent).children.filter((child) => child.type !== 'footnoteReference')
    })
    return positionToSource(copy, file)
  })
  return pool.blocks(copies.filter((copy) => copy.type !== 'paragraph' || copy.children.length))
}

const carriers = new Set(['paragraph', 'listItem', 'blockquote', 'code', 'tableCell'])

/** Positions in the report become sources, on blocks and list items; a document has no positions of its own. */
function positionToSource<T extends Nodes>(node: T, file: string): T {
  visit(node, (inner) => {
    const { position } = inner
    if (position && (carriers.has(inner.type) || inner === node)) {
      inner.data = { ...inner.data, sources: [{ file, lines: [position.start.line, position.end.line] }] }
    }
    delete inner.position
  })
  return node
}

const inlineMarkdown = unified().use(remarkParse)

/** An editorial statement, its text read as inline Markdown. */
export function quoteStatement(statement: Statement, { pool, file }: Rendering): Inert {
  const sources = statement.basis.map((lines): Source => ({ file, lines, statement: statement.id }))
  const { strength, verbatim } = statement
  const said = { sources, ...(strength ? { strength } : {}), ...(verbatim ? { verbatim } : {}) } as const
  const tree = inlineMarkdown.parse(statement.text)
  const inline = tree.children.flatMap((block) => ('children' in block ? (block.children as PhrasingContent[]) : []))
  visit(tree, (node) => {
    delete node.position
  })
  const nodes = inline.map((node): PhrasingContent => {
    const plain: PhrasingContent = node.type === 'html' ? { type: 'text', value: node.value } : node
    return { ...plain, data: { ...plain.data, ...said } } as PhrasingContent
  })
  return pool.inline(nodes)
}
