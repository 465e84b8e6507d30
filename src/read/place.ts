import type { Text } from 'mdast'
import type { Position } from 'unist'

/**
 * Where pieces of a text node stand in the file. Exact where the node holds no escape or character reference before them.
 *
 * @returns a function that takes the offset of a piece in the node and its length; pieces are asked for in their order
 */
export function placesIn(node: Pick<Text, 'value' | 'position'>): (offset: number, length: number) => Position {
  const { start } = node.position!
  let line = start.line
  let lineStart = -(start.column - 1)
  let seen = 0
  const pointAt = (offset: number) => {
    for (let at = node.value.indexOf('\n', seen); at >= 0 && at < offset; at = node.value.indexOf('\n', seen)) {
      line++
      lineStart = at + 1
      seen = at + 1
    }
    const point = { line, column: offset - lineStart + 1 }
    return start.offset === undefined ? point : { ...point, offset: start.offset + offset }
  }
  return (offset, length) => {
    const from = pointAt(offset)
    return { start: from, end: pointAt(offset + length) }
  }
}
