import { existsSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { standAgainst } from '../../editorial/open.ts'
import { noSuch } from '../../input/no-such.ts'
import { Problem, problemsOf } from '../../input/problem.ts'
import { readText } from '../../input/read-text.ts'
import { readYaml } from '../../input/yaml.ts'
import { modelReport } from '../../model/model.ts'
import { profileSchema } from '../../model/profile.ts'
import type { Report } from '../../model/report.ts'
import { readReport } from '../../read/read.ts'
import { type Material, material } from '../../tailor/rendering.ts'
import { type PlannedDocument, planBuild } from '../plan.ts'
import { type BuildFolders, prepareBuild } from '../prepare.ts'
import { readSource } from '../source.ts'
import { commitOf, revised, revisionNames, writeRevised } from './git.ts'

/** A report that is to be compared, with the documents that are to be made of it. */
export interface Version {
  /** As it was asked for. */
  name: string
  report: Report
  folders: BuildFolders
  material: Material | null
  documents: PlannedDocument[]
  /** Why there are no documents. */
  problems: Problem[]
}

/** Where versions are looked for. */
export interface Places {
  /** The source folder whose profile, audiences and statements go with a report that has none. */
  source: string
  /** A source folder with the templates that go with it. */
  foldersOf(source: string): BuildFolders
  /** An empty folder, for what git has. */
  scratch: string
}

/**
 * Reads versions by name: a source folder, a report, a git revision, or a folder or report of one (`HEAD~1:source`). A name that is
 * there as a file is no revision.
 */
export function versions({ source, foldersOf, scratch }: Places) {
  const prepared = new Map<string, ReturnType<typeof prepare>>()
  let count = 0

  return async function version(name: string): Promise<Version> {
    if (existsSync(name)) {
      if (statSync(name).isDirectory()) return folder(name, foldersOf(name))
      return isHome(name) ? folder(name, foldersOf(dirname(name))) : file(name, name, dirname(name))
    }
    const [revision, path] = parted(name)
    const isThere = existsSync(source)
    const root = path === null && isThere ? source : '.'
    const commit = await commitOf(root, revision)
    if (!commit) throw await unknown(name, root)
    const found = await revised(root, commit, path ?? (isThere ? '.' : `./${source}`), name)
    const into = join(scratch, String(++count), basename(found.kind === 'folder' ? found.path || source : '.'))
    await writeRevised(found, into, ['report.yaml'])
    if (found.kind === 'file') return file(name, join(into, basename(found.path)), into)
    const folders = foldersOf(into)
    return folder(name, { ...folders, source: { ...folders.source, shown: name } })
  }

  async function folder(name: string, folders: BuildFolders): Promise<Version> {
    return { name, folders, ...(await preparedOnce(folders)) }
  }

  /** A report alone: what it lacks, the source folder has. */
  async function file(name: string, path: string, beside: string): Promise<Version> {
    const folders = foldersOf(source)
    const own = join(beside, 'report.yaml')
    const general = join(source, 'report.yaml')
    if (!existsSync(own) && !existsSync(general))
      throw new Problem('has no profile', { file: name, expected: `report.yaml beside it, or ${general}` })
    const { value: profile } = await readYaml(existsSync(own) ? own : general, profileSchema)
    const text = await readText(path, name)
    const report = modelReport(readReport(text, name, profile.language), profile)
    const none = { name, report, folders, material: null, documents: [] }
    if (!existsSync(source)) return { ...none, problems: [noFolder(source)] }
    return attempt(none, async () => {
      const home = await preparedOnce(folders)
      if (!home.material) return { ...none, problems: home.problems }
      const editorial = standAgainst(home.material.editorial.files, { report, text, profile, stale: [] })
      const from = material(report, text, 'report.md', editorial, [])
      const audiences = [...new Set(home.documents.map(({ audience }) => audience))]
      return { ...none, material: from, documents: planBuild(audiences, from, {}), problems: [] }
    })
  }

  function preparedOnce(folders: BuildFolders) {
    const { path } = folders.source
    const known = prepared.get(path) ?? prepare(folders)
    prepared.set(path, known)
    return known
  }
}

/** A source folder whose documents cannot be made still has a report. */
async function prepare(folders: BuildFolders): Promise<Omit<Version, 'name' | 'folders'>> {
  try {
    const { source, material, documents } = await prepareBuild(folders, {})
    return { report: source.report, material, documents, problems: [] }
  } catch (error) {
    const problems = problemsOf(error)
    if (!problems.length) throw error
    const { report } = await readSource(folders.source)
    return { report, material: null, documents: [], problems }
  }
}

async function attempt(none: Omit<Version, 'problems'>, action: () => Promise<Version>): Promise<Version> {
  try {
    return await action()
  } catch (error) {
    const problems = problemsOf(error)
    if (!problems.length) throw error
    return { ...none, problems }
  }
}

/** Is a file the report of a source folder? */
const isHome = (path: string) => basename(path) === 'report.md' && existsSync(join(dirname(path), 'report.yaml'))

const noFolder = (source: string) =>
  new Problem('there is no such source folder, and so no audiences', {
    file: source,
    expected: 'a folder with report.md, report.yaml and audiences/',
  })

/** "HEAD~1:source" as revision and path. */
function parted(name: string): [string, string | null] {
  const at = name.indexOf(':')
  return at < 0 ? [name, null] : [name.slice(0, at), name.slice(at + 1)]
}

/** What was meant may be a file of the same folder or a revision. */
async function unknown(name: string, root: string): Promise<Problem> {
  const [revision, path] = parted(name)
  const names = await revisionNames(root)
  const folder = dirname(name)
  const files = await readdir(folder).catch(() => [])
  const shown = files.map((file) => (folder === '.' ? file : join(folder, file)))
  if (names === null)
    return noSuch('there is no such file or folder, and no git repository to look for a revision in', name, shown, {
      file: resolve(root) === resolve('.') ? undefined : root,
    })
  if (path !== null) return noSuch(`there is no revision "${revision}"`, revision, names)
  return noSuch('is no file, no folder and no git revision', name, [...names, ...shown], { file: name })
}
