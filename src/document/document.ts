import type { Root } from 'mdast'
import './nodes.ts'
import type { Language } from '../locale/locales.ts'
import type { Origin } from '../origin/origin.ts'
import { type Source, sourcesFrom } from './source.ts'

/**
 * One edition of one document, before it has a format: the second of the two papers that pass through the house.
 */
export interface Document {
  /** The audience's id, the entity of the edition or null, and the document's name: they give the artifact its path. */
  audience: string
  edition: string | null
  name: string
  /** A deck's tree is slides and nothing else. */
  kind: 'brief' | 'deck'
  title: string
  /** What stands above the title and, short, in the running head. */
  kicker: string
  runningTitle: string
  publisher: string | null
  language: Language
  theme: string
  tree: Root
}

/** The origins of all the nodes of a document, each before those in it. */
export function originsIn({ tree }: Document): Origin[] {
  interface Node {
    data?: { origin?: Origin }
    children?: unknown[]
    caption?: unknown[]
    title?: unknown
    by?: unknown
    notes?: unknown
  }
  const walk = (node: Node): Origin[] => {
    const parts = [node.children, node.caption, node.title, node.by, node.notes]
    const inner = parts.flatMap((part) => (Array.isArray(part) ? part : []))
    return [...(node.data?.origin ? [node.data.origin] : []), ...inner.flatMap((child) => walk(child as Node))]
  }
  return walk(tree)
}

/** What a document rests on: the sources of all its nodes, each once. */
export function sourcesOf(document: Document): Source[] {
  const sources = originsIn(document).flatMap(sourcesFrom)
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()]
}
