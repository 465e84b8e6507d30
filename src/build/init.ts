import { lstat, mkdir, readFile, realpath, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { editorialSchema } from '../editorial/schema.ts'
import { Problem } from '../input/problem.ts'
import { decodeUtf8, readText } from '../input/read-text.ts'
import { parseYaml } from '../input/yaml.ts'
import type { Language } from '../locale/locales.ts'
import { type Inferred, inferProfile } from '../model/infer/infer.ts'
import { inferLanguage } from '../model/infer/language.ts'
import { profileYaml } from '../model/infer/profile-yaml.ts'
import { modelReport } from '../model/model.ts'
import { type Profile, profileSchema } from '../model/profile.ts'
import type { Report } from '../model/report.ts'
import { foldSpace } from '../model/text.ts'
import { readReport } from '../read/read.ts'
import { audienceSchema } from '../tailor/audience.ts'
import { starterFiles } from '../tailor/starter/starter.ts'
import { writeWhole } from './write.ts'

/** A source folder that is ready to be written. */
export interface NewSource {
  /** By path inside the folder, the report first. */
  files: Map<string, string | Uint8Array>
  profile: Profile
  said: Inferred['said']
  report: Report
}

/**
 * Reads a report and makes the files of a source folder that builds: the report byte for byte, its profile, and an audience
 * to begin with. Nothing is written; what will be was read again as a build reads it.
 *
 * @param path the report
 * @throws {Problem} or {Problems} for a report that cannot be used
 */
export async function prepareSource(path: string, language: Language | undefined): Promise<NewSource> {
  await readText(path) // its problems name the file, where the bytes alone would not
  const bytes = await readFile(path)
  const text = decodeUtf8(bytes, path)
  const guessed = language ?? inferLanguage(text).value
  const name = foldSpace(basename(path, extname(path)).replace(/[_-]+/g, ' ')) || 'report'
  const inferred = inferProfile(readReport(text, path, guessed), { language, name })
  const yaml = profileYaml(inferred)
  const { value: profile } = parseYaml(yaml, profileSchema, 'report.yaml')
  const report = modelReport(readReport(text, path, profile.language), profile)
  const starter = starterFiles(report, profile, text)
  for (const [file, content] of Object.entries(starter)) {
    if (file.startsWith('audiences/')) parseYaml(content, audienceSchema, file)
    if (file === 'editorial.yaml') parseYaml(content, editorialSchema, file)
  }
  const files = new Map<string, string | Uint8Array>([
    ['report.md', bytes],
    ['report.yaml', yaml],
    ...Object.entries(starter),
  ])
  return { files, profile, said: inferred.said, report }
}

/**
 * Writes the files of a new source folder, all or none. A report that stands in the folder already is left as it is.
 *
 * @returns the paths written, inside the folder
 * @throws {Problem} where one of the files is there, or the folder is a file
 */
export async function writeSource(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  reportPath: string,
): Promise<string[]> {
  await refuseFile(folder)
  const isThere = await isSame(reportPath, join(folder, 'report.md'))
  const wanted = [...files].filter(([name]) => !(isThere && name === 'report.md'))
  const taken: string[] = []
  for (const [name] of wanted) if (await exists(join(folder, name))) taken.push(name)
  if (taken.length)
    throw new Problem('holds files that would be written', {
      file: folder,
      found: taken.join(', '),
      expected: 'a new folder, or one without these files',
    })
  await writeAll(folder, wanted)
  return wanted.map(([name]) => name)
}

/** What fails half-way takes back what was written, and the folders made for it. */
async function writeAll(folder: string, files: [string, string | Uint8Array][]): Promise<void> {
  const made: string[] = []
  const written: string[] = []
  try {
    for (const [name, data] of files) {
      const path = join(folder, name)
      made.push(...(await makeFolder(dirname(path))))
      await writeWhole(path, data)
      written.push(path)
    }
  } catch (error) {
    for (const path of written) await rm(path, { force: true })
    for (const path of made.reverse()) await rmdir(path).catch(() => {})
    throw error
  }
}

/** Makes a folder and those above it; tells which, the outermost first. */
async function makeFolder(path: string): Promise<string[]> {
  const first = await mkdir(path, { recursive: true })
  if (first === undefined) return []
  const made: string[] = []
  for (let at = resolve(path); at.length >= resolve(first).length; at = dirname(at)) made.unshift(at)
  return made
}

async function refuseFile(folder: string): Promise<void> {
  const found = await lstat(folder).catch(() => null)
  const target = found?.isSymbolicLink() ? await lstat(await realpath(folder)).catch(() => null) : found
  if (found && !target?.isDirectory())
    throw new Problem('is not a folder', { file: folder, expected: 'a folder, or a name that is free' })
}

const exists = (path: string) =>
  lstat(path).then(
    () => true,
    () => false,
  )

async function isSame(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([a, b].map((path) => realpath(path).catch(() => null)))
  return first !== null && first === second
}
