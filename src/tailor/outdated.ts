import type { List, Nodes, Parent, PhrasingContent, RootContent, Text } from 'mdast'
import type { Slide } from '../document/nodes.ts'
import type { Source } from '../document/source.ts'
import type { Statement } from '../editorial/editorial.ts'
import { locales } from '../locale/locales.ts'
import type { Report } from '../model/report.ts'
import { escapeRegExp } from '../model/text.ts'
import { type Change, cellName, changesOf } from '../update/changes.ts'
import { renewed } from '../update/renew.ts'
import type { Stale } from '../update/stale.ts'
import { languageOf, type Rendering } from './rendering.ts'
import { placesSource, updateText } from './source-line.ts'

/**
 * Deals with the sentences in a piece of the report that updates made untrue, as the audience wants it: shown with the new number
 * and a mark, or left out. The piece must be a copy.
 *
 * @param lines the lines of the piece
 */
export function mendSentences(piece: Nodes, [first, last]: [number, number], rendering: Rendering): void {
  const near = rendering.untrue.filter(({ line }) => line >= first && line <= last)
  for (const sentence of new Set(near.map((stale) => stale.sentence))) {
    const all = near.filter((stale) => stale.sentence === sentence).toSorted((a, b) => a.at - b.at)
    const places = placesIn(piece, sentence, all)
    if (!places) continue
    for (const stale of all) rendering.outdated.sentences.add(stale)
    const { stale: policy } = rendering.audience
    if (policy === 'leave-out') exchange(piece, places.from, places.to, '')
    if (policy !== 'show') continue
    exchange(piece, places.end, places.end, ` [${markOf(all, rendering)}]`)
    for (const [at, { now, fits }] of [...all.entries()].reverse()) {
      const [from, to] = places.said[at]!
      if (now !== null && fits) exchange(piece, from, to, now)
    }
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

/** Where a sentence and what is said in it stand in the text of a piece; `end` is before its last sign. */
function placesIn(piece: Nodes, sentence: string, all: Stale[]) {
  const cuts = all.flatMap(({ at, said }) => [at, at + said.length])
  const parts = [0, ...cuts, sentence.length]
    .map((from, index, list) => sentence.slice(from, list[index + 1]))
    .slice(0, -1)
  const pattern = parts.map((part) => `(${escapeRegExp(part).replace(/\s+/g, '\\s+')})`).join('')
  const match = new RegExp(`${pattern}(\\s*)`, 'd').exec(textOf(piece))
  if (!match) return null
  const groups = match.indices!
  const to = groups[parts.length]![1]
  return { from: match.index, end: to, to: groups[parts.length + 1]![1], said: all.map((_, at) => groups[2 * at + 2]!) }
}

/** The texts of a piece with where each begins; a line break is a space. */
function textsOf(piece: Nodes): { node: Text; from: number }[] {
  const found: { node: Text; from: number }[] = []
  let length = 0
  const walk = (node: Nodes) => {
    if (node.type === 'break') length++
    else if (node.type === 'text') {
      found.push({ node, from: length })
      length += node.value.length
    } else if ('children' in node) (node.children as Nodes[]).forEach(walk)
  }
  walk(piece)
  return found
}

function textOf(piece: Nodes): string {
  return textsOf(piece).reduce((text, { node, from }) => text.padEnd(from) + node.value, '')
}

/** Puts a text in the place of a stretch of a piece's text. What becomes empty goes. */
function exchange(piece: Nodes, from: number, to: number, text: string): void {
  const touched = textsOf(piece).filter(({ node, from: start }) => start <= to && start + node.value.length >= from)
  for (const [index, { node, from: start }] of touched.entries()) {
    const [low, high] = [Math.max(0, from - start), Math.max(0, to - start)]
    node.value = node.value.slice(0, low) + (index ? '' : text) + node.value.slice(high)
  }
  if (!text) dropEmpty(piece)
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
  const sources = changes.map((change) => sourceOf(change, rendering.file))
  const list: List = {
    type: 'list',
    children: changes.map((change, at) => ({
      type: 'listItem',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: told(change, rendering) }] }],
      data: { sources: [sources[at]!] },
    })),
  }
  const title: PhrasingContent[] = [{ type: 'text', value: words.updates }]
  if (kind === 'brief') return [{ type: 'callout', title, children: [list] }]
  const slide: Slide = {
    type: 'slide',
    title,
    isTitle: false,
    sources: [placesSource(sources, rendering)],
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

function sourceOf({ line, table, row, column, file: name, fileLine, date, source }: Change, file: string): Source {
  return { file, lines: [line, line], table, row, column, updated: { file: name, line: fileLine, date, source } }
}

/** The data files that had a say in what a document says of outdated sentences, also where it is silent. */
export function filesBehind(rendering: Rendering): string[] {
  return [...new Set(changesBehind(rendering).map(({ file }) => file))].sort()
}
