import type { Card, Report } from '../report.ts'
import { fold, plainText } from '../text.ts'
import { type Change, changeOf } from './change.ts'
import { likeness, wordsOnce } from './likeness.ts'
import { movesAmong } from './moves.ts'
import { paired } from './pairs.ts'
import { type Parts, partName } from './sections.ts'

/** The cards of two reports, type by type. What their text says is told as text. */
export function cardChanges(before: Report, after: Report, parts: Parts): Change[] {
  const types = new Set([...before.cards, ...after.cards].map(({ type }) => type))
  return [...types].flatMap((type) => {
    const ofType = (report: Report) => report.cards.filter((card) => card.type === type)
    return changesOfType(ofType(before), ofType(after), parts)
  })
}

function changesOfType(before: Card[], after: Card[], parts: Parts): Change[] {
  const title = wordsOnce<Card>((card) => card.title)
  const content = wordsOnce<Card>(textOf)
  const alike = (a: Card, b: Card) => Math.max(likeness(title(a), title(b)), likeness(content(a), content(b)))
  const { pairs, removed, added } = paired(before, after, [
    ({ id, title }) => `${id} ${fold(title)}`,
    ({ title }) => fold(title),
    { score: alike, least: 0.6 },
    { score: (a, b) => (a.id === b.id ? alike(a, b) : 0), least: 0.3 },
  ])
  const told = (kind: Change['kind'], from: Card | null, to: Card | null, more: Partial<Change>, field?: string) => {
    const part = to ? parts.afterOf(to.section) : parts.beforeOf(from!.section)
    const { title: name } = (to ?? from)!
    const place = { section: partName(part), card: name, field: field ?? null }
    const lines = { before: from?.lines ?? null, after: to?.lines ?? null }
    return changeOf({ kind, what: 'card', name, ...more, place, lines })
  }
  const shifted = movesAmong(pairs, before, textOf)
  const renumbered = pairs.filter(
    (pair) => numberOf(pair.before) !== numberOf(pair.after) && !shifted.some(({ after }) => after === pair.after),
  )
  return [
    ...removed.map((card) => told('removed', card, null, { before: textOf(card) })),
    ...added.map((card) => told('added', null, card, { after: textOf(card) })),
    ...shifted.map((move) =>
      told('moved', move.before, move.after, { moved: { from: String(move.from), to: String(move.to) } }),
    ),
    ...renumbered.map((pair) =>
      told('moved', pair.before, pair.after, { moved: { from: numberOf(pair.before), to: numberOf(pair.after) } }),
    ),
    ...pairs.flatMap(({ before: old, after: now }) =>
      otherFields(old, now).map((field) =>
        told('changed', old, now, { before: printed(old.fields[field]), after: printed(now.fields[field]) }, field),
      ),
    ),
  ]
}

const numberOf = ({ fields }: Card) => String(fields.number ?? '')

const printed = (value: Card['fields'][string] | undefined) => (value == null ? null : String(value))

/** The title and the text of a card; of one that was read from a table its fields. */
function textOf({ title, body, fields }: Card): string {
  const text = plainText(body)
  return [title, ...(text ? [text] : Object.values(fields).map((value) => printed(value) ?? ''))].join('\n')
}

/** Fields with another value, those left out that repeat what stands in the text. */
function otherFields(before: Card, after: Card): string[] {
  const texts = [before, after].map(({ body }) => fold(plainText(body)))
  const isInText = (value: string | null, at: number) => value === null || texts[at]!.includes(fold(value))
  return [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])].filter((field) => {
    if (field === 'number') return false
    const [old, now] = [printed(before.fields[field]), printed(after.fields[field])]
    return old !== now && !(isInText(old, 0) && isInText(now, 1))
  })
}
