import type { Nodes, Paragraph, Parent, PhrasingContent, RootContent, Text } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import '../document/source.ts'
import type { Statement } from '../editorial/editorial.ts'
import type { Cell } from '../model/report.ts'
import { linesOf, plainText } from '../model/text.ts'
import { letters } from '../model/traced-text.ts'
import { joinOf, lengthOf, nothing, type Origin } from '../origin/origin.ts'
import type { Span } from '../origin/spans.ts'
import type { Inert } from './inert.ts'
import { linesOrigin, textOrigin } from './origins.ts'
import { mendSentences } from './outdated.ts'
import type { Rendering } from './rendering.ts'

/** Takes pieces of the report, and what editors said of it, into a document: corrected, and each with its source. */

export function quoteCell(cell: Cell, origin: Origin, { corrector, pool }: Rendering): Inert | '' {
  const printed = [cell.text, ...(cell.items ?? [])].filter(Boolean).join('; ')
  return printed && pool.text(corrector.text(printed, [cell.line, cell.line]), origin)
}

/**
 * A printed text of some lines of the report. Of a line its letters are told, of several lines, as of a card, the lines.
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
  const written: Text = { type: 'text', value: text, data: { origin: textOrigin(text, lines, spans, file) } }
  const piece: Paragraph = { type: 'paragraph', children: [written] }
  mendSentences(piece, rendering)
  corrector.tree(piece, lines)
  const shown = plainText(piece)
  const letters = joinOf(piece.children.flatMap(({ data }) => data?.origin ?? []))
  return pool.text(shown, lines[0] === lines[1] ? letters : linesOrigin(file, lines, shown.length))
}

/** Blocks of the report; footnote marks are left behind, since the notes are. */
export function quoteBlocks(blocks: RootContent[], rendering: Rendering): Inert {
  const { corrector, pool, file } = rendering
  const copies = blocks.map((block) => {
    const copy = structuredClone(block)
    traceLetters(copy)
    mendSentences(copy, rendering)
    corrector.tree(copy, linesOf(copy))
    visit(copy, (node) => {
      if ('children' in node)
        (node as Parent).children = (node as Parent).children.filter((child) => child.type !== 'footnoteReference')
    })
    return originToCarriers(copy, file)
  })
  return pool.blocks(copies.filter((copy) => copy.type !== 'paragraph' || copy.children.length))
}

/** Gives each node that has letters of its own their origin. */
function traceLetters(piece: Nodes): void {
  visit(piece, (node) => {
    const value = node.type === 'image' ? node.alt : 'value' in node ? node.value : null
    if (value && node.position) node.data = { ...node.data, origin: letters(value, node).origin }
  })
}

const carriers = new Set(['paragraph', 'listItem', 'blockquote', 'code', 'tableCell'])

/** The origins of letters become those of blocks and list items; a document has no positions of its own. */
function originToCarriers<T extends Nodes>(node: T, file: string): T {
  const lift = (inner: Nodes): Origin => {
    const own = inner.data?.origin
    const all = 'children' in inner ? joinOf((inner.children as Nodes[]).map(lift)) : (own ?? nothing)
    const { position } = inner
    if (own) delete inner.data!.origin
    if (position && (carriers.has(inner.type) || (inner as Nodes) === node)) {
      const lines: [number, number] = [position.start.line, position.end.line]
      inner.data = { ...inner.data, origin: lengthOf(all) ? all : linesOrigin(file, lines, 1) }
    }
    delete inner.position
    return all
  }
  lift(node)
  return node
}

const inlineMarkdown = unified().use(remarkParse)

/** An editorial statement, its text read as inline Markdown. */
export function quoteStatement(statement: Statement, { pool, file }: Rendering): Inert {
  const of = statement.basis.map((lines) => linesOrigin(file, lines, 1))
  const { strength, verbatim } = statement
  const said = { ...(strength ? { strength } : {}), ...(verbatim ? { verbatim } : {}) } as const
  const tree = inlineMarkdown.parse(statement.text)
  const inline = tree.children.flatMap((block) => ('children' in block ? (block.children as PhrasingContent[]) : []))
  visit(tree, (node) => {
    delete node.position
  })
  const nodes = inline.map((node): PhrasingContent => {
    const plain: PhrasingContent = node.type === 'html' ? { type: 'text', value: node.value } : node
    const length = Math.max(1, plainText(plain).length)
    const origin: Origin = {
      kind: 'stated',
      statement: statement.id,
      file: statement.file,
      line: statement.line,
      of,
      length,
    }
    return { ...plain, data: { ...plain.data, origin, ...said } } as PhrasingContent
  })
  return pool.inline(nodes)
}
