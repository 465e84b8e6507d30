import { Problem, type ProblemDetails } from '../input/problem.ts'

/** The most a data file in text may be, in bytes: no table that people read is nearly as large. */
export const mostBytes = 5_000_000

/** @throws {Problem} for more than {@link mostBytes} */
export function refuseLarge(bytes: Uint8Array, shown: string): void {
  if (bytes.length > mostBytes)
    throw new Problem('is too large for a data file', {
      file: shown,
      found: `${bytes.length} bytes`,
      expected: `at most ${mostBytes}`,
    })
}

/** The most values that a statistics bank's table may have. */
const mostValues = 1_000_000

/**
 * How many values dimensions of these sizes have together.
 *
 * @throws {Problem} for more than any table that people read has
 */
export function valueCount(sizes: number[], place: ProblemDetails): number {
  const count = sizes.reduce((all, size) => all * size, 1)
  if (count <= mostValues) return count
  throw new Problem('has too many values', {
    ...place,
    found: `${sizes.join(' × ')} values`,
    expected: `at most ${mostValues}`,
  })
}
