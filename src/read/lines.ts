import type { Paragraph, PhrasingContent } from 'mdast'
import { placesIn } from './place.ts'

/** The lines of a paragraph as it was written: its phrasing, cut at every line end, hard or soft. None is empty of nodes. */
export function linesOf(paragraph: Paragraph): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const node of paragraph.children) {
    if (node.type === 'break') lines.push([])
    else if (node.type === 'text' && node.value.includes('\n')) {
      const placeOf = placesIn(node)
      let offset = 0
      for (const [index, value] of node.value.split('\n').entries()) {
        if (index) lines.push([])
        if (value) lines.at(-1)!.push({ type: 'text', value, position: placeOf(offset, value.length) })
        offset += value.length + 1
      }
    } else lines.at(-1)!.push(node)
  }
  return lines.filter((line) => line.length)
}

/** Lines as one paragraph again, at the place they stand. */
export function paragraphOf(lines: PhrasingContent[][]): Paragraph {
  const position = { start: lines[0]![0]!.position!.start, end: lines.at(-1)!.at(-1)!.position!.end }
  const children = lines.flatMap((line, index): PhrasingContent[] => {
    if (!index) return line
    const { start } = line[0]!.position!
    return [{ type: 'text', value: '\n', position: { start, end: start } }, ...line]
  })
  return { type: 'paragraph', children, position }
}
