import { createHash } from 'node:crypto'
import type { Locale } from '../locale/locale.ts'
import type { Report, Table } from '../model/report.ts'
import { reportFile } from '../model/traced-text.ts'
import type { Origin } from '../origin/origin.ts'
import { originOf } from '../origin/spans.ts'
import type { Change } from './changes.ts'
import { type Rechecked, recheck } from './claims.ts'
import { outdatedComparisons } from './comparisons.ts'

/** A number or comparison of the text that rests on changed cells. */
export interface Stale {
  /** Its name for `prisme approve`: it stays as long as its sentence does. The same sentence in two places has one. */
  id: string
  line: number
  /** Of the number or word. */
  column: number
  sentence: string
  /** Where the sentence comes from. */
  origin: Origin
  kind: 'number' | 'comparison'
  /** The number as the sentence prints it, or the word that compares, and where it stands in the sentence. */
  said: string
  at: number
  /** The same number as the table has it now; null for a comparison and where it cannot be worked out. */
  now: string | null
  /** May it stand in the old one's place? */
  fits: boolean
  /** Does the sentence hold all the same? */
  holds: boolean
  changes: Change[]
  /** Of the new values: who has read the sentence with these has not read it with others. */
  fingerprint: string
}

/** The claims of a report against its tables as they are now; null for those whose cells did not change. */
export function recheckAll(report: Report, after: Table[], locale: Locale): (Rechecked | null)[] {
  const versions = { before: report.tables, after, entities: report.entities, locale }
  return report.claims.map((claim) => recheck(claim, versions))
}

/** What updates made of the claims and comparisons of a report, in the order of lines. */
export function staleIn(report: Report, after: Table[], rechecked: (Rechecked | null)[], locale: Locale): Stale[] {
  const numbers = report.claims.flatMap(({ line, place, sentence, spans }, index) => {
    const found = rechecked[index]
    if (!found) return []
    const { at, before: said, after: now, fits, agrees: holds, changes } = found
    const origin = originOf(spans, sentence.length, reportFile)
    const { column } = place
    return [{ line, column, sentence, origin, kind: 'number' as const, said, at, now, fits, holds, changes }]
  })
  const comparisons = outdatedComparisons({ report, before: report.tables, after, locale }).map((outdated) => ({
    ...outdated,
    kind: 'comparison' as const,
    now: null,
    fits: false,
    holds: false,
  }))
  const all = new Map<string, Stale>()
  for (const found of [...numbers, ...comparisons]) {
    const id = `c-${hash([found.kind, found.sentence, found.at], 8)}`
    const place = `${id} ${found.line} ${found.column}`
    all.set(place, joined(all.get(place), { ...found, id, fingerprint: '' }))
  }
  return [...all.values()]
    .map((stale) => ({ ...stale, fingerprint: hash(valuesOf(stale), 16) }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
}

const valuesOf = ({ changes }: Stale) => changes.map(({ table, row, column, after }) => [table, row, column, after])

/** One number may give several cells: it holds where it does for all of them. */
function joined(earlier: Stale | undefined, stale: Stale): Stale {
  if (!earlier) return stale
  const changes = [...earlier.changes, ...stale.changes]
  return { ...(earlier.holds ? stale : earlier), changes }
}

const hash = (parts: unknown, digits: number) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, digits)
