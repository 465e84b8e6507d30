import { run } from '../../src/cli/main.ts'

export interface Ran {
  code: number
  stdout: string
  stderr: string
}

/** The command that runs now: a process has one working directory. */
let running: Promise<unknown> = Promise.resolve()

/**
 * Runs the command in this process, in a folder, and gives what it wrote. Commands that are asked for at once run one after the
 * other.
 */
export function prisme(folder: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const ran = running.then(() => runIn(folder, args, env))
  running = ran.catch(() => {})
  return ran
}

async function runIn(folder: string, args: string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  const written = { stdout: '', stderr: '' }
  const into = (stream: keyof typeof written) => ({ write: (text: string) => (written[stream] += text) })
  const before = process.cwd()
  process.chdir(folder)
  try {
    const io = { stdout: into('stdout'), stderr: into('stderr'), env: { ...process.env, ...env } }
    return { code: await run(['node', 'prisme', ...args], io), ...written }
  } finally {
    process.chdir(before)
  }
}
