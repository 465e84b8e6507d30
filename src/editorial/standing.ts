import type { Verdict } from './judge.ts'
import type { CellChange, WordChange } from './locate.ts'
import type { Approval, StatementLock } from './lock.ts'
import type { Lines } from './paper.ts'

/**
 * How a statement stands to its basis:
 * same — nothing is other than when it was approved;
 * moved — its basis stands elsewhere, in the same words;
 * holds — cells of its basis changed, and what it says is still true;
 * untrue — cells of its basis changed, and it says something else than they do;
 * read again — its basis changed, and only a person can tell whether it still holds;
 * gone — its basis, or a part of it, is in the report no more;
 * new — nobody has approved it for the basis that it names.
 */
export const states = ['same', 'moved', 'holds', 'untrue', 'read again', 'gone', 'new'] as const
export type State = (typeof states)[number]

/** A statement in one of these states may not be said until someone has read it again. */
const stale = new Set<State>(['untrue', 'read again', 'gone', 'new'])

export interface Standing {
  state: State
  /** Why, in a few words; empty where nothing is to be said. */
  why: string
  /** What the basis said when it was approved and says now. */
  words: WordChange[]
  cells: CellChange[]
  /** What was found of its own numbers and comparisons. */
  verdicts: Verdict[]
  /** How doubtful it is that it still holds, from 0 to 1; the most doubtful are to be read first. */
  doubt: number
  /** Where each basis stands now, in the order in which they are written. */
  now: Lines[][]
  /** The lines that its basis had, where they are others now. */
  movedFrom: Lines[] | null
  /** What is known of its last approval. */
  approved: Approval | null
  entry: StatementLock | null
}

export const isStale = ({ standing }: { standing: Pick<Standing, 'state'> }): boolean => stale.has(standing.state)
