import type { Nodes, Parent, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Position } from 'unist'
import { mapBlocks } from '../blocks.ts'
import { apartFromComments, htmlToMdast, isUnderstood } from '../html/to-mdast.ts'
import type { Step, Written } from '../step.ts'

/**
 * Blocks of HTML that only say what Markdown could say become the nodes they stand for: tables with spans, lists, headings,
 * pictures. A table goes on to its closing tag, across empty lines; comments are left out, with a line in the log. A block that
 * holds anything else stays as it is written.
 */
export const htmlBlocks: Step = {
  rule: 'html-block',
  run(tree, log, report) {
    mapBlocks(tree, (blocks, parent) => {
      if (!blocks.some((block) => block.type === 'html')) return blocks
      const found: RootContent[] = []
      const balances = blocks.map(balance)
      for (let at = 0; at < blocks.length; at++) {
        const block = blocks[at]!
        if (block.type !== 'html' || !isUnderstood(apartFromComments(block.value).html)) {
          found.push(block)
          continue
        }
        const last = endOfTable(balances, at, parent)
        if (last === null) report.warn(block.position!, 'this table is never closed')
        const until = last ?? at
        const position = { start: block.position!.start, end: blocks[until]!.position!.end }
        const source = until > at ? slice(report, position) : block.value
        const { html: written, comments } = apartFromComments(source)
        if (comments.length) log(position, comments.join('\n'), '')
        const nodes = isUnderstood(written) ? htmlToMdast(written, position, parent.type === 'root') : [block]
        const isWhole = nodes.some((node) => sameLines(node.position!, position))
        // tags around and between what is left stand on lines of their own
        if (!isWhole) log(position, written, nodes.map((node) => textOf(node)).join('\n'))
        found.push(...nodes)
        at = until
      }
      return found
    })
  },
}

/**
 * The index of the block that closes the tables a block opens: its own where it opens none; null where nothing does.
 *
 * @param balances the tables that each block opens, less those it closes
 */
function endOfTable(balances: number[], from: number, parent: Parent): number | null {
  let open = balances[from]!
  if (open <= 0 || parent.type !== 'root') return open > 0 ? null : from
  for (let at = from + 1; at < balances.length; at++) {
    open += balances[at]!
    if (open <= 0) return at
  }
  return null
}

/** Tables opened less tables closed, wherever their tags stand in a block. */
function balance(block: Nodes): number {
  if (block.type === 'html') {
    const { html } = apartFromComments(block.value)
    const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0
    return count(/<table(?=[\s>])/gi) - count(/<\/table\s*>/gi)
  }
  return 'children' in block ? (block.children as Nodes[]).reduce((sum, child) => sum + balance(child), 0) : 0
}

const sameLines = (a: Position, b: Position) => a.start.line === b.start.line && a.end.line === b.end.line

function slice({ text }: Written, { start, end }: Position): string {
  return text.slice(start.offset, end.offset)
}
