import type { Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Document } from './document.ts'

/** A piece of a document's running text, or of what stands around it. */
export interface Passage {
  text: string
  /** Sentences, as against labels, figures and the cells of tables. */
  isProse: boolean
  /** The `##` heading it stands under; the document's title before the first. */
  under: string
}

/** The words of a document in their order; source lines and notes, which are apparatus, left out. */
export function passagesOf({ tree, title }: Document): Passage[] {
  const found: Passage[] = []
  let under = title
  const add = (nodes: Nodes | Nodes[], isProse: boolean) => {
    const text = textOf(nodes, { includeImageAlt: false }).trim()
    if (text) found.push({ text, isProse, under })
  }
  const walk = (node: Nodes, isProse: boolean) => {
    if (node.type === 'heading' && node.depth === 2) under = textOf(node)
    if (node.type === 'slide') under = textOf(node.title)
    if (node.type === 'speakerNotes') return
    if (node.type === 'sourceLine' || node.type === 'sourceNotes') return
    for (const part of ['title', 'caption', 'by'] as const) {
      const titled = (node as unknown as Record<string, unknown>)[part]
      if (Array.isArray(titled)) add(titled as Nodes[], false)
    }
    if (node.type === 'heading' || node.type === 'tableCell' || node.type === 'step') add(node, false)
    else if (node.type === 'paragraph') add(node, isProse)
    else if (node.type === 'fact') add([{ type: 'text', value: `${node.label} ` }, ...node.children], false)
    else if ('children' in node)
      for (const child of node.children as Nodes[])
        walk(child, isProse && node.type !== 'keyFigure' && node.type !== 'aside')
  }
  walk(tree, true)
  return found
}
