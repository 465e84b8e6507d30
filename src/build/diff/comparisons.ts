import { type Language, locales } from '../../locale/locales.ts'
import { type Change, changeOf, firstWords } from '../../model/diff/change.ts'
import type { TablePair } from '../../model/diff/grid.ts'
import { passagesOf } from '../../model/diff/passages.ts'
import { pairedTables } from '../../model/diff/tables.ts'
import type { Cell, Report, Table } from '../../model/report.ts'
import { fold } from '../../model/text.ts'
import { placeAt } from '../../origin/traced.ts'
import { assertedIn, foundIn } from '../../update/asserted.ts'
import { cellText } from '../../update/changes.ts'

/**
 * Sentences that stand in both reports and compare what tables say ("the highest", "lower than"): those that the new numbers made
 * untrue, and those that they made true. Tables with other rows or columns than before are not judged.
 */
export function comparisonChanges(before: Report, after: Report): Change[] {
  return [
    ...outdatedIn(before, after).map(({ old, now, ...found }) =>
      told({ ...found, lines: { before: old, after: now }, agrees: { before: true, after: false } }),
    ),
    ...outdatedIn(after, before).map(({ old, now, restsOn, ...found }) =>
      told({
        ...found,
        restsOn: restsOn.map((cell) => ({ ...cell, before: cell.after, after: cell.before })),
        lines: { before: now, after: old },
        agrees: { before: false, after: true },
      }),
    ),
  ]
}

type Lines = [number, number]
type Claim = NonNullable<Change['claim']>

interface Outdated {
  sentence: string
  said: string
  restsOn: Claim['restsOn']
  old: Lines
  now: Lines
}

/** What a report says that holds there, and does not with the numbers of another, which says it too. */
function outdatedIn(report: Report, other: Report): Outdated[] {
  const partners = new Map(pairedTables(report.tables, other.tables).pairs.map((pair) => [pair.before, pair]))
  const after = report.tables.map((table) => withNumbersOf(table, partners.get(table)))
  if (after.every((table, at) => table === report.tables[at])) return []
  const locale = locales[report.language as Language]
  const passages = [...passagesOf(other).values()].flat().map((each) => ({ ...each, folded: fold(each.text) }))
  const outdated = assertedIn(foundIn(report, locale), report.tables, after, locale).filter(
    ({ verdict }) => verdict.is === 'untrue',
  )
  return outdated.flatMap(({ sentence: traced, assertion: { said, at }, verdict }): Outdated[] => {
    const sentence = traced.text
    const there = passages.find(({ folded }) => folded.includes(fold(sentence)))
    if (!there) return []
    const line = placeAt(traced, at)?.line ?? 1
    const restsOn = verdict.changes.map(({ table, row, column, before, after }) => ({
      table,
      row,
      column,
      before,
      after,
    }))
    return [{ sentence, said, restsOn, old: [line, line], now: [there.lines[0], there.lines[0]] }]
  })
}

/** A table with the cells of another, as an update would have left it; the table itself where nothing differs. */
function withNumbersOf(table: Table, pair: TablePair | undefined): Table {
  const isWhole = ({ removed, added }: TablePair['rows'] | TablePair['columns']) => !removed.length && !added.length
  if (!pair || !isWhole(pair.rows) || !isWhole(pair.columns)) return table
  const row = new Map(pair.rows.pairs.map(({ before, after }) => [before.at, after]))
  const column = new Map(pair.columns.pairs.map(({ before, after }) => [before.at, after.at]))
  const rows = table.rows.map((cells, at) =>
    cells.map((cell, index) => exchanged(cell, row.get(at)!.cells[column.get(index)!]!)),
  )
  return rows.some((cells, at) => cells.some((cell, index) => cell !== table.rows[at]![index]))
    ? { ...table, rows }
    : table
}

function exchanged(cell: Cell, by: Cell): Cell {
  const printed = cellText(cell)
  if (printed === cellText(by)) return cell
  return { ...by, line: cell.line, updated: { printed, line: by.line, date: '', source: '', file: '' } }
}

function told({
  sentence,
  said,
  restsOn,
  lines,
  agrees,
}: Omit<Outdated, 'old' | 'now'> & Pick<Change, 'lines'> & Pick<Claim, 'agrees'>) {
  return changeOf({
    kind: 'changed',
    what: 'claim',
    name: firstWords(said),
    before: sentence,
    after: sentence,
    lines,
    claim: { agrees, restsOn },
  })
}
