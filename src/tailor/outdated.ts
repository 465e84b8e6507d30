import type { Break, List, Nodes, Parent, PhrasingContent, RootContent, Text } from 'mdast'
import type { Slide } from '../document/nodes.ts'
import { sourcesFrom } from '../document/source.ts'
import type { Statement } from '../editorial/editorial.ts'
import { locales } from '../locale/locales.ts'
import type { Report } from '../model/report.ts'
import { lineRanges } from '../origin/line-ranges.ts'
import { offsetOf } from '../origin/offset-of.ts'
import { type Origin, partOf } from '../origin/origin.ts'
import { stretched } from '../origin/stretched.ts'
import { concat, emptyText, framing, placeAt, slice, type Traced } from '../origin/traced.ts'
import { type Change, cellName, changesOf } from '../update/changes.ts'
import { renewed } from '../update/renew.ts'
import type { Stale } from '../update/stale.ts'
import { linesOrigin } from './origins.ts'
import { languageOf, type Rendering } from './rendering.ts'
import { placesSource, updateText } from './source-line.ts'

/**
 * Deals with the sentences in a piece of the report that updates made untrue, as the audience wants it: shown with the new number
 * and a mark, or left out. The piece must be a copy with its positions.
 */
export function mendSentences(piece: Nodes, rendering: Rendering): void {
  if (!rendering.untrue.length) return
  const written = concat(textsOf(piece).map(({ node }) => tracedNode(node)))
  const { stale: policy } = rendering.audience
  const found = placesIn(written, rendering.untrue)
  for (const { all } of found) for (const { stale } of all) rendering.outdated.sentences.add(stale)
  // the last first, so that what stands before stays where it is
  for (const { from, end, all } of found.toReversed()) {
    if (policy === 'leave-out') put(piece, from, end + /^\s*/.exec(written.text.slice(end))![0].length, emptyText)
    if (policy !== 'show') continue
    const mark = markOf(
      all.map(({ stale }) => stale),
      rendering,
    )
    put(piece, end, end, framing(` [${mark}]`))
    for (const { stale, said } of all.toReversed())
      if (stale.now !== null && stale.fits)
        put(piece, ...said, { text: stale.now, origin: newOrigin(stale.now, stale, partOf(written.origin, ...said)) })
  }
}

/** "updated; in the report 7,554; no longer holds: higher" */
function markOf(all: Stale[], rendering: Rendering): string {
  const { words } = locales[languageOf(rendering)]
  const list = (kind: Stale['kind']) => all.filter((stale) => stale.kind === kind)
  const numbers = list('number').map(({ said, now, fits }) =>
    now !== null && !fits ? `${said}, ${words.now} ${now}` : said,
  )
  const compared = list('comparison').map(({ said }) => said)
  return [
    ...(numbers.length ? [words.updated, `${words.inReport} ${numbers.join('; ')}`] : []),
    ...(compared.length ? [`${words.outdated}: ${compared.join('; ')}`] : []),
  ].join('; ')
}

/** A statement that rests on updated figures, with those that it tells itself as they are now, and the mark behind it. */
export function markedStatement(statement: Statement, rendering: Rendering): Statement {
  const locale = locales[languageOf(rendering)]
  const text = renewed(statement.text, changesBelow(statement, rendering.report), locale)
  return { ...statement, text: `${text} \\[${locale.words.basisUpdated}\\]` }
}

/** A sentence in the text of a piece, or what the piece has of it, and what is said in it that is untrue. */
interface Found {
  from: number
  end: number
  all: { stale: Stale; said: [number, number] }[]
}

/** The untrue sentences in the text of a piece, each where its letters stand. */
function placesIn({ text, origin }: Traced, untrue: Stale[]): Found[] {
  const lines = new Set(lineRanges(origin).flatMap(({ lines: [first, last] }) => range(first, last)))
  const found = new Map<string, Found>()
  for (const stale of untrue) {
    if (!lines.has(stale.line)) continue
    const at = (letter: number) => {
      const place = placeAt({ text: stale.sentence, origin: stale.origin }, letter)
      return place && offsetOf(origin, place)
    }
    const [from, to] = [at(stale.at), at(stale.at + stale.said.length - 1)]
    if (from === null || to === null) continue
    const [start, last] = [at(0) ?? 0, at(stale.sentence.length - 1)]
    const key = `${start} ${last}`
    const known = found.get(key) ?? { from: start, end: last === null ? text.length : last + 1, all: [] }
    known.all.push({ stale, said: [from, to + 1] })
    known.all.sort((a, b) => a.said[0] - b.said[0])
    found.set(key, known)
  }
  return [...found.values()].sort((a, b) => a.from - b.from)
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at)

/** The texts of a piece and its line breaks, which are a space, with where each begins. */
function textsOf(piece: Nodes): { node: Text | Break; from: number }[] {
  const found: { node: Text | Break; from: number }[] = []
  let length = 0
  const walk = (node: Nodes) => {
    if (node.type === 'break' || node.type === 'text') {
      found.push({ node, from: length })
      length += node.type === 'break' ? 1 : node.value.length
    } else if ('children' in node) (node.children as Nodes[]).forEach(walk)
  }
  walk(piece)
  return found
}

function tracedNode(node: Text | Break): Traced {
  const text = node.type === 'break' ? ' ' : node.value
  const origin = node.data?.origin
  return origin && node.type === 'text' ? { text, origin: stretched(origin, text.length) } : framing(text)
}

/** The origin of a number in the place of one that is untrue: data files gave it, by the cells that changed. */
function newOrigin(now: string, { changes }: Stale, replaced: Origin): Origin {
  const { length } = now
  return changes.reduce<Origin>(
    (of, { file, fileLine: line, date, source }) => ({ kind: 'updated', file, line, date, source, of, length }),
    stretched(replaced, length),
  )
}

/** Puts a text in the place of a stretch of a piece's text. What becomes empty goes. */
function put(piece: Nodes, from: number, to: number, text: Traced): void {
  const texts = textsOf(piece).filter((each): each is { node: Text; from: number } => each.node.type === 'text')
  const touched = texts.filter(({ node, from: start }) => start <= to && start + node.value.length >= from)
  for (const [index, { node, from: start }] of touched.entries()) {
    const [low, high] = [Math.max(0, from - start), Math.max(0, to - start)]
    const own = tracedNode(node)
    const made = concat([slice(own, 0, low), index ? emptyText : text, slice(own, high)])
    node.value = made.text
    node.data = { ...node.data, origin: made.origin }
  }
  if (!text.text) dropEmpty(piece)
}

function dropEmpty(node: Nodes): void {
  if (!('children' in node)) return
  for (const child of node.children) dropEmpty(child)
  const isEmpty = (child: Nodes) =>
    'children' in child ? !child.children.length : child.type === 'text' && !child.value
  ;(node as Parent).children = (node as Parent).children.filter((child) => !isEmpty(child))
}

/** The list of the cells behind what a document marks as updated, each as the report has it and as it is now. */
export function updateNote(kind: 'brief' | 'deck', rendering: Rendering): RootContent[] {
  const changes = changesBehind(rendering)
  if (rendering.audience.stale !== 'show' || !changes.length) return []
  const { words } = locales[languageOf(rendering)]
  const texts = changes.map((change) => told(change, rendering))
  const origins = changes.map((change, at) => originOfChange(change, texts[at]!.length, rendering.file))
  const list: List = {
    type: 'list',
    children: texts.map((value, at) => ({
      type: 'listItem',
      children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
      data: { origin: origins[at]! },
    })),
  }
  const title: PhrasingContent[] = [{ type: 'text', value: words.updates }]
  if (kind === 'brief') return [{ type: 'callout', title, children: [list] }]
  const slide: Slide = {
    type: 'slide',
    title,
    isTitle: false,
    sources: [placesSource(origins.flatMap(sourcesFrom), rendering)],
    notes: [],
    children: [list],
  }
  return [slide]
}

/** "Table 2.1, Boats, North: in the report 12, now 14; updated 1 March 2026, source Port Authority." */
function told(change: Change, rendering: Rendering): string {
  const { words } = locales[languageOf(rendering)]
  const { table, row, column, before, after } = change
  const name = [rendering.sentenceCase(table), row, column].filter(Boolean).join(', ')
  return `${name}: ${words.inReport} ${before}, ${words.now} ${after}${updateText([change], rendering)}.`
}

/** The changed cells behind the sentences and statements that updates made untrue, each once. */
function changesBehind({ outdated, report }: Rendering): Change[] {
  const all = [
    ...[...outdated.sentences].flatMap(({ changes }) => changes),
    ...[...outdated.statements].flatMap((statement) => changesBelow(statement, report)),
  ]
  return [...new Map(all.map((change) => [cellName(change), change])).values()]
}

/** The cells below a statement, or below a sentence that it rests on, that updates changed and that matter for it. */
export function changesBelow({ standing }: Statement, report: Report): Change[] {
  const names = new Set(standing.cells.map(cellName))
  return changesOf(report).filter((change) => names.has(cellName(change)))
}

/** Is it updates, and nothing else, that a statement is stale for? */
export function isUpdated(statement: Statement, report: Report): boolean {
  const { words, cells } = statement.standing
  return !words.length && cells.length > 0 && changesBelow(statement, report).length === cells.length
}

function originOfChange(change: Change, length: number, file: string): Origin {
  const { line, table, row, column, file: name, fileLine, date, source } = change
  const of = linesOrigin(file, [line, line], length)
  const updated: Origin = { kind: 'updated', file: name, line: fileLine, date, source, of, length }
  return { kind: 'cell', table, row, column, of: updated }
}

/** The data files that had a say in what a document says of outdated sentences, also where it is silent. */
export function filesBehind(rendering: Rendering): string[] {
  return [...new Set(changesBehind(rendering).map(({ file }) => file))].sort()
}
