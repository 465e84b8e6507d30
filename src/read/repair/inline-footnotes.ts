import type { FootnoteDefinition, Nodes, Parent, PhrasingContent, Text } from 'mdast'
import { writtenSo } from '../escapes.ts'
import { placesIn } from '../place.ts'
import type { Step, Written } from '../step.ts'

/** A footnote written where its mark would stand, `^[as in Pandoc]`: a mark stays, and the note stands below the block. */
export const inlineFootnotes: Step = {
  rule: 'inline-footnote',
  run(tree, _, report) {
    if (!report.text.includes('^[')) return
    let made = 0
    tree.children = tree.children.flatMap((block) => {
      const notes: FootnoteDefinition[] = []
      takeNotes(block, report, (children) => {
        made++
        const name = `inline-note-${made}`
        const position = { start: children[0]!.position!.start, end: children.at(-1)!.position!.end }
        const paragraph = { type: 'paragraph' as const, children, position }
        notes.push({ type: 'footnoteDefinition', identifier: name, label: name, children: [paragraph], position })
        return name
      })
      return [block, ...notes]
    })
  },
}

/** A text of more is no text: each is looked for in what the last left. */
const most = 500

type Keep = (children: PhrasingContent[]) => string

function takeNotes(node: Nodes, report: Written, keep: Keep): void {
  if (!('children' in node)) return
  const { children } = node as Parent
  for (let at = 0; at < children.length; at++) {
    const child = children[at] as Nodes
    const open = child.type === 'text' ? openingOf(child, report) : -1
    const close = open < 0 ? null : endOfNote(children as Nodes[], at, open + 2)
    if (close) {
      const [before, rest] = cut(child as Text, open, 2)
      const isSame = close.at === at
      const [last, after] = isSame
        ? cut(rest!, close.offset - open - 2, 1)
        : cut(children[close.at] as Text, close.offset, 1)
      const between = isSame ? [] : [rest, ...children.slice(at + 1, close.at)]
      const note = [...between, last].filter((part) => part !== null) as PhrasingContent[]
      if (!note.length) continue
      const name = keep(note)
      const { start } = note[0]!.position!
      const mark = {
        type: 'footnoteReference',
        identifier: name,
        label: name,
        position: { start, end: start },
      } as const
      const parts = [before, mark, after].filter((part) => part !== null)
      children.splice(at, close.at - at + 1, ...parts)
      at += before ? 1 : 0
    } else takeNotes(child, report, keep)
  }
}

/** Where the first note in a text begins; -1 where none does. */
function openingOf(node: Text, { text }: Written): number {
  if (node.value.split('^[', most + 1).length > most) return -1
  const nth = writtenSo(node, '^[', text).indexOf(true)
  return nth < 0 ? -1 : node.value.split('^[', nth + 1).join('^[').length
}

/** Where the bracket that was opened before an offset is closed. */
function endOfNote(siblings: Nodes[], from: number, start: number): { at: number; offset: number } | null {
  let depth = 1
  for (let at = from; at < siblings.length; at++) {
    const node = siblings[at]!
    if (node.type !== 'text') continue
    for (let offset = at === from ? start : 0; offset < node.value.length; offset++) {
      if (node.value[offset] === '[') depth++
      else if (node.value[offset] === ']') depth--
      if (!depth) return { at, offset }
    }
  }
  return null
}

/** What stands before an offset and what after some characters there; null where nothing does. */
function cut(node: Text, offset: number, length: number): [Text | null, Text | null] {
  const placeOf = placesIn(node)
  const piece = (from: number, to: number): Text | null =>
    from < to ? { type: 'text', value: node.value.slice(from, to), position: placeOf(from, to - from) } : null
  return [piece(0, offset), piece(offset + length, node.value.length)]
}
