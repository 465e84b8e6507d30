import type { Io } from '../../src/cli/io.ts'
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
 * other. There is no browser, unless the test gives one.
 */
export function prisme(folder: string, args: string[], more: Partial<Pick<Io, 'env' | 'browser'>> = {}): Promise<Ran> {
  const ran = running.then(() => runIn(folder, args, more))
  running = ran.catch(() => {})
  return ran
}

async function runIn(folder: string, args: string[], { env, browser = noBrowser }: Partial<Io>): Promise<Ran> {
  const written = { stdout: '', stderr: '' }
  const into = (stream: keyof typeof written) => ({ write: (text: string) => (written[stream] += text) })
  const before = process.cwd()
  process.chdir(folder)
  try {
    const io: Io = {
      stdout: into('stdout'),
      stderr: into('stderr'),
      env: { ...process.env, ...env },
      user,
      fetch,
      now,
      browser,
    }
    return { code: await run(['node', 'prisme', ...args], io), ...written }
  } finally {
    process.chdir(before)
  }
}

const now = () => new Date('2026-03-15T12:00:00Z')
const user = () => Promise.resolve('the tester')
const refuse = () => Promise.reject(new Error('no browser here'))
const noBrowser: Io['browser'] = { open: refuse, name: refuse }
