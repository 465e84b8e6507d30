import { readdirSync, readFileSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256 } from './sha256.ts'
import { writeWhole } from './write.ts'

/**
 * What was made once and need not be made again, in a folder: a file for each thing, named by the hash of all that it was
 * made from. It holds nothing that cannot be made anew, and may be deleted at any time.
 */
export class Cache {
  private readonly folder: string
  private readonly anew: boolean
  private readonly used = new Set<string>()
  private readonly made = new Map<string, Buffer>()

  /** @param anew to make everything again, whatever is there */
  constructor(folder: string, anew = false) {
    this.folder = folder
    this.anew = anew
  }

  /** What was made from these parts, and how they are made where it is not there yet. */
  async have(parts: readonly string[], make: () => Promise<string | Uint8Array>): Promise<Buffer> {
    const name = hashOf(parts)
    this.used.add(name)
    const known = this.made.get(name) ?? (this.anew ? null : await readFile(join(this.folder, name)).catch(() => null))
    if (known) return known
    const made = Buffer.from(await make())
    this.made.set(name, made)
    return made
  }

  /** Keeps what was made for the next time, and nothing that has not been asked for. */
  async keep(): Promise<void> {
    // a folder that cannot be written to costs time and nothing else
    const writing = [...this.made].map(([name, data]) => writeWhole(join(this.folder, name), data).catch(() => {}))
    const names = await readdir(this.folder).catch(() => [])
    const deleting = names
      .filter((name) => !this.used.has(name))
      .map((name) => rm(join(this.folder, name), { force: true }))
    await Promise.all([...writing, ...deleting])
  }
}

/** The hash of parts, in their order. */
export const hashOf = (parts: readonly string[]) => sha256(JSON.stringify(parts))

let own: string | undefined

/** The hash of this program as it runs: what another made may come out differently. */
export function programHash(): string {
  if (own) return own
  const here = dirname(fileURLToPath(import.meta.url))
  const root = basename(here) === 'bundle' ? here : dirname(here)
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  own = sha256(files.map((file) => sha256(readFileSync(file))).join())
  return own
}
