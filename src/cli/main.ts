import { Command, CommanderError } from 'commander'
import { version } from '../build/version.ts'
import { formatProblem, problemsOf } from '../input/problem.ts'
import { type Io, processIo } from './io.ts'

type AddCommand = (program: Command, exit: (code: number) => void, io: Io) => Command

/** The commands. Only the one that is asked for is loaded; help needs them all. */
const commands: Record<string, () => Promise<AddCommand>> = {
  init: async () => (await import('./init.ts')).initCommand,
  build: async () => (await import('./build.ts')).buildCommand,
  model: async () => (await import('./model.ts')).modelCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  trace: async () => (await import('./trace.ts')).traceCommand,
  approve: async () => (await import('./approve.ts')).approveCommand,
  adopt: async () => (await import('./adopt.ts')).adoptCommand,
  diff: async () => (await import('./diff.ts')).diffCommand,
  fetch: async () => (await import('./fetch.ts')).fetchCommand,
  schema: async () => (await import('./schema.ts')).schemaCommand,
}

/**
 * Runs the command line.
 *
 * @param argv as Node gives it
 * @param io where it writes, and the environment
 * @returns the exit code: 0 done, 1 findings or a failed artifact, 2 wrong usage, configuration or input
 */
export async function run(argv: string[], io: Io = processIo): Promise<number> {
  let exitCode = 0
  const exit = (code: number) => {
    exitCode = code
  }
  const program = new Command('prisme')
    .description('Reads a report and re-issues it as tailored documents, one set for each audience.')
    .version(version, '-V, --version')
    .showHelpAfterError('(prisme --help tells more)')
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
  const asked = commands[argv[2] ?? '']
  const wanted = asked ? [asked] : Object.values(commands)
  for (const load of wanted) (await load())(program, exit, io).copyInheritedSettings(program)
  try {
    await program.parseAsync(argv)
    return exitCode
  } catch (error) {
    return failed(error as Error, argv, io)
  }
}

/** Says what went wrong: to a person on stderr, with `--json` to a program on stdout too. */
function failed(error: Error, argv: string[], io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const problems = problemsOf(error)
  const known = problems.length > 0
  const said = known
    ? problems.map(formatProblem).join('\n')
    : isUserFacing(error)
      ? error.message
      : (error.stack ?? String(error))
  io.stderr.write(`${said}\n`)
  if (argv.includes('--json')) {
    const list = known
      ? problems.map(({ message, details }) => ({ message, ...details }))
      : [{ message: error.message }]
    io.stdout.write(`${JSON.stringify({ problems: list })}\n`)
  }
  return known || isUserFacing(error) ? 2 : 70
}

/** Errors of the machine that a person can do something about: no browser, no place to write. */
function isUserFacing(error: Error): boolean {
  return ['BrowserNotFound', 'UnpackFailed'].includes(error.name) || 'code' in error
}
