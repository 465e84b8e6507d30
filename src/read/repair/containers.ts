import type { Nodes, Paragraph, Parent, PhrasingContent, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { mapBlocks } from '../blocks.ts'
import { linesOf, paragraphOf } from '../lines.ts'
import type { Log, Step } from '../step.ts'
import { walk } from '../walk.ts'

/**
 * What Pandoc, Quarto and MyST write around the text to tell a tool what to do with it is taken out: the lines of colons
 * around a block (`::: {.note}`) with the options below them (`:name: x`), whose title stays as a line of text; attributes after a
 * heading, picture, span or caption (`{#id .class key=value}`); the mark of an alert (`[!NOTE]`); and lines that are a command
 * alone: a page break, a label, a place for the contents.
 */
export const containers: Step = {
  rule: 'container',
  run(tree, log) {
    mapBlocks(tree, (blocks, parent) =>
      blocks.flatMap((block): RootContent[] => {
        if (block.type !== 'paragraph' || !/(?:^|\n)(?::::|\[|\\|\{|\()/.test(textOf(block))) return [block]
        const written = linesOf(block)
        const lines = withoutMarks(written, parent, log)
        if (lines.length === written.length && lines.every((line, at) => line === written[at])) return [block]
        if (!lines.length) return []
        const titlesTable = lines.length === 1 && table.test(printed(written[0]!))
        return [{ ...paragraphOf(lines), ...(titlesTable ? { data: { caption: true } } : {}) }]
      }),
    )
    walk(tree, (node, index, parent) => {
      if (node.type === 'text' && parent && node.value.includes('{')) withoutAttributes(node, parent, index, log)
    })
  },
}

const fence = /^:{3,}\s*(?:\{(?<attributes>[^}]*)\}|[\w-]*)\s*(?<title>.*?)\s*:*$/su
const titled = /\btitle=(?:"([^"]*)"|'([^']*)'|(\S+))/

const directive = /^:{3,}\s*\{[\w-]+\}/u
const table = /^:{3,}\s*\{(?:csv-|list-)?table\}/u
const picture = /^:{3,}\s*\{(?:figure|image)\}/u
const option = /^:[\w-]+:(?:\s|$)/u
const alert = /^\[![\w-]+\][+-]?[ \t]*/u
const command =
  /^(?:\{\{[<%].*[>%]\}\}|\\(?:newpage|pagebreak|clearpage)|\([\w:.-]+\)=|\[\[?_?toc_?\]\]?|\{:\s*toc\})$/iu

/** The lines of a paragraph without what is said to a tool. */
function withoutMarks(lines: PhrasingContent[][], parent: Parent, log: Log): PhrasingContent[][] {
  let inOptions = false
  return lines.flatMap((line, index) => {
    const written = printed(line)
    const isAlert = !index && parent.type === 'blockquote' && alert.test(written)
    if ((inOptions && option.test(written)) || command.test(written)) {
      log(placeOf(line), written, '')
      return []
    }
    inOptions = directive.test(written)
    return isAlert ? withoutAlert(line, log) : withoutFence(line, log)
  })
}

function withoutAlert(line: PhrasingContent[], log: Log): PhrasingContent[][] {
  const [first, ...rest] = line
  if (first?.type !== 'text') return [line]
  const title = first.value.replace(alert, '')
  log(placeOf(line), first.value, title)
  const kept = title ? [{ ...first, value: title }, ...rest] : rest
  return kept.length ? [kept] : []
}

const printed = (line: PhrasingContent[]) => textOf({ type: 'paragraph', children: line } satisfies Paragraph)

const placeOf = (line: PhrasingContent[]) => ({ start: line[0]!.position!.start, end: line.at(-1)!.position!.end })

function withoutFence(line: PhrasingContent[], log: Log): PhrasingContent[][] {
  const [first] = line
  const written = printed(line)
  const match = first?.type === 'text' && first.value.startsWith(':::') ? fence.exec(written) : null
  if (!match) return [line]
  const [, double, single, bare] = titled.exec(match.groups!.attributes ?? '') ?? []
  const title = match.groups!.title || (double ?? single ?? bare ?? '')
  const position = placeOf(line)
  log(position, written, title)
  if (title && picture.test(written)) return [[{ type: 'image', url: title, title: null, alt: null, position }]]
  return title ? [[{ type: 'text', value: title, position }]] : []
}

const attribute = String.raw`(?:[#.][\w:.-]+|[\w-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s"'{}]+)|-(?=\s*\}))`
const attributes = String.raw`\{:?\s*${attribute}(?:\s+${attribute})*\s*\}`
/** At an end they begin with an id or class, or are the `{-}` of a heading without number: `{x=1}` alone may well be text. */
const atEnd = new RegExp(`\\s*(?=\\{:?\\s*(?:[#.]|-))${attributes}\\s*$`, 'u')
const atStart = new RegExp(`^${attributes}`, 'u')
/** A span of text: `[text]{.class}`. */
const span = new RegExp(`\\[([^\\[\\]]+)\\]${attributes}`, 'gu')

/** At the end of a heading or paragraph, and right after a picture, link, span of code or the like. */
function withoutAttributes(node: Extract<Nodes, { type: 'text' }>, parent: Parent, index: number, log: Log): void {
  const isLast = index === parent.children.length - 1 && (parent.type === 'heading' || parent.type === 'paragraph')
  node.value = node.value.replace(span, (written: string, text: string) => {
    log(node.position!, written, text)
    return text
  })
  for (const pattern of [index > 0 ? atStart : null, isLast ? atEnd : null]) {
    const match = pattern?.exec(node.value)
    if (!match) continue
    log(node.position!, match[0].trim(), '')
    node.value = node.value.slice(0, match.index) + node.value.slice(match.index + match[0].length)
  }
  if (!node.value) parent.children.splice(index, 1)
}
