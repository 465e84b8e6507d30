import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, lchown, lstat, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** What a folder made by {@link unpackChromium} holds, as absolute paths. */
export interface UnpackedChromium {
  executablePath: string
  /** NSS, NSPR and expat, which a bare machine lacks. */
  libraries: string
  /** A fontconfig file that knows the package's own font and no other. */
  fontConfig: string
}

/** No Chromium could be unpacked; `cause` is what stopped it. */
export class UnpackFailed extends Error {
  override name = 'UnpackFailed'
}

const require = createRequire(import.meta.url)

/** What must be there for a folder to count as whole; the rest of the package is WebGL, which printing never uses. */
const PIECES = [
  'chromium',
  'fonts.conf',
  'fonts/fonts/Open_Sans/OpenSans-Regular.ttf',
  'al2023/lib/libnss3.so',
  'al2023/lib/libnspr4.so',
  'al2023/lib/libexpat.so.1',
]

/** With the machine's own fonts a glyph the theme lacks would come out differently on every machine. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts/fonts</dir></fontconfig>
`

/** Runs in a process of its own, because the package reads TMPDIR and AWS_… from the environment when it is loaded. */
const UNPACK = 'import(process.argv[1]).then((chromium) => chromium.default.executablePath())'

/**
 * Gives the Chromium inside @sparticuz/chromium, unpacked once a version into `<cache folder>/chromium-<version>`.
 * However many processes ask at once, one unpacks and the others wait; a folder of that name is always whole, because
 * it is filled under another name and then renamed.
 *
 * @param cacheFolders where to keep it: the first that is or can be made ours; one that cannot be written to will do if the browser is in it
 * @throws {UnpackFailed} when no folder is usable or the package does not unpack
 */
export async function unpackChromium(cacheFolders: readonly string[]): Promise<UnpackedChromium> {
  const packageEntry = require.resolve('@sparticuz/chromium')
  const { version } = require(join(dirname(packageEntry), '../../package.json')) as { version: string }
  const name = `chromium-${version}`

  const refusals: Error[] = []
  for (const cache of cacheFolders) {
    const home = join(cache, name)
    try {
      await claim(cache)
      if (!isWhole(home)) await underLock(cache, name, () => fill(cache, home, packageEntry))
      return {
        executablePath: join(home, 'chromium'),
        libraries: join(home, 'al2023/lib'),
        fontConfig: join(home, 'fonts.conf'),
      }
    } catch (error) {
      refusals.push(error as Error)
    }
  }
  const reasons = refusals.map((error, at) => `${cacheFolders[at]}: ${error.message}`).join('; ')
  throw new UnpackFailed(`The Chromium of @sparticuz/chromium could not be unpacked (${reasons})`, {
    cause: refusals.at(-1),
  })
}

const isWhole = (home: string) => PIECES.every((piece) => existsSync(join(home, piece)))

/** Makes the folder, or refuses one that is there: what another user may write to, another user could make us run. */
async function claim(folder: string) {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const found = await lstat(folder)
  const owners = [0, process.getuid?.()]
  if (!found.isDirectory() || !owners.includes(found.uid) || found.mode & 0o002) {
    throw new Error('it belongs to other users or is open to them')
  }
}

type Lock = (
  file: string,
  options: {
    lockfilePath: string
    realpath: boolean
    stale: number
    update: number
    retries: { retries: number; factor: number; minTimeout: number; maxTimeout: number }
    onCompromised: (error: Error) => void
  },
) => Promise<() => Promise<void>>

/**
 * The lock spares the work of unpacking twice; that a folder is whole rests on the rename alone. So a lock that was
 * lost (a laptop that slept, a process that was stopped) is no harm.
 */
async function underLock(cache: string, name: string, work: () => Promise<void>) {
  const { lock } = require('proper-lockfile') as { lock: Lock }
  const release = await lock(cache, {
    lockfilePath: join(cache, `${name}.lock`),
    realpath: false,
    stale: 5_000, // a killed process is waited for no longer than this
    update: 1_000,
    retries: { retries: 1_200, factor: 1, minTimeout: 100, maxTimeout: 100 },
    onCompromised: () => {},
  })
  try {
    await work()
  } finally {
    await release().catch(() => {}) // fails only when the lock was lost, see above
  }
}

async function fill(cache: string, home: string, packageEntry: string) {
  if (isWhole(home)) return // while we waited
  await rm(home, { recursive: true, force: true }) // a tmp cleaner took some of it
  for (const left of await readdir(cache)) {
    if (left.startsWith('unpacking-')) await rm(join(cache, left), { recursive: true, force: true }) // of a killed process
  }

  const part = await mkdtemp(join(cache, 'unpacking-'))
  try {
    await promisify(execFile)(process.execPath, ['-e', UNPACK, packageEntry], {
      env: { TMPDIR: part, HOME: part, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }, // the last one brings NSS, NSPR and expat
    })
    await writeFile(join(part, 'fonts.conf'), FONTS_CONF)
    await settleOwner(part)
    if (!isWhole(part)) throw new Error(`@sparticuz/chromium left out one of ${PIECES.join(', ')}`)
    await rename(part, home).catch((error) => {
      if (!isWhole(home)) throw error // else another process was quicker
    })
  } finally {
    await rm(part, { recursive: true, force: true })
  }
}

/** Unpacked by root, files keep the owner that the package's archive names: a stranger's number on this machine. */
async function settleOwner(folder: string) {
  await chmod(folder, 0o755)
  await chmod(join(folder, 'chromium'), 0o755)
  const uid = process.getuid?.()
  const gid = process.getgid?.()
  if (uid === undefined || gid === undefined) return
  for (const entry of await readdir(folder, { recursive: true })) await lchown(join(folder, entry), uid, gid)
}
