import { Problem, problemsOf } from '../input/problem.ts'
import type { Table, Update } from '../model/report.ts'
import { namesTotal } from '../model/totals.ts'
import { type From, newCell } from './cell.ts'
import { grown, type Placed } from './grow.ts'
import { notationOf } from './notation.ts'
import type { Entry } from './shape.ts'
import { withTotals } from './totals.ts'

/** A table with the values of entries, what is wrong with them, and what they leave in doubt. */
export function updateTable(
  before: Table,
  entries: Entry[],
  from: From,
): { table: Table; problems: Problem[]; doubts: Problem[] } {
  const { sheet, settings, known } = from
  const { locale } = known
  const problems = missingRows(before, entries, from)
  const doubts: Problem[] = []
  const { table, placed } = grown(before, entries, (label) => namesTotal(label, locale))
  const cells = entries.map(({ cell }) => cell)
  const notation = attempt(() => notationOf(cells, settings.decimal, locale, sheet), problems)
  if (!notation) return { table: before, problems, doubts }
  const rows = table.rows.map((row) => [...row])
  for (const group of byCell(placed)) {
    const [row, column] = group[0]!.at
    const made = attempt(() => newCell(table, group, notation, from), problems)
    if (!made) continue
    rows[row]![column] = made.cell
    doubts.push(...made.doubts)
  }
  const given = new Set(placed.map(({ at }) => String(at)))
  const all = withTotals(before, { ...table, rows }, given, from)
  const update: Update = { date: settings.date, source: settings.source, file: sheet.path }
  const isChanged = all.table.rows.some((row) => row.some(({ updated }) => updated?.file === sheet.path))
  const updates = [...(isChanged ? [update] : []), ...(before.updates ?? [])]
  return {
    table: { ...all.table, ...(updates.length ? { updates } : {}) },
    problems,
    doubts: [...doubts, ...all.doubts],
  }
}

/** What an action gives; null where it meets a problem, which is kept. */
function attempt<Made>(action: () => Made, problems: Problem[]): Made | null {
  try {
    return action()
  } catch (error) {
    const found = problemsOf(error)
    if (!found.length) throw error
    problems.push(...found)
    return null
  }
}

/** The entries of each cell. */
function byCell(placed: Placed[]): Placed[][] {
  const groups = new Map<string, Placed[]>()
  for (const entry of placed) groups.set(String(entry.at), [...(groups.get(String(entry.at)) ?? []), entry])
  return [...groups.values()]
}

/** Rows with numbers that a file in the shape of the table leaves out; totals may be left to us. */
function missingRows(table: Table, entries: Entry[], { isLong, settings, sheet, known }: From): Problem[] {
  if (isLong || settings.allow.has('missing-rows')) return []
  const named = new Set(entries.map(({ row }) => row.at))
  return table.rows.flatMap((row, at) => {
    const holdsNumbers = row.slice(1).some(({ values }) => values?.length)
    if (named.has(at) || !holdsNumbers || namesTotal(row[0]!.text, known.locale)) return []
    return [
      new Problem(`lacks a row of ${table.id ?? table.caption}`, {
        file: sheet.file,
        line: sheet.rows[0]?.[0]?.line ?? 1,
        expected: `"${row[0]!.text}", or "allow: missing-rows"`,
      }),
    ]
  })
}
