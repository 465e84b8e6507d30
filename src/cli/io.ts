import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Browser } from 'puppeteer'
import { gitUser } from '../build/git-user.ts'

/** Where a command writes. */
export interface Output {
  write(text: string): unknown
  /** Whether a person looks on as it is written. */
  isTTY?: boolean
}

/** What a command needs of the process that it runs in. Paths are taken from the working directory of that process. */
export interface Io {
  stdout: Output
  stderr: Output
  env: NodeJS.ProcessEnv
  /** Who is at work, as git knows them in a folder; null where it knows nobody. */
  user(folder: string): Promise<string | null>
  /** Asks a server; as the global function of that name. */
  fetch: typeof globalThis.fetch
  now(): Date
  browser: {
    /** Starts a browser to print with; who asks for it closes it. */
    open(): Promise<Browser>
    /** The name of that browser, another for each version, without starting it. */
    name(): Promise<string>
  }
}

/** The process itself, with the browser that is found on the machine. */
export const processIo: Io = {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  user: gitUser,
  fetch: (url, how) => globalThis.fetch(url, how),
  now: () => new Date(),
  browser: {
    async open() {
      const { findBrowser, launchBrowser } = await import('../build/browser.ts')
      return launchBrowser(await findBrowser())
    },
    async name() {
      const { findBrowser } = await import('../build/browser.ts')
      const { executablePath } = await findBrowser()
      // a browser's program is of another size in each version
      return `${basename(executablePath)} ${(await stat(executablePath)).size}`
    },
  },
}
