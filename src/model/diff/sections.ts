import type { Report, Section } from '../report.ts'
import { everySection } from '../sections.ts'
import { fold } from '../text.ts'
import { type Change, changeOf, type Lines } from './change.ts'
import { likeness, wordsOnce } from './likeness.ts'
import { movesAmong } from './moves.ts'
import { type Pair, type Pairing, paired } from './pairs.ts'
import { type Passage, passagesOf } from './passages.ts'

/** A section with what it takes to find it again. */
export interface Part {
  section: Section
  parent: Part | null
  passages: Passage[]
}

/** The parts of two reports, those that are the same section paired. */
export interface Parts extends Pairing<Part> {
  before: Part[]
  after: Part[]
  /** The part of a section, by its id. */
  beforeOf(id: string | null): Part | null
  afterOf(id: string | null): Part | null
  /** Are two parts the same? Null stands for what is before the first section. */
  isSame(before: Part | null, after: Part | null): boolean
}

export function partsOf(before: Report, after: Report): Parts {
  const [old, now] = [allParts(before), allParts(after)]
  const title = wordsOnce<Part>(({ section }) => section.title)
  const body = wordsOnce<Part>(({ passages }) => passages.map(({ text }) => text).join(' '))
  const found = paired(old, now, [
    ({ section }) => `${section.number} ${fold(section.title)}`,
    ({ section, parent }) => `${parent && fold(parent.section.title)} ${fold(section.title)}`,
    ({ section }) => fold(section.title),
    { score: (a, b) => Math.max(likeness(title(a), title(b)), likeness(body(a), body(b))), least: 0.5 },
    ({ section }) => section.number,
  ])
  const partner = new Map(found.pairs.map((pair) => [pair.before, pair.after]))
  const [byOldId, byNewId] = [old, now].map((parts) => new Map(parts.map((part) => [part.section.id, part])))
  return {
    ...found,
    before: old,
    after: now,
    beforeOf: (id) => byOldId!.get(id ?? '') ?? null,
    afterOf: (id) => byNewId!.get(id ?? '') ?? null,
    isSame: (from, to) => (from && to ? partner.get(from) === to : from === to),
  }
}

function allParts(report: Report): Part[] {
  const passages = passagesOf(report)
  const parents = new Map<Section, Part>()
  return [...everySection(report.sections)].map((section) => {
    const part = { section, parent: parents.get(section) ?? null, passages: passages.get(section)! }
    for (const child of section.children) parents.set(child, part)
    return part
  })
}

/** "5.3 Cranes" */
export const partName = (part: Part | null) =>
  part && [part.section.number, part.section.title].filter(Boolean).join(' ')

const linesOfPart = (part: Part | null): Lines | null => part && [part.section.line, part.section.endLine]

export function sectionChanges(parts: Parts): Change[] {
  return [
    ...parts.removed.map((part) => told('removed', part, null, { before: textOf(part) })),
    ...parts.added.map((part) => told('added', null, part, { after: textOf(part) })),
    ...parts.pairs.flatMap(({ before, after }) => renamed(before, after)),
    ...movedParts(parts),
  ]
}

function told(kind: Change['kind'], before: Part | null, after: Part | null, more: Partial<Change>): Change {
  const part = (after ?? before)!
  const lines = { before: linesOfPart(before), after: linesOfPart(after) }
  const place = { section: partName(part.parent) }
  return changeOf({ kind, what: 'section', name: partName(part)!, ...more, place, lines })
}

/** A section that is new or gone, with its text; its tables and cards are told on their own. */
const textOf = ({ section, passages }: Part) => [section.title, ...passages.map(({ text }) => text)].join('\n')

function renamed(before: Part, after: Part): Change[] {
  const [from, to] = [before.section.title, after.section.title]
  return from === to ? [] : [told('changed', before, after, { before: from, after: to })]
}

/** Sections that have another parent, number or place among those of their parent. */
function movedParts(parts: Parts): Change[] {
  const { pairs, before, isSame } = parts
  const shifted = new Set<Part>()
  const siblings = new Map<Part | null, Pair<Part>[]>()
  const moves: Change[] = []
  const move = (pair: Pair<Part>, from: string, to: string) => {
    shifted.add(pair.after)
    moves.push(told('moved', pair.before, pair.after, { moved: { from, to } }))
  }
  for (const pair of pairs) {
    const [old, now] = [pair.before.parent, pair.after.parent]
    if (isSame(old, now)) siblings.set(now, [...(siblings.get(now) ?? []), pair])
    else move(pair, partName(old) ?? '', partName(now) ?? '')
  }
  for (const group of siblings.values())
    for (const { from, to, ...pair } of movesAmong(group, before, textOf)) move(pair, String(from), String(to))
  for (const pair of pairs) {
    const [old, now] = [pair.before.section.number, pair.after.section.number]
    if (old !== now && !shifted.has(pair.after)) move(pair, old ?? '', now ?? '')
  }
  return moves
}
