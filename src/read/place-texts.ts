import type { Nodes, Root } from 'mdast'
import type { Span } from '../origin/spans.ts'
import { aligned } from './align.ts'
import type { Repair } from './step.ts'
import { walk } from './walk.ts'

declare module 'unist' {
  interface Position {
    /** Where the letters of a text stand, where start and end do not tell. */
    spans?: Span[]
  }
}

/** Notes of each text whose letters do not stand in the file as it has them where they do. No step may come after. */
export function placeTexts(tree: Root, file: string, repairs: readonly Repair[]): void {
  walk(tree, (node) => {
    const value = writtenIn(node)
    const spans = value && node.position && aligned({ value, ...node.position }, file, repairs)
    if (spans) node.position = { ...node.position!, spans }
  })
}

/** What a node says in letters of its own. */
function writtenIn(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  return node.type === 'image' ? (node.alt ?? '') : ''
}
