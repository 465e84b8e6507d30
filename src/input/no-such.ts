import { listed, nearest } from './nearest.ts'
import { Problem, type ProblemDetails } from './problem.ts'

/** The problem of a name that nothing goes by: what was found, what there is, and the nearest of it. */
export function noSuch(
  reason: string,
  found: string,
  candidates: Iterable<string>,
  place: ProblemDetails = {},
): Problem {
  const all = [...candidates]
  return new Problem(reason, { ...place, found, expected: listed(all) || 'none', nearest: nearest(found, all) })
}
