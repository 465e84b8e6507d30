import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BrowserNotFound, findBrowser, launchBrowser, type Machine, thisMachine } from '../../src/build/browser.ts'
import { UnpackFailed, unpackChromium } from '../../src/build/unpack.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')
const loader = '/lib64/ld-linux-x86-64.so.2'

/** A Linux machine with nothing on it but the files named. */
function machine(files: string[], other: Partial<Machine> = {}): Machine {
  return {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    arch: 'x64',
    isRoot: false,
    exists: (path) => files.includes(path),
    cacheFolders: [],
    downloads: async () => ['/downloads/chrome-headless-shell', '/downloads/chrome'],
    canSandbox: async () => true,
    ...other,
  }
}

describe('which browser is found', () => {
  const everything = ['/my/browser', '/downloads/chrome', '/usr/bin/chromium', loader]

  it('takes the one PUPPETEER_EXECUTABLE_PATH names before any other', async () => {
    const found = await findBrowser(machine(everything, { env: { PUPPETEER_EXECUTABLE_PATH: '/my/browser' } }))
    expect(found).toEqual({
      executablePath: '/my/browser',
      from: 'PUPPETEER_EXECUTABLE_PATH',
      headless: true,
      args: [],
    })
  })

  it('says so when PUPPETEER_EXECUTABLE_PATH points at nothing, whatever else there is', async () => {
    const env = { PATH: '/usr/bin', PUPPETEER_EXECUTABLE_PATH: '/gone/chrome' }
    const error = await findBrowser(machine(everything, { env })).catch((e) => e)
    expect(error).toBeInstanceOf(BrowserNotFound)
    expect(error.message).toMatch(/PUPPETEER_EXECUTABLE_PATH.*\/gone\/chrome/)
  })

  it("takes Puppeteer's download before the system's, the headless shell before the full browser", async () => {
    const full = await findBrowser(machine(everything))
    expect(full).toMatchObject({ executablePath: '/downloads/chrome', from: 'puppeteer', headless: true })
    const shell = await findBrowser(machine([...everything, '/downloads/chrome-headless-shell']))
    expect(shell).toMatchObject({ executablePath: '/downloads/chrome-headless-shell', headless: 'shell' })
  })

  it('prefers a headless shell on PATH to a full browser that comes earlier on PATH', async () => {
    const found = await findBrowser(machine(['/usr/local/bin/chromium', '/usr/bin/chromium-headless-shell']))
    expect(found).toMatchObject({
      executablePath: '/usr/bin/chromium-headless-shell',
      from: 'system',
      headless: 'shell',
    })
  })

  it('knows where macOS and Windows keep theirs', async () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(await findBrowser(machine([chrome], { platform: 'darwin' }))).toMatchObject({
      executablePath: chrome,
      from: 'system',
    })
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const env = { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' }
    expect(await findBrowser(machine([edge], { platform: 'win32', env }))).toMatchObject({ executablePath: edge })
  })

  it.each([
    ['macOS', { platform: 'darwin' }, [], 'npx puppeteer browsers install chrome-headless-shell'],
    ['Windows', { platform: 'win32' }, [], 'npx puppeteer browsers install chrome-headless-shell'],
    ['Linux on ARM', { arch: 'arm64' }, [loader], 'apt-get install chromium-headless-shell'],
    ['Alpine', {}, ['/sbin/apk'], 'apk add chromium'],
  ] as const)('names the one command that gets a browser on %s', async (_, kind, files, command) => {
    const error = await findBrowser(machine([...files], kind)).catch((e) => e)
    expect(error).toBeInstanceOf(BrowserNotFound)
    expect(error.message).toContain(command)
  })

  it("passes by Puppeteer's download on Linux on ARM, where it is a browser for x64", async () => {
    const found = await findBrowser(machine(['/downloads/chrome', '/usr/bin/chromium'], { arch: 'arm64' }))
    expect(found.executablePath).toBe('/usr/bin/chromium')
  })
})

describe('the sandbox', () => {
  const argsOn = async (other: Partial<Machine>) =>
    (await findBrowser(machine(['/b'], { env: { PUPPETEER_EXECUTABLE_PATH: '/b' }, ...other }))).args

  it('stays for an ordinary user', async () => {
    expect(await argsOn({})).toEqual([])
  })

  it('goes for root and where the kernel has none for ordinary users, on Linux only', async () => {
    expect(await argsOn({ isRoot: true })).toEqual(['--no-sandbox'])
    expect(await argsOn({ canSandbox: async () => false })).toEqual(['--no-sandbox'])
    expect(await argsOn({ isRoot: true, canSandbox: async () => false, platform: 'darwin' })).toEqual([])
  })
})

const packaged = process.platform === 'linux' && process.arch === 'x64' && existsSync(loader)

describe.runIf(packaged)('the browser inside @sparticuz/chromium', { timeout: 60_000 }, () => {
  const folder = `chromium-${packagedVersion()}`
  let place: string
  let cache: string

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'prisme-browser-'))
    cache = join(place, 'cache')
    await compile(place)
  })
  afterAll(() => rm(place, { recursive: true, force: true }))

  it('serves two processes that start at once on a machine with nothing unpacked', async () => {
    const print = () => run(process.execPath, [join(place, 'print.js'), cache], { encoding: 'latin1', maxBuffer: 1e8 })
    const [one, other] = await Promise.all([print(), print()])
    expect(one.stdout).toMatch(/^%PDF-/)
    expect(withoutDates(one.stdout)).toBe(withoutDates(other.stdout))
    expect(await readdir(cache)).toEqual([folder])
  })

  it('prints the same again from the same folder, and leaves our own environment alone', async () => {
    const before = { ...process.env }
    const here = bare([cache])
    const first = await print(here)
    expect(first).toContain('/StructTreeRoot')
    expect(withoutDates(await print(here))).toBe(withoutDates(first))
    expect(process.env).toEqual(before)
  })

  it('sees no font of the machine, so that no machine prints its own', async () => {
    const fonts = (await print(bare([cache]))).match(/\/BaseFont \/\w+\+[\w-]+/g) ?? []
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/\+OpenSans/)
  })

  it('ends with the process that started it, however that ended', async () => {
    const child = spawn(process.execPath, [join(place, 'print.js'), cache, 'wait'], {
      env: { ...process.env, TMPDIR: place }, // it leaves its profile behind
    })
    const pid = Number(await new Promise((told) => child.stdout.once('data', told)))
    expect(await alive(pid)).toBe(true)
    child.kill('SIGKILL')
    for (let tries = 0; (await alive(pid)) && tries < 100; tries++) await sleep(50)
    expect(await alive(pid)).toBe(false)
  })

  it('leaves nothing that looks finished when it is killed half-way, and the next one recovers', async () => {
    const torn = join(place, 'torn')
    const child = spawn(process.execPath, [join(place, 'print.js'), torn], { detached: true, stdio: 'ignore' })
    const started = async () => existsSync(torn) && (await readdir(torn)).some((name) => name.startsWith('unpacking-'))
    while (!(await started()) && child.exitCode === null) await sleep(20)
    process.kill(-child.pid!, 'SIGKILL')
    await new Promise((ended) => child.once('exit', ended))
    expect((await readdir(torn)).map((name) => name.replace(/-\w{6}$/, ''))).toEqual([`${folder}.lock`, 'unpacking'])

    const longAgo = new Date(Date.now() - 60_000) // spares the wait for the dead process's lock to grow stale
    await utimes(join(torn, `${folder}.lock`), longAgo, longAgo)
    const { executablePath } = await unpackChromium([torn])
    expect(existsSync(executablePath)).toBe(true)
    expect(await readdir(torn)).toEqual([folder])

    await rm(join(torn, folder, 'fonts'), { recursive: true }) // as a cleaner of temporary folders does
    await unpackChromium([torn])
    expect(existsSync(join(torn, folder, 'fonts/fonts/Open_Sans/OpenSans-Regular.ttf'))).toBe(true)
  })

  it('takes the next folder where the first cannot be made or is open to others', async () => {
    const blocked = join(place, 'a-file')
    await writeFile(blocked, '')
    const open = join(place, 'open')
    await mkdir(open)
    await chmod(open, 0o777)
    const link = join(place, 'link')
    await symlink(cache, link)

    const { executablePath } = await unpackChromium([join(blocked, 'cache'), open, link, cache])
    expect(executablePath).toBe(join(cache, folder, 'chromium'))
    const error = await unpackChromium([join(blocked, 'cache'), open]).catch((e) => e)
    expect(error).toBeInstanceOf(UnpackFailed)
    expect(error.message).toContain(open)
    expect(await readdir(open)).toEqual([])
  })
})

/** The real machine, as if it had no browser of its own. */
function bare(cacheFolders: string[]): Machine {
  const real = thisMachine()
  return { ...real, env: {}, downloads: async () => [], exists: (path) => path === loader, cacheFolders }
}

async function print(here: Machine) {
  const found = await findBrowser(here)
  expect(found.from).toBe('@sparticuz/chromium')
  const browser = await launchBrowser(found)
  try {
    const page = await browser.newPage()
    await page.setContent(
      '<html lang="da"><title>Blåbærgrød</title><p>æøå ÆØÅ</p><p style="font-family: serif">ÆØÅ</p>',
    )
    return Buffer.from(await page.pdf({ tagged: true })).toString('latin1')
  } finally {
    await browser.close()
  }
}

const withoutDates = (pdf: string) => pdf.replace(/D:\d{14}/g, 'D:')

/** Asks /proc, not a signal: in a container an ended process may never be fetched and still take signals. */
async function alive(pid: number) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z')
  return !/\) Z/.test(stat)
}

function packagedVersion(): string {
  const require = createRequire(import.meta.url)
  return require(join(dirname(require.resolve('@sparticuz/chromium')), '../../package.json')).version
}

/** Puts the modules under test into `place` as JavaScript, for processes of their own to run. */
async function compile(place: string) {
  await symlink(join(root, 'node_modules'), join(place, 'node_modules'))
  await writeFile(join(place, 'package.json'), '{ "type": "module" }')
  const options = ['--ignoreConfig', '--noCheck', '--module', 'nodenext', '--target', 'es2023']
  const imports = ['--allowImportingTsExtensions', '--rewriteRelativeImportExtensions']
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const source = join(root, 'src/build/browser.ts')
  await run(process.execPath, [tsc, ...options, ...imports, '--outDir', place, source])
  await writeFile(
    join(place, 'print.js'),
    `import { findBrowser, launchBrowser, thisMachine } from './browser.js'
     const [cache, wait] = process.argv.slice(2)
     const bare = { env: {}, downloads: async () => [], exists: (path) => path === '${loader}', cacheFolders: [cache] }
     const browser = await launchBrowser(await findBrowser({ ...thisMachine(), ...bare }))
     if (wait) console.log(browser.process().pid)
     else {
       const page = await browser.newPage()
       await page.setContent('<title>Blåbærgrød</title><p>æøå')
       process.stdout.write(await page.pdf())
       await browser.close()
     }`,
  )
}
