import type { Problem } from '../input/problem.ts'
import type { Table } from '../model/report.ts'
import type { DataFile } from './data.ts'
import { type Entry, entriesOf, type Known } from './shape.ts'
import { updateTable } from './table.ts'

/** What a data file makes of the tables. */
export interface Applied {
  tables: Table[]
  /** What the file leaves in doubt. */
  doubts: Problem[]
}

/**
 * The tables of a report with the values of a data file, all of them or none.
 *
 * @returns the tables, or the problems that keep the file from being applied
 */
export function apply({ sheets, problems: unsaid, doubts: said }: DataFile, known: Known): Applied | Problem[] {
  let tables = known.tables
  const doubts = [...said]
  const problems = [...unsaid]
  for (const { sheet, settings } of sheets) {
    const { entries, isLong, problems: wrong, doubts: leftOut } = entriesOf(sheet, settings, { ...known, tables })
    problems.push(...wrong)
    doubts.push(...leftOut)
    for (const [table, own] of byTable(entries)) {
      const made = updateTable(table, own, { sheet, settings, known, isLong })
      problems.push(...made.problems)
      doubts.push(...made.doubts)
      tables = tables.map((each) => (each === table ? made.table : each))
    }
  }
  return problems.length ? problems : { tables, doubts }
}

function byTable(entries: Entry[]): Map<Table, Entry[]> {
  const groups = new Map<Table, Entry[]>()
  for (const entry of entries) groups.set(entry.table, [...(groups.get(entry.table) ?? []), entry])
  return groups
}
