import type { Nodes, Root } from 'mdast'
import type { Chart } from '../../src/document/nodes.ts'
import { type Source, sourcesFrom } from '../../src/document/source.ts'
import type { Theme } from '../../src/render/theme.ts'

/**
 * - words: what the document says
 * - label: words of the template, which rest on nothing
 * - head: a cell that heads a column, printed again on the next page of a long table
 * - figure: a cell of the table that goes along with a chart
 * - entry, item: the number of an entry, of an item in a numbered list
 * - source: a source line
 * - mark, note-number, note: the number of a source mark; that of the note it leads to, and the note
 * - contact: whom to turn to
 */
export type LeafKind =
  | 'words'
  | 'label'
  | 'head'
  | 'figure'
  | 'entry'
  | 'item'
  | 'source'
  | 'mark'
  | 'note-number'
  | 'note'
  | 'contact'

/** A piece of a document's text, with what it rests on. */
export interface Leaf {
  kind: LeafKind
  text: string
  sources: Source[]
  /** What it stands in a line of text with others of; null where it stands alone. */
  block: Nodes | null
}

/** The texts of a document's tree, in the order in which a reader meets them; of charts all but the drawing. */
export function leavesOf(tree: Root, theme?: Theme): Leaf[] {
  return walk(tree, { kind: 'words', sources: [], block: tree })

  function walk(node: Nodes, within: Omit<Leaf, 'text'>): Leaf[] {
    const sources = node.data?.origin ? sourcesFrom(node.data.origin) : within.sources
    const here = { ...within, sources, block: phrasing.has(node.type) ? within.block : node }
    const leaf = (kind: LeafKind, text: string): Leaf => ({ kind, text, sources: [], block: null })
    const all = (nodes: Nodes[], inside = here) => nodes.flatMap((child) => walk(child, inside))
    switch (node.type) {
      case 'sourceMark':
        return [{ ...leaf('mark', String(node.number)), block: here.block }]
      case 'sourceNotes':
        return [
          leaf('label', node.title),
          ...node.notes.flatMap(({ number, text }) => [leaf('note-number', String(number)), leaf('note', text)]),
        ]
      case 'sourceLine':
        return all(node.children, { ...here, kind: 'source' })
      case 'contact':
        return [leaf('contact', Object.values(theme?.brand.contact ?? {}).join(' '))]
      case 'entry': {
        const asides = node.children.filter(({ type }) => type === 'aside')
        const main = node.children.filter(({ type }) => type !== 'aside')
        return [leaf('entry', node.number ?? ''), ...all(main), ...all(asides)]
      }
      case 'list':
        return node.children.flatMap((item, at) => [
          ...(node.ordered ? [leaf('item', String((node.start ?? 1) + at))] : []),
          ...walk(item, here),
        ])
      case 'fact':
        return [leaf('label', node.label), ...all(node.children)]
      case 'quote':
        return [...all(node.children), ...all(node.by)]
      case 'table':
        return node.children.flatMap((row, at) =>
          walk(row, at || here.kind === 'figure' ? here : { ...here, kind: 'head' }),
        )
      case 'slide':
        return [...all(node.title), ...all(node.children), ...all(node.sources), ...all(node.notes)]
      case 'diagram':
        return [...all(node.title), ...node.stages.map((stage) => leaf('label', stage)), ...all(node.children)]
      case 'chart':
        return [...all(node.title), leaf('label', node.subtitle), ...all(node.children, { ...here, kind: 'figure' })]
    }
    const titles = ['title', 'caption'].flatMap((part) => {
      const title = (node as unknown as Record<string, unknown>)[part]
      return Array.isArray(title) ? all(title as Nodes[]) : []
    })
    const own = 'value' in node ? [{ ...here, text: node.value }] : []
    return [...titles, ...own, ...('children' in node ? all(node.children) : [])]
  }
}

/** What stands in a line of text, and does not begin a new one. */
const phrasing = new Set<Nodes['type']>([
  'text',
  'emphasis',
  'strong',
  'delete',
  'link',
  'inlineCode',
  'superscript',
  'chip',
  'foreign',
  'evidence',
  'missing',
  'sourceMark',
])

/** Leaves as one text: those of a block in a line, marks close to the word before them. */
export function textOf(leaves: Leaf[]): string {
  return leaves
    .map(({ text, kind, block }, at) => {
      const before = leaves[at - 1]
      const isClose = block !== null && block === before?.block && !(kind === 'mark' && before.kind === 'mark')
      return isClose ? text : ` ${text}`
    })
    .join('')
}

/** The charts of a tree, in its order. */
export function chartsIn(node: Nodes): Chart[] {
  if (node.type === 'chart') return [node]
  return 'children' in node ? (node.children as Nodes[]).flatMap(chartsIn) : []
}
