import type { Table } from '../report.ts'
import { fold } from '../text.ts'
import { numberChanges } from './cells.ts'
import { type Change, changeOf, firstWords, type Lines, type Place } from './change.ts'
import { likeness, wordsOnce } from './likeness.ts'
import { type Move, movesAmong } from './moves.ts'
import { type Pair, type Pairing, paired } from './pairs.ts'
import { type Column, cellText, pairedColumns, pairedRows, type Row, rowText } from './rows.ts'
import { type Part, type Parts, partName } from './sections.ts'

/** Two tables that are the same, and how their rows and columns belong together. */
export interface TablePair extends Pair<Table> {
  rows: Pairing<Row>
  columns: Pairing<Column>
}

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
  const alike = (a: Table, b: Table) =>
    Math.max(likeness(caption(a), caption(b)), likeness(frame(a), frame(b)), likeness(content(a), content(b)))
  const named = ({ id, caption }: Table) => id && caption && fold(`${id} ${caption}`)
  const found = paired(old!, now!, [
    named,
    ({ caption }) => caption && fold(caption),
    { score: (a, b) => (a.id !== null && a.id === b.id ? alike(a, b) : 0), least: 0.3 },
    { score: alike, least: 0.6 },
  ])
  return { ...found, pairs: found.pairs.map(opened) }
}

/** A pair of tables with their rows and columns. */
export function opened({ before, after }: Pair<Table>): TablePair {
  const columns = pairedColumns(before, after)
  return { before, after, columns, rows: pairedRows(before, after, columns) }
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

/** What is other in the rows, columns and cells of a table. */
export function gridChanges({ before, after, rows, columns }: TablePair, place: Partial<Place>): Change[] {
  const row = (kind: Change['kind'], old: Row | null, now: Row | null, more: Partial<Change> = {}) =>
    changeOf({
      kind,
      what: 'row',
      name: (now ?? old)!.name,
      lines: { before: old && lineOf(old), after: now && lineOf(now) },
      ...more,
      place: { ...place, row: (now ?? old)!.name },
    })
  const column = (kind: Change['kind'], old: Column | null, now: Column | null, more: Partial<Change> = {}) =>
    changeOf({
      kind,
      what: 'column',
      name: (now ?? old)!.name,
      lines: { before: old && before.lines, after: now && after.lines },
      ...more,
      place: { ...place, column: (now ?? old)!.name },
    })
  const shifted = ({ from, to }: { from: number; to: number }) => ({ moved: { from: `${from}`, to: `${to}` } })
  const oldRows = [...rows.pairs.map((pair) => pair.before)].toSorted((a, b) => a.at - b.at)
  const oldColumns = [...columns.pairs.map((pair) => pair.before)].toSorted((a, b) => a.at - b.at)
  const textOfColumn = ({ name, cells }: Column) => [name, ...cells.map(cellText)].join(' | ')
  return [
    ...columns.removed.map((each) => column('removed', each, null, { before: textOfColumn(each) })),
    ...columns.added.map((each) => column('added', null, each, { after: textOfColumn(each) })),
    ...columns.pairs.flatMap(({ before: old, after: now }) =>
      old.name === now.name ? [] : [column('changed', old, now, { before: old.name, after: now.name })],
    ),
    ...movesAmong(columns.pairs, oldColumns, textOfColumn).map((move) =>
      column('moved', move.before, move.after, shifted(move)),
    ),
    ...rows.removed.map((each) => row('removed', each, null, { before: rowText(each.cells) })),
    ...rows.added.map((each) => row('added', null, each, { after: rowText(each.cells) })),
    ...rows.pairs.flatMap(({ before: old, after: now }) => {
      const [from, to] = [cellText(old.cells[0]!), cellText(now.cells[0]!)]
      return from === to ? [] : [row('changed', old, now, { before: from, after: to })]
    }),
    ...movesAmong(rows.pairs, oldRows, ({ cells }) => rowText(cells)).map((move) =>
      row('moved', move.before, move.after, shifted(move)),
    ),
    ...cellChanges(rows, columns, place),
  ]
}

const lineOf = ({ cells }: Row): Lines => [cells[0]!.line, cells[0]!.line]

/** The cells of the same row and column; one that a row-span filled down is told once. */
function cellChanges(rows: Pairing<Row>, columns: Pairing<Column>, place: Partial<Place>): Change[] {
  return columns.pairs
    .filter(({ before, after }) => before.at && after.at)
    .flatMap((column) => {
      let last = ''
      return rows.pairs.flatMap((row): Change[] => {
        const [old, now] = [row.before.cells[column.before.at]!, row.after.cells[column.after.at]!]
        const [from, to] = [cellText(old), cellText(now)]
        const isFilled = last === `${from}\n${to}` && !old.values && !now.values
        last = `${from}\n${to}`
        if (from === to || isFilled) return []
        const names = { row: row.after.name, column: column.after.name || null }
        return [
          changeOf({
            kind: 'changed',
            what: 'cell',
            name: [place.table, names.row, names.column].filter(Boolean).join(', '),
            place: { ...place, ...names },
            before: from,
            after: to,
            numbers: numberChanges(old, now),
            lines: { before: [old.line, old.line], after: [now.line, now.line] },
          }),
        ]
      })
    })
}
