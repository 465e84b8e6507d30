import type { Cell, Table } from '../report.ts'
import { numberChanges } from './cells.ts'
import { type Change, changeOf, type Lines, type Place } from './change.ts'
import { movesAmong } from './moves.ts'
import type { Pair, Pairing } from './pairs.ts'
import { type Column, cellText, pairedColumns, pairedRows, type Row, rowText } from './rows.ts'

/** Two tables that are the same, and how their rows and columns belong together. */
export interface TablePair extends Pair<Table> {
  rows: Pairing<Row>
  columns: Pairing<Column>
}

/** A pair of tables with their rows and columns. */
export function opened({ before, after }: Pair<Table>): TablePair {
  const columns = pairedColumns(before, after)
  return { before, after, columns, rows: pairedRows(before, after, columns) }
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
            data: { before: givenBy(old), after: givenBy(now) },
          }),
        ]
      })
    })
}

function givenBy({ updated }: Cell): Change['data']['after'] {
  if (!updated) return null
  const { file, line, date, source } = updated
  return { file, line, date, source }
}
