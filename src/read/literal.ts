import type { Root } from 'mdast'
import { limits } from './limits.ts'
import { eachLine } from './refuse.ts'
import { walk } from './walk.ts'

/**
 * Characters that stand for themselves, though Markdown would read them as marks: a fence that is never closed, ten thousand
 * stars in a row. Each is exchanged for a placeholder of the same length before parsing, so that positions stay true, and
 * put back in the tree.
 */
const marks = '*_[]<`~!'
/** Code points that Unicode keeps free of characters for ever. */
const placeholders = [...marks].map((_, at) => String.fromCharCode(0xfdd0 + at))
const toPlaceholder = new Map([...marks].map((mark, at) => [mark, placeholders[at]!]))
const toMark = new Map([...marks].map((mark, at) => [placeholders[at]!, mark]))

const anyMark = /[*_[\]<`~!]/g
const anyPlaceholder = /[\ufdd0-\ufdd7]/g

/** A part of a text by its offsets: the first character, and the one after the last. */
export type Range = [number, number]

/** A text whose marks in these ranges stand for themselves. */
export function literally(text: string, ranges: Range[]): string {
  const parts: string[] = []
  let from = 0
  for (const [start, end] of ranges) {
    parts.push(
      text.slice(from, start),
      text.slice(start, end).replace(anyMark, (mark) => toPlaceholder.get(mark)!),
    )
    from = end
  }
  return parts.join('') + text.slice(from)
}

/** Puts the marks back, in every text and address of a tree. */
export function putBack(tree: Root): void {
  const restored = (text: string) => text.replace(anyPlaceholder, (found) => toMark.get(found)!)
  walk(tree, (node) => {
    for (const key of ['value', 'url', 'title', 'alt', 'label', 'identifier', 'lang', 'meta'] as const) {
      const holder = node as unknown as Record<string, unknown>
      if (typeof holder[key] === 'string') holder[key] = restored(holder[key])
    }
  })
}

/** A text without the code points that are used as placeholders; none is a character. */
export function freeOfPlaceholders(text: string): string {
  return text.replace(anyPlaceholder, '\ufffd')
}

/** Blocks with so many marks that pairing them would take minutes. In a table each line counts for itself. */
export function overloaded(text: string): { range: Range; line: number }[] {
  const found: { range: Range; line: number }[] = []
  let work = 0
  let block: { range: Range; line: number; marks: number; html: boolean } | null = null
  const close = () => {
    const counts = block && block.marks > few
    if (counts) work += block!.marks ** 2
    if (counts && (block!.marks > limits.marks || work > limits.work)) found.push(block!)
    block = null
  }
  eachLine(text, (line, number, offset) => {
    if (!line.trim()) return close()
    if (isRow(line)) close()
    block ??= { range: [offset, offset], line: number, marks: 0, html: blockTag.test(line) }
    block.range[1] = offset + line.length
    if (!block.html) block.marks += line.match(anyMark)?.length ?? 0
    if (isRow(line)) close()
  })
  close()
  return found
}

/** What begins with such a tag is HTML up to the next empty line; nothing in it is paired. */
const blockTag =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|caption|center|col|colgroup|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?=[\s/>]|$)/i

/** Blocks with fewer marks cost next to nothing. */
const few = 200

const isRow = (line: string) => line.includes('\t') || line.startsWith('|')
