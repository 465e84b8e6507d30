import type { Problem } from '../input/problem.ts'
import { type Language, locales } from '../locale/locales.ts'
import { findEntities } from '../model/entities.ts'
import type { Profile } from '../model/profile.ts'
import type { Report } from '../model/report.ts'
import { apply } from './apply.ts'
import type { DataFile, ReadData } from './data.ts'
import type { Known } from './shape.ts'
import { recheckAll, type Stale, staleIn } from './stale.ts'

/** A report with the values of data files, and what they made of its text. */
export interface Updated {
  report: Report
  /** The claims and comparisons that rest on changed cells. */
  stale: Stale[]
  /** Why files were not applied; of a file with a problem nothing is. */
  problems: Problem[]
  /** What files that were applied leave in doubt. */
  doubts: Problem[]
}

/**
 * Gives a report's tables the values of data files, the earlier of their dates first; what stands in the model of these cells,
 * facts and claims, follows them.
 */
export function updateReport(report: Report, { files, problems: unread }: ReadData, profile: Profile): Updated {
  const locale = locales[report.language as Language]
  const problems = [...unread]
  const doubts: Problem[] = []
  let tables = report.tables
  for (const file of files.toSorted(byDate)) {
    const known: Known = { tables, entities: report.entities, locale }
    const applied = apply(file, known)
    if (Array.isArray(applied)) problems.push(...applied)
    else {
      tables = applied.tables
      doubts.push(...applied.doubts)
    }
  }
  if (tables === report.tables) return { report, stale: [], problems, doubts }
  const rechecked = recheckAll(report, tables, locale)
  const claims = report.claims.map((claim, at) => ({ ...claim, agrees: rechecked[at]?.agrees ?? claim.agrees }))
  const updated: Report = { ...report, tables, claims, entities: findEntities(tables, profile) }
  return { report: updated, stale: staleIn(report, tables, rechecked, locale), problems, doubts }
}

/** By the first date of a file's sheets, then by name. */
function byDate(a: DataFile, b: DataFile): number {
  const [one, other] = [a, b].map(({ sheets, file }) => [...sheets.map(({ settings }) => settings.date).sort(), file])
  return compare(one![0]!, other![0]!) || compare(a.file, b.file)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
