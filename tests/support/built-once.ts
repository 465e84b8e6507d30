import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'
import { type Artifact, manifestSchema } from '../../src/build/manifest.ts'
import { processIo } from '../../src/cli/io.ts'
import { prisme } from './command.ts'

export interface BuiltFolder {
  /** Where the files are. */
  out: string
  artifacts: Artifact[]
}

/**
 * All documents of a source folder as `prisme build` makes them: built by the first test that asks, and read by all others of the
 * run, in whatever process they are. Nobody writes there.
 */
export async function builtOnce(source: string): Promise<BuiltFolder> {
  const out = join(inject('runFolder'), basename(source))
  const failure = `${out}.failed`
  if (isFirst(`${out}.begun`)) await build(source, out, failure)
  while (!existsSync(out)) {
    if (existsSync(failure)) throw new Error(readFileSync(failure, 'utf8'))
    await sleep(100)
  }
  const { artifacts } = manifestSchema.parse(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')))
  return { out, artifacts }
}

/** A folder can be made by one only. */
function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark)
    return true
  } catch {
    return false
  }
}

async function build(source: string, out: string, failure: string): Promise<void> {
  const part = `${out}.part`
  const args = ['build', '--source', source, '--out', part, '--quiet']
  const { code, stderr } = await prisme(resolve('.'), args, processIo).catch((error) => ({
    code: -1,
    stderr: `${error}`,
  }))
  if (code === 0) renameSync(part, out)
  else writeFileSync(failure, `${source} could not be built: exit ${code}\n${stderr}`)
}
