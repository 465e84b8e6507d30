import type { FootnoteDefinition, Nodes, Paragraph, PhrasingContent, Text } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { writtenSo } from '../escapes.ts'
import { linesOf, paragraphOf } from '../lines.ts'
import type { Superscript } from '../nodes.ts'
import { placesIn } from '../place.ts'
import type { Step } from '../step.ts'
import { walk } from '../walk.ts'

/**
 * `<sup>7</sup>` is a footnote: at the start of a paragraph it defines one, anywhere else it refers to one.
 * Other raised text stays raised, and so does a power: m<sup>2</sup>, 10<sup>6</sup>.
 * `[^7]` without a definition, which GFM leaves as text, refers to one too.
 */
export const footnotes: Step = {
  rule: 'footnote',
  run(tree, _, { text }) {
    tree.children = tree.children.flatMap((node) => (node.type === 'paragraph' ? (definitions(node) ?? node) : node))
    const defined = new Set(
      tree.children.flatMap((node) => (node.type === 'footnoteDefinition' ? node.identifier : [])),
    )
    walk(tree, (node, index, parent) => {
      if (node.type !== 'superscript' || !parent || isPower(node, parent.children[index - 1])) return
      const { position } = node
      const marks = marksOf(node, defined).map((identifier) => {
        const data = { syntax: 'sup' as const }
        return { type: 'footnoteReference' as const, identifier, label: identifier, data, position }
      })
      if (!marks.length) return
      parent.children.splice(index, 1, ...(marks as typeof parent.children))
      return index + marks.length
    })
    walk(tree, (node, index, parent) => {
      if (node.type !== 'text' || !parent || !node.value.includes('[^')) return
      const parts = withMarks(node, text)
      parent.children.splice(index, 1, ...(parts as typeof parent.children))
      return index + parts.length
    })
  },
}

const undefinedMark = /\[\^([^\s\]^[]{1,100})\]/g

/** A text cut at the marks in it; one that was written with a backslash is no mark. */
function withMarks(node: Text, written: string): PhrasingContent[] {
  const placeOf = placesIn(node)
  const parts: PhrasingContent[] = []
  let from = 0
  const textUntil = (end: number) => {
    if (end > from)
      parts.push({ type: 'text', value: node.value.slice(from, end), position: placeOf(from, end - from) })
  }
  let [nth, counted] = [0, 0]
  const isMark = writtenSo(node, '[^', written)
  for (const match of node.value.matchAll(undefinedMark)) {
    nth += node.value.slice(counted, match.index).split('[^').length - 1
    counted = match.index
    if (!isMark[nth]) continue
    textUntil(match.index)
    const position = placeOf(match.index, match[0].length)
    parts.push({ type: 'footnoteReference', identifier: match[1]!.toLowerCase(), label: match[1]!, position })
    from = match.index + match[0].length
  }
  textUntil(node.value.length)
  return parts
}

/** The footnotes that a paragraph defines: it begins with a mark, and so may each of its lines. */
function definitions(paragraph: Paragraph): FootnoteDefinition[] | null {
  const whole = definition(paragraph)
  if (!whole) return null
  const notes: PhrasingContent[][][] = []
  for (const line of linesOf(paragraph)) {
    if (notes.length && !definition(paragraphOf([line]))) notes.at(-1)!.push(line)
    else notes.push([line])
  }
  const each = notes.flatMap((lines) => definition(paragraphOf(lines)) ?? [])
  // a mark alone on its line defines nothing: then the paragraph is one note
  return each.length === notes.length ? each : [whole]
}

function definition(paragraph: Paragraph): FootnoteDefinition | null {
  const [mark, ...rest] = paragraph.children
  const identifier = mark?.type === 'superscript' && markOf(mark)
  if (!identifier || !rest.length) return null
  const [first] = rest
  if (first?.type === 'text') rest[0] = { ...first, value: first.value.trimStart() }
  const { position } = paragraph
  return {
    type: 'footnoteDefinition',
    identifier,
    label: identifier,
    data: { syntax: 'sup' },
    children: [{ type: 'paragraph', children: rest, position }],
    position,
  }
}

function markOf(node: Superscript): string | null {
  return /^\s*(\d{1,3})\s*$/.exec(textOf(node))?.[1] ?? null
}

/** The footnotes that raised text refers to: one, or several that are all defined, "1, 2". */
function marksOf(node: Superscript, defined: Set<string>): string[] {
  const one = markOf(node)
  if (one) return [one]
  const several = textOf(node)
    .trim()
    .split(/\s*[,;]\s*/)
  return several.length > 1 && several.every((mark) => defined.has(mark)) ? several : []
}

/** The second or third power of a metre and its kin or of a variable, and any power of ten. */
function isPower(node: Superscript, before: Nodes | undefined): boolean {
  if (before?.type !== 'text') return false
  const squareOrCube = /^[23]$/.test(textOf(node)) && /(?<![\p{L}\p{N}])(?:[kdcmµ]?m|\p{L})$/u.test(before.value)
  return squareOrCube || /(?<![\p{L}\p{N}.,])10$/u.test(before.value)
}
