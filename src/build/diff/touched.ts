import type { Document } from '../../document/document.ts'
import { locales } from '../../locale/locales.ts'
import type { Change } from '../../model/diff/change.ts'
import { withoutLines } from '../../tailor/source-line.ts'
import { shows, sourcesShown } from './shown.ts'
import type { TailoredVersion } from './tailored.ts'

/**
 * What becomes of a document: it says something else; it says the same, and only the line numbers in its source lines are others; it
 * is there for the first or for the last time; it is the same.
 */
export const fates = ['changed', 'new', 'gone', 'lines', 'same'] as const
type Fate = (typeof fates)[number]

/** A document of two versions. */
export interface Touched {
  fate: Fate
  before: TailoredVersion | null
  after: TailoredVersion | null
  /** The changes that it shows. */
  because: Change[]
}

/** The documents of two versions against each other, in the order of the second, those that are gone last. */
export function touchedDocuments(
  before: Map<string, TailoredVersion>,
  after: Map<string, TailoredVersion>,
  changes: Change[],
): Touched[] {
  const keys = [...after.keys(), ...[...before.keys()].filter((key) => !after.has(key))]
  return keys.map((key) => touched(before.get(key) ?? null, after.get(key) ?? null, changes))
}

function touched(before: TailoredVersion | null, after: TailoredVersion | null, changes: Change[]): Touched {
  const fate = before && after ? fateOf(before, after) : after ? 'new' : 'gone'
  const because = fate === 'changed' || after?.problems.length ? reasons(before, after, changes) : []
  return { fate, before, after, because }
}

function fateOf(before: TailoredVersion, after: TailoredVersion): Fate {
  if (!before.document || !after.document) return before.document === after.document ? 'same' : 'changed'
  const [old, now] = [before.document, after.document]
  if (saidIn(old) !== saidIn(now)) return 'changed'
  return JSON.stringify(withoutSources(old)) === JSON.stringify(withoutSources(now)) ? 'same' : 'lines'
}

/** All that a document says but the numbers of lines. */
function saidIn(document: Document): string {
  const locale = locales[document.language]
  return JSON.stringify(withoutSources(document), (_, value) =>
    typeof value === 'string' ? withoutLines(value, locale) : value,
  )
}

/** A document as it is shown: what its pieces rest on is told only by its source lines. */
function withoutSources(document: Document): unknown {
  const shown = JSON.stringify(document, (key, value) => (origins.has(key) ? undefined : value))
  return JSON.parse(shown)
}

const origins = new Set(['origin', 'numberOrigin', 'labelOrigin'])

/** What is other in what a document shows; what the report says of itself stands on every one. */
function reasons(before: TailoredVersion | null, after: TailoredVersion | null, changes: Change[]): Change[] {
  const [old, now] = [before, after].map((made) => (made?.document ? sourcesShown(made.document) : []))
  return changes.filter(
    (change) => change.what === 'report' || shows(old!, change, 'before') || shows(now!, change, 'after'),
  )
}
