import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes a file whole or not at all: beside its place first, then moved there. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const beside = besides(path)
  try {
    await writeFile(beside, data)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/** Writes several files, all or none: what was there before is put back where one of them cannot be moved to its place. */
export async function writeTogether(files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  const before = new Map<string, Uint8Array | null>()
  const moved: string[] = []
  try {
    for (const [path, data] of files) {
      before.set(path, await readFile(path).catch(() => null))
      await mkdir(dirname(path), { recursive: true })
      await writeFile(besides(path), data)
    }
    for (const path of files.keys()) {
      await rename(besides(path), path)
      moved.push(path)
    }
  } catch (error) {
    for (const path of files.keys()) await rm(besides(path), { force: true })
    for (const path of moved) {
      const old = before.get(path)
      if (old) await writeFile(path, old)
      else await rm(path, { force: true })
    }
    throw error
  }
}

const besides = (path: string) => `${path}.${process.pid}.part`
