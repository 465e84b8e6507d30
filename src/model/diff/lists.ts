import type { Entity, Footnote, linkSchema, Reference, Report } from '../report.ts'
import { fold } from '../text.ts'
import { type Change, changeOf, firstWords, type Lines } from './change.ts'
import { likeness, wordsOnce } from './likeness.ts'
import { paired } from './pairs.ts'

/** Notes go by their text; another number is a move. A mark without a note is told by its number. */
export function footnoteChanges(before: Report, after: Report): Change[] {
  const words = wordsOnce<Footnote>(({ text }) => text ?? '')
  const { pairs, removed, added } = paired(before.footnotes, after.footnotes, [
    ({ number, text }) => `${number} ${text}`,
    ({ text }) => text && fold(text),
    { score: (a, b) => likeness(words(a), words(b)), least: 0.6 },
    ({ number }) => String(number),
  ])
  const told = (kind: Change['kind'], old: Footnote | null, now: Footnote | null, moved: Change['moved'] = null) =>
    changeOf({
      kind,
      what: 'footnote',
      name: String((now ?? old)!.number),
      before: old?.text ?? null,
      after: now?.text ?? null,
      lines: { before: old && linesOfNote(old), after: now && linesOfNote(now) },
      moved,
    })
  return [
    ...removed.map((note) => told('removed', note, null)),
    ...added.map((note) => told('added', null, note)),
    ...pairs.flatMap(({ before: old, after: now }) => [
      ...(old.text === now.text ? [] : [told('changed', old, now)]),
      ...(old.number === now.number
        ? []
        : [told('moved', old, now, { from: String(old.number), to: String(now.number) })]),
    ]),
  ]
}

function linesOfNote({ definitionLine, referenceLines }: Footnote): Lines | null {
  const line = definitionLine ?? referenceLines[0]
  return line === undefined ? null : [line, line]
}

/** What the report's literature lists. */
export function referenceChanges(before: Report, after: Report): Change[] {
  const words = wordsOnce<Reference>(printed)
  const { pairs, removed, added } = paired(before.references, after.references, [
    printed,
    ({ title }) => fold(title),
    { score: (a, b) => likeness(words(a), words(b)), least: 0.6 },
  ])
  const told = (kind: Change['kind'], old: Reference | null, now: Reference | null) =>
    changeOf({
      kind,
      what: 'reference',
      name: firstWords((now ?? old)!.title),
      before: old && printed(old),
      after: now && printed(now),
      lines: { before: old?.lines ?? null, after: now?.lines ?? null },
    })
  return [
    ...removed.map((reference) => told('removed', reference, null)),
    ...added.map((reference) => told('added', null, reference)),
    ...pairs.flatMap((pair) =>
      printed(pair.before) === printed(pair.after) ? [] : [told('changed', pair.before, pair.after)],
    ),
  ]
}

const printed = ({ authors, year, title, publisher }: Reference) =>
  [authors.join(', '), year === null ? '' : `(${year})`, title, publisher].filter(Boolean).join(' ')

type Link = ReturnType<typeof linkSchema.parse>

/** Where links lead, where their words are still there: words that are new or gone are told as text. */
export function linkChanges(before: Report, after: Report): Change[] {
  const { pairs } = paired<Link>(before.links, after.links, [
    ({ text, url }) => `${text} ${url}`,
    ({ text }) => fold(text),
  ])
  return pairs.flatMap(({ before: old, after: now }) =>
    old.url === now.url
      ? []
      : [
          changeOf({
            kind: 'changed',
            what: 'link',
            name: firstWords(now.text),
            before: old.url,
            after: now.url,
            lines: { before: [old.line, old.line], after: [now.line, now.line] },
          }),
        ],
  )
}

/** Entities that a report knows; what its tables say of them is told as cells. */
export function entityChanges(before: Report, after: Report): Change[] {
  const { pairs, removed, added } = paired(before.entities, after.entities, [({ type, name }) => `${type} ${name}`])
  const told = (kind: Change['kind'], old: Entity | null, now: Entity | null) =>
    changeOf({
      kind,
      what: 'entity',
      name: (now ?? old)!.name,
      before: old && named(old),
      after: now && named(now),
    })
  return [
    ...removed.map((entity) => told('removed', entity, null)),
    ...added.map((entity) => told('added', null, entity)),
    ...pairs.flatMap((pair) =>
      named(pair.before) === named(pair.after) ? [] : [told('changed', pair.before, pair.after)],
    ),
  ]
}

const named = ({ name, aliases }: Entity) => [name, ...aliases].join(', ')

/** What the report says of itself. */
export function titleChanges(before: Report, after: Report): Change[] {
  return (['title', 'subtitle', 'publisher', 'date', 'language'] as const).flatMap((field) =>
    before[field] === after[field]
      ? []
      : [
          changeOf({
            kind: 'changed',
            what: 'report',
            name: field,
            before: before[field],
            after: after[field],
            place: { field },
          }),
        ],
  )
}
