import type { Nodes, Table } from 'mdast'
import { stack } from './arrange.ts'
import { chart } from './chart.ts'
import { diagram } from './diagram.ts'
import * as pieces from './pieces.ts'
import { exhibit, tablePiece } from './table.ts'
import { isText, paragraphs, textBox } from './text.ts'
import type { Piece, Writing } from './writing.ts'

export type Builder<T extends Nodes['type']> = (node: Extract<Nodes, { type: T }>, writing: Writing) => Piece

/** What a slide holds beside text, one builder for each kind of node. */
const builders: Partial<Record<Nodes['type'], (node: never, writing: Writing) => Piece>> = {
  keyFigures: pieces.keyFigures,
  cards: pieces.cards,
  card: pieces.card,
  callout: pieces.callout,
  quote: pieces.quote,
  entry: pieces.entry,
  aside: pieces.aside,
  columns: pieces.columns,
  facts: pieces.facts,
  chart,
  diagram,
  exhibit,
  table: (node: Table, writing: Writing) => tablePiece(node, '', writing),
}

/** What has no place of its own on a slide: sources stand at its foot. */
const shownElsewhere = new Set<Nodes['type']>([
  'sourceLine',
  'sourceNotes',
  'definition',
  'footnoteDefinition',
  'html',
  'pageBreak',
  'thematicBreak',
])

/** Nodes one below the other; text that meets stands in one box. */
export function blocks(nodes: Nodes[], writing: Writing): Piece {
  const all: Piece[] = []
  let open: Nodes[] = []
  const close = () => {
    if (open.length) all.push(textBox('Text', paragraphs(open, writing), writing))
    open = []
  }
  for (const node of nodes) {
    if (shownElsewhere.has(node.type)) continue
    if (isText(node)) {
      open.push(node)
      continue
    }
    close()
    const build = builders[node.type] as ((node: Nodes, writing: Writing) => Piece) | undefined
    if (!build) throw new Error(`a slide has no way to show "${node.type}"`)
    all.push(build(node, writing))
  }
  close()
  return stack(all)
}
