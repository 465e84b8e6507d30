/**
 * What is said to a user whose input cannot be used.
 *
 * A problem names the place (`file`, 1-based `line` and `column`), what was found there, what would have been
 * right and, where there is one, the nearest thing that exists.
 */
export interface ProblemDetails {
  file?: string | undefined
  line?: number | undefined
  column?: number | undefined
  found?: string | undefined
  expected?: string | undefined
  nearest?: string | undefined
}

/** Wrong usage, configuration or input: shown without a stack trace, exit code 2. */
export class Problem extends Error {
  override name = 'Problem'
  /** 2 where the input cannot be used; 1 where it can, but what it says is not right. */
  readonly exitCode: 1 | 2 = 2
  readonly details: ProblemDetails

  constructor(reason: string, details: ProblemDetails = {}, options?: ErrorOptions) {
    super(reason, options)
    this.details = details
  }

  /** The same problem seen from a place that only the caller knows; what is known already stays. */
  at(details: ProblemDetails): Problem {
    return new Problem(this.message, { ...details, ...definedOnly(this.details) }, { cause: this.cause })
  }
}

/** Several problems of one kind of file, reported together. */
export class Problems extends Error {
  override name = 'Problems'
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'))
    this.problems = problems
  }
}

/** A problem as lines for a person: `file:line:column reason`, then found, expected and nearest, each on its line. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, found, expected, nearest } = problem.details
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  const rows = [
    ['found', found],
    ['expected', expected],
    ['nearest', nearest],
  ]
  return [
    place ? `${place} ${problem.message}` : problem.message,
    ...rows.filter(([, text]) => text).map(([label, text]) => `  ${label!.padEnd(9)} ${text}`),
  ].join('\n')
}

/** The problems that an error is or holds; none for any other error. */
export function problemsOf(error: unknown): Problem[] {
  if (error instanceof Problems) return error.problems
  return error instanceof Problem ? [error] : []
}

function definedOnly(details: ProblemDetails): ProblemDetails {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined))
}
