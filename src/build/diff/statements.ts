import { z } from 'zod'
import { keyOf } from '../../editorial/key.ts'
import { isStale } from '../../editorial/standing.ts'
import type { Version } from './version.ts'

const lines = z.tuple([z.int(), z.int()])

/** An editorial statement that someone must read again before it may be said of the later version. */
export const waitingSchema = z.strictObject({
  id: z.string(),
  file: z.string(),
  line: z.int(),
  /** The lines of the report that it rests on. */
  basis: z.array(lines),
  /** Where these stand now, if not a word of them changed; null where they did. */
  movedTo: z.array(lines).nullable(),
  /** "untrue", "read again", "gone" or "new", and why. */
  state: z.string(),
  why: z.string(),
})

export type Waiting = z.infer<typeof waitingSchema>

/** The statements that must be read again before the documents of the later version go out. */
export function waitingStatements({ material }: Version): Waiting[] {
  if (!material) return []
  return material.editorial.statements.filter(isStale).map((statement) => {
    const { file, line, basis, standing } = statement
    const { movedFrom, words, cells, state, why } = standing
    const isMoved = movedFrom !== null && !words.length && !cells.length
    return { id: keyOf(statement), file, line, basis: movedFrom ?? basis, movedTo: isMoved ? basis : null, state, why }
  })
}
