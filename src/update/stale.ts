import { createHash } from 'node:crypto'
import type { Locale } from '../locale/locale.ts'
import type { Claim, Report, Table } from '../model/report.ts'
import { reportFile } from '../model/traced-text.ts'
import type { Origin } from '../origin/origin.ts'
import { originOf } from '../origin/spans.ts'
import { placeAt } from '../origin/traced.ts'
import { assertedIn, type Found, foundIn } from './asserted.ts'
import type { Assertion } from './assertions/assertion.ts'
import type { Verdict } from './assertions/judge.ts'
import { type Change, tableName } from './changes.ts'
import { type Rechecked, recheck } from './claims.ts'
import { groupBy } from './group-by.ts'
import { sentencesToRead } from './readings.ts'
import type { ReportSentence } from './sentences.ts'

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
  /** A number or a comparison that was judged; of `reading` only a person can tell. */
  kind: 'number' | 'comparison' | 'reading'
  /** The number as the sentence prints it, or the word that compares, and where it stands in the sentence. */
  said: string
  at: number
  /** The same number as the table has it now; null for a comparison and where it cannot be worked out. */
  now: string | null
  /** May it stand in the old one's place? */
  fits: boolean
  /** Does the sentence hold all the same? */
  holds: boolean
  /** Of what only a person can tell, from 0 to 1: how likely it is untrue. */
  doubt: number
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
  const found = after.some((table, at) => table !== report.tables[at]) ? foundIn(report, locale) : []
  const isExplained = explainedIn(found, report)
  const numbers = report.claims.flatMap((claim, index) => {
    const checked = rechecked[index]
    if (!checked || isExplained(claim, checked.at)) return []
    const { line, place, sentence, spans } = claim
    const { at, before: said, after: now, fits, agrees: holds, isKnown, changes } = checked
    const origin = originOf(spans, sentence.length, reportFile)
    const { column } = place
    const kind: Stale['kind'] = isKnown ? 'number' : 'reading'
    return [{ line, column, sentence, origin, kind, said, at, now, fits, holds, doubt: isKnown ? 0 : 0.7, changes }]
  })
  const asserted = assertedIn(found, report.tables, after, locale)
  const comparisons = asserted.map(({ sentence, assertion, verdict, now }) => ({
    ...placedIn(sentence, assertion.at),
    kind: kindOf(assertion, verdict),
    said: assertion.said,
    at: assertion.at,
    now,
    fits: givesNumber(assertion),
    holds: verdict.is === 'holds',
    doubt: verdict.is === 'undecided' ? 0.8 : 0,
    changes: verdict.changes,
  }))
  const toRead = sentencesToRead(found, report, after, locale).map(({ sentence, ...found }) => ({
    ...found,
    ...placedIn(sentence, found.at),
    kind: 'reading' as const,
    now: null,
    fits: false,
    holds: false,
  }))
  const all = new Map<string, Stale>()
  for (const found of [...numbers, ...comparisons, ...toRead]) {
    const id = `c-${hash([found.kind, found.sentence, found.at], 8)}`
    const place = `${id} ${found.line} ${found.column}`
    all.set(place, joined(all.get(place), { ...found, id, fingerprint: '' }))
  }
  return [...all.values()]
    .map((stale) => ({ ...stale, fingerprint: hash(valuesOf(stale), 16) }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
}

/** A sentence, and where a word of it stands. */
function placedIn(sentence: ReportSentence, at: number): Pick<Stale, 'line' | 'column' | 'sentence' | 'origin'> {
  const { line, column } = placeAt(sentence, at) ?? { line: 1, column: 1 }
  return { line, column, sentence: sentence.text, origin: sentence.origin }
}

/**
 * Is a number that was taken for a cell's told by the words around it to follow from others, or to be a bound: "the gap is 12",
 * "three are above 12"?
 */
function explainedIn(found: Found[], { tables }: Report): (claim: Claim, at: number) => boolean {
  const bySentence = groupBy(found, ({ sentence }) => sentence.text)
  return ({ sentence, table, cells, derived }, at) =>
    (bySentence.get(sentence) ?? []).some(({ assertions }) =>
      assertions.some(({ at: place, bounds, test, own }) => {
        const isNumber = test.asks === 'number' && place === at
        const isOwn = own.some(
          (one) =>
            tableName(tables[one.table]!) === table &&
            cells.some(([row, column]) => row === one.row && column === one.column),
        )
        const isCount = test.asks === 'count' && place === at
        return derived === null ? bounds.includes(at) || (isNumber && !isOwn) : isCount && derived !== 'count'
      }),
    )
}

const givesNumber = ({ test }: Assertion) => test.asks === 'number' || test.asks === 'range'

function kindOf(assertion: Assertion, { is }: Verdict): Stale['kind'] {
  if (is === 'undecided') return 'reading'
  return givesNumber(assertion) ? 'number' : 'comparison'
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
