import type { Nodes, Parent, RootContent } from 'mdast'
import type { Position } from 'unist'
import { mapBlocks } from '../blocks.ts'
import { htmlToMdast, isUnderstood, withoutComments } from '../html/to-mdast.ts'
import type { Step, Written } from '../step.ts'

/**
 * Blocks of HTML that only say what Markdown could say become the nodes they stand for: tables with spans, lists, headings,
 * pictures. A table goes on to its closing tag, across empty lines; comments in it are left out. A block that holds anything else stays as it is written.
 */
export const htmlBlocks: Step = {
  rule: 'html-block',
  run(tree, log, report) {
    mapBlocks(tree, (blocks, parent) => {
      if (!blocks.some((block) => block.type === 'html')) return blocks
      const found: RootContent[] = []
      for (let at = 0; at < blocks.length; at++) {
        const block = blocks[at]!
        if (block.type !== 'html' || !isUnderstood(withoutComments(block.value))) {
          found.push(block)
          continue
        }
        const last = endOfTable(blocks, at, parent)
        if (last === null) report.warn(block.position!, 'this table is never closed')
        const until = last ?? at
        const position = { start: block.position!.start, end: blocks[until]!.position!.end }
        const written = withoutComments(until > at ? slice(report, position) : block.value)
        const nodes = isUnderstood(written) ? htmlToMdast(written, position, parent.type === 'root') : [block]
        for (const line of emptyLines(position, nodes, report)) log(line.position, line.written, '')
        found.push(...nodes)
        at = until
      }
      return found
    })
  },
}

/** The lines of a piece of HTML from which nothing came: tags that only hold others, comments. */
function* emptyLines(place: Position, nodes: RootContent[], { text }: Written) {
  const full = new Set<number>()
  for (const { position } of nodes)
    for (let line = position!.start.line; line <= position!.end.line; line++) full.add(line)
  let { line, column, offset } = place.start
  for (const written of text.slice(offset, place.end.offset).split(/\r\n|\r|\n/)) {
    const start = { line, column, offset }
    const end = { line, column: column + written.length, offset: offset! + written.length }
    if (written.trim() && !full.has(line)) yield { written, position: { start, end } }
    const lineEnd = text.startsWith('\r\n', end.offset) ? 2 : 1
    line++
    column = 1
    offset = end.offset + lineEnd
  }
}

/** The index of the block that closes the tables a block opens: its own where it opens none; null where nothing does. */
function endOfTable(blocks: RootContent[], from: number, parent: Parent): number | null {
  let open = balance(blocks[from]!)
  if (open <= 0 || parent.type !== 'root') return open > 0 ? null : from
  for (let at = from + 1; at < blocks.length; at++) {
    open += balance(blocks[at]!)
    if (open <= 0) return at
  }
  return null
}

/** Tables opened less tables closed, wherever their tags stand in a block. */
function balance(block: Nodes): number {
  if (block.type === 'html') {
    const html = withoutComments(block.value)
    const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0
    return count(/<table(?=[\s>])/gi) - count(/<\/table\s*>/gi)
  }
  return 'children' in block ? (block.children as Nodes[]).reduce((sum, child) => sum + balance(child), 0) : 0
}

function slice({ text }: Written, { start, end }: NonNullable<Nodes['position']>): string {
  return text.slice(start.offset, end.offset)
}
