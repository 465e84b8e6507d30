import type { Locale } from '../locale/locale.ts'
import type { Report } from '../model/report.ts'
import type { CellChange, WordChange } from './locate.ts'

/** What changed cells make of something that a statement says. */
export interface Verdict {
  kind: 'holds' | 'untrue'
  /** The words of the statement. */
  said: string
  /** The same as the cells have it now; null where it cannot be put so. */
  now: string | null
  /** The cells it was held against. */
  cells: CellChange[]
}

/** What changed cells make of a statement. */
export interface Judgement {
  verdicts: Verdict[]
  /** Changed cells that it may speak of, and no reader of ours can decide. */
  undecided: CellChange[]
}

export interface Judged {
  text: string
  /** What it is for: a statement for an entity speaks of it without naming it. */
  about: string | null
  changes: CellChange[]
  words: WordChange[]
  report: Report
  locale: Locale
}

export function judge({ changes }: Judged): Judgement {
  return { verdicts: [], undecided: changes }
}
