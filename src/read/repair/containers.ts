import type { Nodes, Paragraph, Parent, PhrasingContent, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { mapBlocks } from '../blocks.ts'
import { linesOf, paragraphOf } from '../lines.ts'
import type { Log, Step } from '../step.ts'
import { walk } from '../walk.ts'

/**
 * What Pandoc, Quarto and MyST write around the text to tell a tool what to do with it is taken out: the lines of colons
 * around a block (`::: {.note}`), whose title stays as a line of text, and attributes after a heading, picture, span or caption
 * (`{#id .class key=value}`).
 */
export const containers: Step = {
  rule: 'container',
  run(tree, log) {
    mapBlocks(tree, (blocks) =>
      blocks.flatMap((block): RootContent[] => {
        if (block.type !== 'paragraph' || !/(?:^|\n):::/.test(textOf(block))) return [block]
        const lines = linesOf(block).flatMap((line) => withoutFence(line, log))
        return lines.length ? [paragraphOf(lines)] : []
      }),
    )
    walk(tree, (node, index, parent) => {
      if (node.type === 'text' && parent && node.value.includes('{')) withoutAttributes(node, parent, index, log)
    })
  },
}

const fence = /^:{3,}\s*(?:\{(?<attributes>[^}]*)\}|[\w-]*)\s*(?<title>.*?)\s*:*$/su
const titled = /\btitle=(?:"([^"]*)"|'([^']*)'|(\S+))/

function withoutFence(line: PhrasingContent[], log: Log): PhrasingContent[][] {
  const [first] = line
  const written = textOf({ type: 'paragraph', children: line } satisfies Paragraph)
  const match = first?.type === 'text' && first.value.startsWith(':::') ? fence.exec(written) : null
  if (!match) return [line]
  const [, double, single, bare] = titled.exec(match.groups!.attributes ?? '') ?? []
  const title = match.groups!.title || (double ?? single ?? bare ?? '')
  const position = { start: first!.position!.start, end: line.at(-1)!.position!.end }
  log(position, written, title)
  return title ? [[{ type: 'text', value: title, position }]] : []
}

const attribute = String.raw`(?:[#.][\w:.-]+|[\w-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s"'{}]+))`
const attributes = String.raw`\{:?\s*${attribute}(?:\s+${attribute})*\s*\}`
/** At an end they begin with an id or class: `{x=1}` alone may well be text. */
const atEnd = new RegExp(`\\s*(?=\\{:?\\s*[#.])${attributes}\\s*$`, 'u')
const atStart = new RegExp(`^${attributes}`, 'u')

/** At the end of a heading or paragraph, and right after a picture, link, span of code or the like. */
function withoutAttributes(node: Extract<Nodes, { type: 'text' }>, parent: Parent, index: number, log: Log): void {
  const isLast = index === parent.children.length - 1 && (parent.type === 'heading' || parent.type === 'paragraph')
  for (const pattern of [index > 0 ? atStart : null, isLast ? atEnd : null]) {
    const match = pattern?.exec(node.value)
    if (!match) continue
    log(node.position!, match[0].trim(), '')
    node.value = node.value.slice(0, match.index) + node.value.slice(match.index + match[0].length)
  }
  if (!node.value) parent.children.splice(index, 1)
}
