import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../input/problem.ts'
import { readYaml, type YamlFile } from '../input/yaml.ts'
import { keyOf } from './key.ts'
import { emptyLock, type Lock, readLock } from './lock.ts'
import { editorialSchema, type WrittenEditorial } from './schema.ts'

export const editorialName = 'editorial.yaml'
export const lockName = 'editorial.lock.yaml'

/** What editors wrote and what the machine remembers, before either is held against a report. */
export interface EditorialFiles {
  written: WrittenEditorial
  lock: Lock
  /** The file as messages show it, and where its keys stand. */
  file: string
  at: YamlFile<unknown>['at']
}

/**
 * The editorial file and the lock file of a source folder. A folder may lack both: then nothing is said but what the report says.
 *
 * @throws {Problem} or {Problems} for a file that cannot be used, and a statement that is there twice
 */
export async function readEditorialFiles(folder: string, shown: string): Promise<EditorialFiles> {
  const [path, file] = [join(folder, editorialName), `${shown}/${editorialName}`]
  const lock = await readLock(join(folder, lockName), `${shown}/${lockName}`)
  if (!existsSync(path))
    return { written: editorialSchema.parse({}), lock, file, at: () => ({ file, line: 1, column: 1 }) }
  const { value, at } = await readYaml(path, editorialSchema, file)
  refuseTwins(value, at)
  if (!existsSync(join(folder, lockName)) && value.statements.some(({ fingerprint }) => fingerprint === undefined))
    lock.doubts.push(
      new Problem('there is no such file: every statement counts as not approved', {
        file: `${shown}/${lockName}`,
        expected: 'the file as git has it, or approvals: `prisme approve` lists what to read',
      }),
    )
  return { written: value, lock, file, at }
}

export const noFiles = (file: string): EditorialFiles => ({
  written: editorialSchema.parse({}),
  lock: emptyLock(),
  file,
  at: () => ({ file, line: 1, column: 1 }),
})

function refuseTwins({ statements }: WrittenEditorial, at: YamlFile<unknown>['at']): void {
  const seen = new Map<string, number>()
  for (const [index, statement] of statements.entries()) {
    const place = at(['statements', index])
    const key = keyOf(statement)
    const earlier = seen.get(key)
    if (earlier)
      throw new Problem(`statement "${key}" is there twice`, {
        ...place,
        found: key,
        expected: `another id; the first stands at line ${earlier}`,
      })
    seen.set(key, place.line)
  }
}
