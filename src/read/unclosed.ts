import type { Root, RootContent } from 'mdast'
import type { Range } from './literal.ts'

/** Something that was opened and never closed, which hides the rest of the report. */
export interface Unclosed {
  what: string
  node: RootContent
  /** The marks that open it, and all of their kind after it: none of them is closed. */
  openers: Range[]
}

/** A fence, comment or element of raw text at the end of a tree that runs to the end of the text for want of a closing mark. */
export function unclosed(tree: Root, text: string): Unclosed | null {
  const node = tree.children.at(-1)
  if (node?.type !== 'code' && node?.type !== 'html') return null
  const start = node.position!.start.offset!
  const source = text.slice(start, node.position!.end.offset)
  if (node.type === 'code') {
    const [, fence] = /^(`{3,}|~{3,})/.exec(source) ?? []
    if (!fence) return null
    const closing = new RegExp(`(?:^|[\\r\\n]) {0,3}${fence[0]}{${fence.length},}[ \\t]*$`)
    if (closing.test(source.slice(fence.length))) return null
    return { what: 'code fence', node, openers: [[start, start + fence.length]] }
  }
  const opener = openers.find(({ opens }) => opens.test(source))
  if (!opener || opener.closes.test(source)) return null
  const all = [...source.matchAll(new RegExp(opener.opens.source.slice(1), 'gi'))]
  return { what: opener.what, node, openers: all.map(({ index }) => [start + index, start + index + 1]) }
}

/** The HTML blocks of CommonMark that end at a mark of their own, not at an empty line. */
const openers = [
  { what: 'comment', opens: /^<!--/, closes: /-->/ },
  { what: 'processing instruction', opens: /^<\?/, closes: /\?>/ },
  { what: 'CDATA section', opens: /^<!\[CDATA\[/, closes: /\]\]>/ },
  { what: 'declaration', opens: /^<![a-z]/i, closes: />/ },
  {
    what: 'element',
    opens: /^<(?:script|pre|style|textarea)(?=[\s>]|$)/i,
    closes: /<\/(?:script|pre|style|textarea)>/i,
  },
]
