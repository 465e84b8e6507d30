import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, posix, win32 } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'puppeteer'
import { unpackChromium } from './unpack.ts'

/** A browser that can print, and how to start it. */
export interface FoundBrowser {
  executablePath: string
  args: string[]
  headless: true | 'shell'
  from: 'PUPPETEER_EXECUTABLE_PATH' | 'puppeteer' | 'system' | '@sparticuz/chromium'
  /** Variables that this browser needs on top of the caller's own. */
  env?: Record<string, string>
}

/** What {@link findBrowser} asks of the machine it runs on; {@link thisMachine} is the real one. */
export interface Machine {
  env: Readonly<Record<string, string | undefined>>
  platform: NodeJS.Platform
  arch: NodeJS.Architecture
  isRoot: boolean
  exists(path: string): boolean
  /** Where an unpacked browser may be kept, best place first. */
  cacheFolders: readonly string[]
  /** Where Puppeteer keeps, or would keep, the browsers it downloaded: best first. */
  downloads(): Promise<string[]>
  /** Whether an ordinary user's Chromium can put its pages into a sandbox here. Asked on Linux only. */
  canSandbox(): Promise<boolean>
}

/** There is no browser to print with; the message says how to get one. */
export class BrowserNotFound extends Error {
  override name = 'BrowserNotFound'
}

/** Small and quick to start first: a headless shell starts in a third of the time of a full browser. */
const LINUX_NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
]

const MAC_PATHS = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)

const WINDOWS_PATHS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** The C library that the packaged Chromium was linked with; Alpine and its like have another. */
const GLIBC_LOADER = '/lib64/ld-linux-x86-64.so.2'

/**
 * Finds a browser to print with: the one that `PUPPETEER_EXECUTABLE_PATH` names, else one that Puppeteer downloaded,
 * else one that the system has, else (Linux on x64) the one inside @sparticuz/chromium, unpacked if it was not yet.
 *
 * @throws {BrowserNotFound} when there is none, or none where `PUPPETEER_EXECUTABLE_PATH` points
 * @throws {UnpackFailed} when the packaged one cannot be unpacked
 */
export async function findBrowser(machine: Machine = thisMachine()): Promise<FoundBrowser> {
  const args = (await needsNoSandbox(machine)) ? ['--no-sandbox'] : []
  const found = (executablePath: string, from: FoundBrowser['from']): FoundBrowser => ({
    executablePath,
    args,
    headless: /headless[-_]shell/i.test(executablePath) ? 'shell' : true,
    from,
  })

  const named = machine.env.PUPPETEER_EXECUTABLE_PATH
  if (named) {
    if (machine.exists(named)) return found(named, 'PUPPETEER_EXECUTABLE_PATH')
    throw new BrowserNotFound(
      `PUPPETEER_EXECUTABLE_PATH is set to ${named}, and there is no file there. Correct it, or unset it to have a browser found.`,
    )
  }

  // On Linux on ARM Puppeteer downloads a browser for x64, which does not start.
  const downloads = machine.platform === 'linux' && machine.arch !== 'x64' ? [] : await machine.downloads()
  const downloaded = downloads.find(machine.exists)
  if (downloaded) return found(downloaded, 'puppeteer')

  const installed = systemPaths(machine).find(machine.exists)
  if (installed) return found(installed, 'system')

  if (machine.platform === 'linux' && machine.arch === 'x64' && machine.exists(GLIBC_LOADER)) {
    const chromium = await unpackChromium(machine.cacheFolders)
    const libraries = [chromium.libraries, machine.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
    return {
      executablePath: chromium.executablePath,
      args,
      headless: 'shell',
      from: '@sparticuz/chromium',
      env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: chromium.fontConfig },
    }
  }
  throw new BrowserNotFound(`No browser to print with was found. Get one with: ${howToGetOne(machine)}`)
}

/**
 * Starts a browser that {@link findBrowser} found. The caller closes it; if the caller is killed, the browser sees its
 * pipe close and ends too.
 *
 * Of the arguments that @sparticuz/chromium recommends none is passed: tried one by one, each left a printed
 * page's bytes and time as they were (`--font-render-hinting`, the GPU's, the zygote's), save `--single-process`, which
 * is only for AWS Lambda and whose bytes differ. Puppeteer's own defaults are enough.
 *
 * @param env the variables the browser starts with, before its own are added
 * @throws {Error} Puppeteer's, with the browser's output, when it does not start
 */
export async function launchBrowser(found: FoundBrowser, env = process.env): Promise<Browser> {
  const { launch } = await import('puppeteer')
  return launch({
    browser: 'chrome',
    executablePath: found.executablePath,
    args: found.args,
    headless: found.headless,
    env: { ...env, ...found.env },
    pipe: true,
  })
}

/** The machine this process runs on. */
export function thisMachine(): Machine {
  const uid = process.getuid?.()
  const xdg = process.env.XDG_CACHE_HOME
  return {
    env: process.env,
    platform: process.platform,
    arch: process.arch,
    isRoot: uid === 0,
    exists: existsSync,
    cacheFolders: [join(xdg || join(homedir(), '.cache'), 'prisme'), join(tmpdir(), `prisme-${uid}`)],
    downloads: puppeteerDownloads,
    canSandbox,
  }
}

/**
 * Chromium refuses to start as root with its sandbox, and as an ordinary user where the kernel gives no user namespaces
 * (in Docker, on Ubuntu since 23.10). A build must work there too, so there it runs without: what it opens is our own
 * page, with scripts off and every request refused. Where the sandbox works it stays.
 */
async function needsNoSandbox({ platform, isRoot, canSandbox }: Machine) {
  return platform === 'linux' && (isRoot || !(await canSandbox()))
}

function systemPaths({ platform, env }: Machine): string[] {
  if (platform === 'darwin') return MAC_PATHS
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    return WINDOWS_PATHS.flatMap((path) => roots.map((root) => win32.join(root, path)))
  }
  const folders = (env.PATH ?? '').split(':').filter(Boolean)
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}

/** Puppeteer's downloads are built for glibc on x64; elsewhere on Linux the system's packages have one. */
function howToGetOne({ platform, arch, exists }: Machine) {
  if (platform !== 'linux' || (arch === 'x64' && exists(GLIBC_LOADER))) {
    return 'npx puppeteer browsers install chrome-headless-shell'
  }
  return exists('/sbin/apk') ? 'apk add chromium' : 'apt-get install chromium-headless-shell'
}

async function puppeteerDownloads() {
  const { default: puppeteer } = await import('puppeteer')
  const place = (headless: true | 'shell') => puppeteer.executablePath({ browser: 'chrome', headless })
  return [place('shell'), place(true)]
}

/** Tries it: makes the three kinds of namespace that Chromium's sandbox is made of. Where that cannot be tried, no. */
async function canSandbox() {
  // Ubuntu's rule lets unshare pass and stops browsers outside the system's folders.
  const rule = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns'
  if (existsSync(rule) && readFileSync(rule, 'utf8').trim() !== '0') return false
  return promisify(execFile)('unshare', ['-U', '-r', '-p', '-n', '-f', 'true']).then(
    () => true,
    () => false,
  )
}
