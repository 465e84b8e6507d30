import type { Problem } from '../input/problem.ts'
import type { Cube } from './cube.ts'
import type { SaidSettings } from './settings.ts'

/** A statistics bank's file as it was read: its numbers, and what it says of itself. */
export interface Statistic {
  cube: Cube
  /** As of when it holds, and who made it, where the file says so. */
  own: Pick<SaidSettings, 'date' | 'source'>
  /** What it says of its values that a reader must know: that some are provisional. */
  doubts: Problem[]
}

/** Where each number stands whose place in a file is counted through all dimensions, the last of them fastest. */
export function placesIn(sizes: number[], count: number): number[][] {
  return Array.from({ length: count }, (_, index) => {
    const at: number[] = []
    let rest = index
    for (const size of sizes.toReversed()) {
      at.unshift(rest % size)
      rest = Math.floor(rest / size)
    }
    return at
  })
}
