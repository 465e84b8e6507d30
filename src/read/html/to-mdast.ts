import type { Element, Nodes as HastNodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { type Handle, toMdast } from 'hast-util-to-mdast'
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import type { Point, Position } from 'unist'
import { walk } from '../walk.ts'
import { tableOf } from './table.ts'

/** The elements that say no more than Markdown can, each with what it holds. */
const understood = new Set(
  `a abbr address article aside b big blockquote br caption center cite code col colgroup dd del details div dl dt em
  figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p picture pre q s samp section
  small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr`.split(/\s+/),
)

/**
 * Does a piece of HTML hold only such elements? Comments, declarations, anything unknown and whatever is meant to do something
 * are not for us to read.
 */
export function isUnderstood(html: string): boolean {
  const tags = [...html.matchAll(/<\/?([a-z][^\s/>]*)/gi)]
  const acts = /<[!?]|<[a-z][^<>]*[\s"'/]on[a-z]+\s*=|(?:java|vb)script\s*:/i
  return tags.length > 0 && tags.every((tag) => understood.has(tag[1]!.toLowerCase())) && !acts.test(html)
}

/** HTML with its comments blank, so that all else keeps its place, and the comments. One that is never closed is none. */
export function apartFromComments(html: string): { html: string; comments: string[] } {
  const parts: string[] = []
  const comments: string[] = []
  let from = 0
  for (let start = html.indexOf('<!--'); start >= 0; start = html.indexOf('<!--', from)) {
    const end = html.indexOf('-->', start + 4)
    if (end < 0) break
    const comment = html.slice(start, end + 3)
    comments.push(comment)
    parts.push(html.slice(from, start), comment.replace(/[^\r\n]/g, ' '))
    from = end + 3
  }
  return { html: parts.join('') + html.slice(from), comments }
}

/**
 * HTML as Markdown's nodes.
 *
 * @param place where it stands in the file
 * @param exact whether it stands there letter by letter, so that each node's place can be told; else all get `place`
 */
export function htmlToMdast(html: string, place: Position, exact: boolean): RootContent[] {
  const hast = fromHtml(html, { fragment: true })
  const root = toMdast(hast, { document: true, handlers: { table: tableOf, sup } }) as Root
  const positionOf = exact ? moved(place.start) : () => place
  placeAround(root)
  // outer nodes first: one without a place of its own stands where the node around it does
  walk(root, (node, _, parent) => {
    node.position = node.position ? positionOf(node.position) : (parent?.position ?? place)
  })
  root.position = place
  return root.children
}

/** A node that no element stands for, as the paragraph of a loose text, stands where its children do. */
function placeAround(node: Nodes): void {
  if (!('children' in node)) return
  for (const child of node.children) placeAround(child)
  const [first, last] = [node.children[0]?.position, node.children.at(-1)?.position]
  if (!node.position && first && last) node.position = { start: first.start, end: last.end }
}

const sup: Handle = (state, node: Element) => {
  const result = { type: 'superscript' as const, children: state.all(node) as PhrasingContent[] }
  state.patch(node as HastNodes, result)
  return result as unknown as ReturnType<Handle>
}

/** Moves places in a piece to places in the file. */
function moved(start: Point): (position: Position) => Position {
  const point = ({ line, column, offset }: Point): Point => ({
    line: line + start.line - 1,
    column: line === 1 ? column + start.column - 1 : column,
    ...(offset === undefined || start.offset === undefined ? {} : { offset: offset + start.offset }),
  })
  return (position) => ({ start: point(position.start), end: point(position.end) })
}
