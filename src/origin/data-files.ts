import type { Origin } from './origin.ts'
import { originsOf } from './walk.ts'

/** The data files that had a say in an origin, each once, by name. */
export function dataFiles(origin: Origin): string[] {
  return [...new Set(originsOf(origin, 'updated').map(({ file }) => file))].sort()
}
