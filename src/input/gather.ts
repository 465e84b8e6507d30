import { type Problem, problemsOf } from './problem.ts'

/** What each of many gives, and the problems of those that give none, so that all are told in one run. */
export function gather<Each, Made>(
  all: readonly Each[],
  make: (each: Each, at: number) => Made,
): { made: Made[]; problems: Problem[] } {
  const found: { made: Made[]; problems: Problem[] } = { made: [], problems: [] }
  all.forEach((each, at) => {
    try {
      found.made.push(make(each, at))
    } catch (error) {
      const problems = problemsOf(error)
      if (!problems.length) throw error
      found.problems.push(...problems)
    }
  })
  return found
}
