import type { Origin, Point } from './origin.ts'
import { everyOrigin } from './walk.ts'

/** A point in a file. */
export interface Place extends Point {
  file: string
}

/** Where an origin begins in a file of the report; null for what comes from none. */
export function firstPlace(origin: Origin): Place | null {
  for (const each of everyOrigin(origin)) {
    if (each.kind === 'original') return { file: each.file, line: each.line, column: each.column }
    if (each.kind === 'block') return { file: each.file, ...each.start }
  }
  return null
}
