import type { Nodes, Parent, PhrasingContent, Root, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Document } from '../document/document.ts'
import { noSuch } from '../input/no-such.ts'
import { Problem, type ProblemDetails } from '../input/problem.ts'
import type { Origin } from '../origin/origin.ts'
import { checkAttributes, type Flow, placed, type Written } from './directives/directive.ts'
import { directives } from './directives/directives.ts'
import { phrases } from './directives/phrases.ts'
import { Inert } from './inert.ts'
import type { Rendering } from './rendering.ts'
import { toSlides } from './slides.ts'
import { fillSourceLines } from './source-line.ts'
import { markSources } from './source-marks.ts'

declare module 'unist' {
  interface Data {
    /** Where a directive's attributes come from, by attribute. */
    attributeOrigins?: Record<string, Origin>
  }
}

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze()

/**
 * The Markdown that a template made, as the tree of a document: tokens exchanged for what they stand for, directives built,
 * source lines filled: marks and notes in a brief, slides in a deck.
 *
 * @param file the template, for messages
 */
export function parseDocument(written: string, file: string, kind: Document['kind'], rendering: Rendering): Root {
  const tree = markdown.parse(written)
  refuseHtml(tree, file)
  visit(tree, (node) => {
    delete node.position
  })
  fillTokens(tree, file, rendering)
  const document: Root = { type: 'root', children: build(tree.children, file, rendering) as RootContent[] }
  const covered = fillSourceLines(document, rendering)
  if (kind === 'deck') toSlides(document, file, rendering)
  else markSources(document, covered, rendering)
  return document
}

function refuseHtml(tree: Root, file: string): void {
  visit(tree, 'html', (node) => {
    if (!node.value.startsWith('<!--'))
      throw new Problem('holds raw HTML', { file, found: node.value.slice(0, 60), expected: 'Markdown or a directive' })
  })
}

/** Exchanges the tokens of inert content in text, attributes and addresses. */
function fillTokens(node: Nodes, file: string, rendering: Rendering): void {
  const { pool } = rendering
  if ('value' in node && node.type !== 'text') node.value = pool.resolve(node.value)
  if ('url' in node) node.url = pool.resolve(node.url)
  if ('alt' in node && node.alt) node.alt = pool.resolve(node.alt)
  if ('attributes' in node) {
    const attributeOrigins: Record<string, Origin> = {}
    for (const [name, value] of Object.entries(node.attributes ?? {})) {
      const origin = pool.originOf(value ?? '')
      if (origin) attributeOrigins[name] = origin
      node.attributes![name] = pool.resolve(value ?? '')
    }
    node.data = { ...node.data, attributeOrigins }
  }
  if (!('children' in node)) return
  const parent = node as Parent
  parent.children = parent.children.flatMap((child) => {
    if (child.type === 'paragraph') {
      const blocks = onlyBlocks(child.children, rendering)
      if (blocks) return blocks
    }
    if (child.type !== 'text') {
      fillTokens(child, file, rendering)
      return [child]
    }
    return pool.split(child.value).flatMap((part): PhrasingContent[] => {
      if (typeof part === 'string') return [{ type: 'text', value: part }]
      if ('inline' in part.content) return part.content.inline
      throw new Problem('puts blocks of the report inside a line', {
        file,
        found: part.text.slice(0, 60),
        expected: '{{…}} on a line of its own, empty lines around it',
      })
    })
  })
}

/** A paragraph that is nothing but block content. */
function onlyBlocks(children: PhrasingContent[], { pool }: Rendering): RootContent[] | null {
  const [only, ...rest] = children
  if (only?.type !== 'text' || rest.length) return null
  const parts = pool.split(only.value.trim()).filter((part) => part instanceof Inert || part.trim())
  const blocks = parts.flatMap((part) =>
    part instanceof Inert && 'blocks' in part.content ? [part.content.blocks] : [],
  )
  return parts.length && blocks.length === parts.length ? blocks.flat() : null
}

type AnyDirective = ContainerDirective | LeafDirective | TextDirective

function build(nodes: Nodes[], file: string, rendering: Rendering): Nodes[] {
  return nodes.flatMap((node): Nodes[] => {
    if (node.type === 'html') return []
    const children = 'children' in node ? build(node.children as Nodes[], file, rendering) : []
    if (node.type === 'textDirective') return [buildPhrase(node, children as PhrasingContent[], file)]
    if (node.type === 'containerDirective' || node.type === 'leafDirective')
      return buildDirective(node, children as Flow[], file, rendering)
    if ('children' in node) (node as Parent).children = children as RootContent[]
    return [node]
  })
}

function buildDirective(
  node: ContainerDirective | LeafDirective,
  children: Flow[],
  file: string,
  rendering: Rendering,
): Nodes[] {
  const { at, ...attributes } = (node.attributes ?? {}) as Record<string, string>
  const place = placeOf(at, file)
  const directive = directives[node.name]
  if (!directive) throw unknown(node, place, Object.keys(directives))
  const form = node.type === 'leafDirective' ? 'leaf' : 'container'
  if (form !== directive.form) {
    const colons = directive.form === 'leaf' ? '::' : ':::'
    throw new Problem(`"${node.name}" is written with ${colons.length} colons`, {
      ...place,
      found: form === 'leaf' ? '::' : ':::',
      expected: `${colons}${node.name}`,
    })
  }
  const origins = node.data?.attributeOrigins ?? {}
  const written: Written = { attributes, origins, children, place }
  checkAttributes(node.name, directive, written)
  return placed(place, () => directive.build(written, rendering))
}

function buildPhrase(node: TextDirective, children: PhrasingContent[], file: string): PhrasingContent {
  const { at, ...attributes } = (node.attributes ?? {}) as Record<string, string>
  const place = placeOf(at, file)
  const phrase = phrases[node.name]
  if (!phrase) throw unknown(node, place, Object.keys(phrases))
  return placed(place, () => phrase(children, attributes))
}

function unknown(node: AnyDirective, place: ProblemDetails, candidates: string[]): Problem {
  return noSuch(`there is no directive "${node.name}"`, node.name, candidates, place)
}

function placeOf(at: string | undefined, file: string): ProblemDetails {
  const match = /^(.*):(\d+):(\d+)$/.exec(at ?? '')
  return match ? { file: match[1], line: Number(match[2]), column: Number(match[3]) } : { file }
}
