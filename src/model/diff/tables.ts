import type { Table } from '../report.ts'
import { fold } from '../text.ts'
import { type Change, changeOf, firstWords, type Lines, type Place } from './change.ts'
import { gridChanges, opened, type TablePair } from './grid.ts'
import { likeness, wordsOnce } from './likeness.ts'
import { type Move, movesAmong } from './moves.ts'
import { type Pair, type Pairing, paired } from './pairs.ts'
import { rowText } from './rows.ts'
import { type Part, type Parts, partName } from './sections.ts'

export interface Tables extends Pairing<Table> {
  pairs: TablePair[]
}

/** Boxes are sections, studies are told as studies. */
const apart = new Set<Table['kind']>(['box', 'study'])

export function pairedTables(before: Table[], after: Table[]): Tables {
  const [old, now] = [before, after].map((tables) => tables.filter(({ kind }) => !apart.has(kind)))
  const caption = wordsOnce<Table>((table) => table.caption ?? '')
  const frame = wordsOnce<Table>(({ header, rows }) =>
    [...(header ?? []), ...rows.map(([first]) => first?.text)].join(' '),
  )
  const content = wordsOnce<Table>(gridText)
  const alike = (a: Table, b: Table) => {
    const each = [caption, frame, content].map((words) => likeness(words(a), words(b)))
    // of tables that are alike in one way: the one below the same title, else the one that is alike in more
    const isHome = a.section !== null && a.section === b.section && /^\p{L}/u.test(a.section)
    return Math.max(...each) + (isHome ? 0.1 : 0) + each.reduce((sum, one) => sum + one, 0) / 1000
  }
  const named = ({ id, caption }: Table) => id && caption && fold(`${id} ${caption}`)
  const found = paired(old!, now!, [
    named,
    ({ caption }) => caption && fold(caption),
    { score: (a, b) => (a.id !== null && a.id === b.id ? alike(a, b) : 0), least: 0.3 },
    { score: alike, least: 0.6 },
  ])
  return { ...found, pairs: found.pairs.map(opened) }
}

/** What a table is called: by its number, its caption or its first words. */
export const nameOfTable = ({ id, caption, header, rows }: Table) =>
  id ?? firstWords(caption ?? header?.filter(Boolean).join(' | ') ?? (rows[0] ? rowText(rows[0]) : ''))

export function tableChanges(tables: Tables, before: Table[], parts: Parts): Change[] {
  return [
    ...tables.removed.map((table) =>
      told('removed', table, null, parts, { before: [table.caption, gridText(table)].filter(Boolean).join('\n') }),
    ),
    ...tables.added.map((table) =>
      told('added', null, table, parts, { after: [table.caption, gridText(table)].filter(Boolean).join('\n') }),
    ),
    ...movedTables(tables, before, parts),
    ...tables.pairs.flatMap((pair) => [
      ...aboutChanges(pair, parts),
      ...gridChanges(pair, { section: partName(parts.afterOf(pair.after.section)), table: nameOfTable(pair.after) }),
    ]),
  ]
}

const gridText = ({ header, rows }: Table) => [...(header ? [header.join(' | ')] : []), ...rows.map(rowText)].join('\n')

function told(
  kind: Change['kind'],
  before: Table | null,
  after: Table | null,
  parts: Parts,
  more: Partial<Omit<Change, 'place'>> & { place?: Partial<Place> },
): Change {
  const part = after ? parts.afterOf(after.section) : parts.beforeOf(before!.section)
  const table = (after ?? before)!
  const name = nameOfTable(table)
  const lines = { before: before && linesOfTable(before), after: after && linesOfTable(after) }
  return changeOf({ kind, what: 'table', name, ...more, place: { section: partName(part), ...more.place }, lines })
}

const linesOfTable = ({ lines, captionLine }: Table): Lines | null => {
  const first = captionLine ?? lines?.[0]
  return first === undefined ? null : [Math.min(first, lines?.[0] ?? first), Math.max(first, lines?.[1] ?? first)]
}

/** Tables with another number, in another section, or in another order there. */
function movedTables({ pairs }: Tables, before: Table[], parts: Parts): Change[] {
  const home = new Map<Part | null, TablePair[]>()
  const moves = pairs.flatMap((pair) => {
    const [from, to] = [parts.beforeOf(pair.before.section), parts.afterOf(pair.after.section)]
    const isHome = parts.isSame(from, to)
    if (isHome) home.set(to, [...(home.get(to) ?? []), pair])
    const ids = pair.before.id !== pair.after.id && { from: pair.before.id ?? '', to: pair.after.id ?? '' }
    const moved = ids || (isHome ? null : { from: partName(from) ?? '', to: partName(to) ?? '' })
    return moved ? [told('moved', pair.before, pair.after, parts, { moved })] : []
  })
  const renumbered = new Set(moves.map(({ name }) => name))
  const order = [...home.values()]
    .flatMap((group): Move<Table>[] => movesAmong(group, before, gridText))
    .filter(({ after }) => !renumbered.has(nameOfTable(after)))
  return [
    ...moves,
    ...order.map(({ before, after, from, to }) =>
      told('moved', before, after, parts, { moved: { from: String(from), to: String(to) } }),
    ),
  ]
}

/** What is said of a table around it. */
function aboutChanges({ before, after }: Pair<Table>, parts: Parts): Change[] {
  const facts = ({ caption, source, notes }: Table) => ({ caption, source, notes: notes.join('\n') || null })
  const [old, now] = [facts(before), facts(after)]
  return (['caption', 'source', 'notes'] as const).flatMap((field) =>
    old[field] === now[field]
      ? []
      : [told('changed', before, after, parts, { before: old[field], after: now[field], place: { field } })],
  )
}
