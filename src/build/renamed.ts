import { partsOf } from '../model/diff/sections.ts'
import { pairedTables } from '../model/diff/tables.ts'
import type { Report } from '../model/report.ts'
import { fold } from '../model/text.ts'
import { tableName } from '../update/changes.ts'

/** A name that leads elsewhere in a new version of a report, or nowhere. */
export interface Renamed {
  what: 'table' | 'section'
  /** The name as it was: of a table its id or caption, of a section its number or title. */
  was: string
  /** What the same piece is called now; null where it is gone. */
  is: string | null
  /** Does something else go by the old name now? */
  isTaken: boolean
}

/** The tables and sections of a report whose names mean something else in its new version. */
export function renamedBetween(before: Report, after: Report): Renamed[] {
  const tables = pairedTables(before.tables, after.tables)
  const sections = partsOf(before, after)
  const parts = {
    pairs: sections.pairs.map(({ before, after }) => ({ before: before.section, after: after.section })),
    removed: sections.removed.map(({ section }) => section),
  }
  const isTable = new Set(after.tables.map((table) => fold(tableName(table))))
  const sectionNames = sections.after.flatMap(({ section }) => [section.number ?? [], section.title].flat())
  const isSection = new Set(sectionNames.map(fold))
  const all = [
    ...renames('table', tables, tableName, isTable),
    ...renames('section', parts, ({ number }) => number ?? '', isSection),
    ...renames('section', parts, ({ title }) => title, isSection),
  ]
  const stays = new Set([
    ...tables.pairs.flatMap((pair) => unchanged('table', tableName(pair.before), tableName(pair.after))),
    ...parts.pairs.flatMap(({ before, after }) => [
      ...unchanged('section', before.number ?? '', after.number ?? ''),
      ...unchanged('section', before.title, after.title),
    ]),
  ])
  return all.filter(({ what, was }) => !stays.has(keyOf(what, was)))
}

const keyOf = (what: Renamed['what'], name: string) => `${what} ${fold(name)}`

/** Of several pieces of one name, the one that keeps it is meant. */
const unchanged = (what: Renamed['what'], was: string, is: string) =>
  was && fold(was) === fold(is) ? [keyOf(what, was)] : []

function renames<T>(
  what: Renamed['what'],
  { pairs, removed }: { pairs: { before: T; after: T }[]; removed: T[] },
  nameOf: (piece: T) => string,
  names: ReadonlySet<string>,
): Renamed[] {
  const moved = pairs.flatMap(({ before, after }): Renamed[] => {
    const [was, is] = [nameOf(before), nameOf(after)]
    return was && fold(was) !== fold(is) ? [{ what, was, is: is || null, isTaken: names.has(fold(was)) }] : []
  })
  const gone = removed.flatMap((piece): Renamed[] => {
    const was = nameOf(piece)
    return was && names.has(fold(was)) ? [{ what, was, is: null, isTaken: true }] : []
  })
  return [...moved, ...gone]
}
