import type { Nodes, PhrasingContent } from 'mdast'
import { foreignCandidates, foreignLanguage, speaksFor } from '../locale/foreign.ts'
import type { Language } from '../locale/locales.ts'
import { plainText } from '../model/text.ts'
import { holdsPhrases, isPhrase } from './phrasing.ts'

/**
 * Marks the passages of a document that are in another language than the rest, in place: a whole paragraph, cell or title, or a
 * sentence in it, what is emphasized, what stands in quotation marks or brackets. What a template has marked stays as it is.
 */
export function markForeign(node: Nodes, around: Language): void {
  if (node.type === 'sourceNotes' || node.type === 'foreign') return
  const holder = node as unknown as Record<string, unknown>
  for (const part of ['title', 'caption', 'by', 'children', 'sources', 'notes'])
    if (Array.isArray(holder[part])) holder[part] = marked(holder[part] as Nodes[], around)
}

/** Neighbours that stand in one line are one text; blocks have texts of their own. */
function marked(nodes: Nodes[], around: Language): Nodes[] {
  const block = nodes.findIndex((node) => !isPhrase(node))
  if (block < 0) return markedLine(nodes as PhrasingContent[], around)
  markForeign(nodes[block]!, around)
  const line = nodes.slice(0, block) as PhrasingContent[]
  return [...markedLine(line, around), nodes[block]!, ...marked(nodes.slice(block + 1), around)]
}

/** One passage, from the first piece that speaks for its language to the last; or else what is in each of its parts. */
function markedLine(nodes: PhrasingContent[], around: Language): PhrasingContent[] {
  const candidates = foreignCandidates(plainText(nodes), around)
  if (!candidates.length) return nodes
  const pieces = nodes.flatMap((node) => cuts.reduce((all, at) => all.flatMap((piece) => cut(piece, at)), [node]))
  for (const language of candidates) {
    const speaks = (piece: PhrasingContent) =>
      piece.type !== 'inlineCode' && speaksFor(language, plainText(piece), around)
    const [first, end] = reach(pieces, speaks)
    const passage = pieces.slice(first, end)
    if (passage.some(({ type }) => type === 'foreign') || foreignLanguage(plainText(passage), around) !== language)
      continue
    const [before, after] = [pieces.slice(0, first), pieces.slice(end)]
    return [
      ...markedLine(joined(before), around),
      ...foreign(joined(passage), language),
      ...markedLine(joined(after), around),
    ]
  }
  return nodes.flatMap((node) => within(node, around))
}

function within(node: PhrasingContent, around: Language): PhrasingContent[] {
  if (holdsPhrases(node)) return [{ ...node, children: markedLine(node.children, around) } as PhrasingContent]
  const parts = cuts.map((at) => cut(node, at)).find(({ length }) => length > 1)
  return parts ? joined(parts.flatMap((part) => markedLine([part], around))) : [node]
}

/** Where texts are cut: around what stands in quotation marks, before a sentence, around several words in brackets. */
const cuts = [
  /(["“”„«»]|(?<![\p{L}\p{N}])['‘’]|['‘’](?![\p{L}\p{N}]))/u,
  /(?<=[.!?:]["”“»«)]*\s+)(?=["“„«»(]*\p{Lu})/u,
  /(?=\([^()]*\s)|(?<=\([^()]*\s[^()]*\))/u,
]

function cut(node: PhrasingContent, at: RegExp): PhrasingContent[] {
  if (node.type !== 'text') return [node]
  const values = node.value.split(at).filter(Boolean)
  return values.length > 1 ? values.map((value) => ({ ...node, value })) : [node]
}

/** Pieces of one text as one again. */
function joined(pieces: PhrasingContent[]): PhrasingContent[] {
  const all: PhrasingContent[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (last?.type === 'text' && piece.type === 'text' && last.data === piece.data)
      all.splice(-1, 1, { ...last, value: last.value + piece.value })
    else all.push(piece)
  }
  return all
}

/** The first and the end of the pieces that speak, with the bracket that follows and both marks of a quotation. */
function reach(pieces: PhrasingContent[], speaks: (piece: PhrasingContent) => boolean): [number, number] {
  const begins = (piece: PhrasingContent | undefined, sign: RegExp) => piece?.type === 'text' && sign.test(piece.value)
  let first = Math.max(0, pieces.findIndex(speaks))
  let end = pieces.findLastIndex(speaks) + 1
  while (end && begins(pieces[end], /^\(/)) end++
  if (pieces.slice(first, end).filter((piece) => begins(piece, quotationMark)).length % 2) {
    if (begins(pieces[first - 1], quotationMark)) first--
    else if (begins(pieces[end], quotationMark)) end++
  }
  return [first, end]
}

const quotationMark = /^["“”„«»'‘’]$/u

/** A number, and a word with a colon, before a passage belong to what is around it: "4. ", "Title: ". */
const opening = /^[^\p{L}"“”„«»'‘(]*(?:\p{L}+:(?:\s+|$))?/u

function foreign([first, ...rest]: PhrasingContent[], language: Language): PhrasingContent[] {
  if (first?.type !== 'text') return [{ type: 'foreign', language, children: [first!, ...rest] }]
  const [before] = opening.exec(first.value)!
  const children = [{ ...first, value: first.value.slice(before.length) }, ...rest]
  return [...(before ? [{ ...first, value: before }] : []), { type: 'foreign', language, children }]
}
