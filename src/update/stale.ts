import { createHash } from 'node:crypto'
import type { Locale } from '../locale/locale.ts'
import type { Report, Table } from '../model/report.ts'
import type { Change } from './changes.ts'
import { type Rechecked, recheck } from './claims.ts'
import { outdatedComparisons } from './comparisons.ts'

/** A number or comparison of the text that rests on changed cells. */
export interface Stale {
  /** Its name for `prisme approve`: it stays as long as the sentence does. */
  id: string
  line: number
  sentence: string
  /** The number as the sentence prints it, or the word that compares. */
  said: string
  /** The same number as the table has it now; null for a comparison and where it cannot be worked out. */
  now: string | null
  /** Does the sentence hold all the same? */
  holds: boolean
  kind: 'number' | 'comparison'
  changes: Change[]
  /** Of the new values: who has read the sentence with these has not read it with others. */
  fingerprint: string
}

/** What updates made of the claims and comparisons of a report, in the order of lines. */
export function staleIn(report: Report, after: Table[], rechecked: (Rechecked | null)[], locale: Locale): Stale[] {
  const numbers = report.claims.flatMap(({ line, sentence }, at): Stale[] => {
    const found = rechecked[at]
    if (!found) return []
    const { before: said, after: now, agrees: holds, changes } = found
    return [named({ line, sentence, said, now, holds, kind: 'number', changes })]
  })
  const comparisons = outdatedComparisons({ report, before: report.tables, after, locale }).map(
    ({ line, sentence, word, changes }) =>
      named({ line, sentence, said: word, now: null, holds: false, kind: 'comparison', changes }),
  )
  const all = new Map([...numbers, ...comparisons].map((stale) => [stale.id, stale]))
  return [...all.values()].toSorted((a, b) => a.line - b.line)
}

/** The claims of a report against its tables as they are now. */
export function recheckAll(report: Report, after: Table[], locale: Locale): (Rechecked | null)[] {
  return report.claims.map((claim) => recheck(claim, report.tables, after, locale))
}

function named(stale: Omit<Stale, 'id' | 'fingerprint'>): Stale {
  const { kind, sentence, said, changes } = stale
  const values = changes.map(({ table, row, column, after }) => [table, row, column, after])
  return { ...stale, id: `c-${hash([kind, sentence, said], 8)}`, fingerprint: hash(values, 16) }
}

const hash = (parts: unknown, digits: number) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, digits)
