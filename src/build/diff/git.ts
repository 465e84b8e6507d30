import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, posix } from 'node:path'
import { promisify } from 'node:util'
import { nearest } from '../../input/nearest.ts'
import { noSuch } from '../../input/no-such.ts'
import { Problem } from '../../input/problem.ts'
import { inside } from '../../input/safe-path.ts'

/** A file or folder as a revision has it. */
interface Revised {
  kind: 'file' | 'folder'
  /** Of the repository, where git is asked. */
  root: string
  commit: string
  /** From the root of the repository; empty for all of it. */
  path: string
}

const mostBytes = 2 ** 30

/** What a git command says; null where it fails. */
async function ask(root: string, ...args: string[]): Promise<string | null> {
  const options = { cwd: root, maxBuffer: mostBytes, encoding: 'utf8' } as const
  try {
    return (await promisify(execFile)('git', args, options)).stdout
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Problem(
        'needs git to read a revision, and there is none',
        { expected: 'git on the PATH' },
        { cause: error },
      )
    return null
  }
}

/** The commit that a name means ("HEAD~1", a tag, a branch, a hash); null where there is none, or no repository. */
export async function commitOf(root: string, revision: string): Promise<string | null> {
  if (revision.startsWith('-')) return null
  return (await ask(root, 'rev-parse', '--verify', '--quiet', `${revision}^{commit}`))?.trim() || null
}

/** Names that a revision may be asked for by: branches and tags; null where there is no repository. */
export async function revisionNames(root: string): Promise<string[] | null> {
  const listed = await ask(root, 'for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/tags', 'refs/remotes')
  return listed === null ? null : ['HEAD', ...listed.split('\n').filter(Boolean)]
}

/**
 * What a revision has at a path.
 *
 * @param path from the root of the repository; from `root` where it begins with "./"
 * @throws {Problem} where it has nothing there, with the nearest that it has
 */
export async function revised(root: string, commit: string, path: string, named: string): Promise<Revised> {
  const prefix = path.startsWith('.') ? ((await ask(root, 'rev-parse', '--show-prefix')) ?? '').trim() : ''
  const full = posix.normalize(posix.join(prefix, path)).replace(/^\.?\/|^\.$|\/$/g, '')
  const type = (await ask(root, 'cat-file', '-t', `${commit}:${full}`))?.trim()
  if (type === 'blob' || type === 'tree') return { kind: type === 'blob' ? 'file' : 'folder', root, commit, path: full }
  const all = (await filesOf({ kind: 'folder', root, commit, path: '' })).map(({ path }) => path)
  const places = [...new Set(all.flatMap((file) => [file, dirname(file)]))]
  const reports = places.filter((place) => all.includes(`${place}/report.md`))
  const found = noSuch(`the revision has no "${full}"`, full, reports, { file: named })
  throw found.details.nearest ? found : found.at({ nearest: nearest(full, places) })
}

interface RevisedFile {
  /** From the root of the repository. */
  path: string
  object: string
}

/** The regular files in a folder of a revision. */
async function filesOf({ root, commit, path }: Revised): Promise<RevisedFile[]> {
  const place = path ? ['--', `${path}/`] : []
  const listed = (await ask(root, 'ls-tree', '-r', '-z', '--full-tree', commit, ...place)) ?? ''
  return listed.split('\0').flatMap((entry) => {
    const match = /^100\d{3} blob (?<object>\w+)\t(?<path>.+)$/s.exec(entry)
    return match ? [match.groups as unknown as RevisedFile] : []
  })
}

/** Writes a folder of a revision into a folder of the disk; of a file, it and what is asked for beside it. */
export async function writeRevised(from: Revised, into: string, beside: string[] = []): Promise<void> {
  const folder = from.kind === 'folder' ? from.path : posix.dirname(from.path).replace(/^\.$/, '')
  const all = await filesOf({ ...from, kind: 'folder', path: folder })
  const names = beside.map((name) => posix.join(folder, name))
  const wanted = from.kind === 'folder' ? all : all.filter(({ path }) => path === from.path || names.includes(path))
  for (const { path, object } of wanted) {
    const target = await inside(into, posix.relative(folder, path))
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, await bytesOf(from.root, object))
  }
}

async function bytesOf(root: string, object: string): Promise<Buffer> {
  const options = { cwd: root, maxBuffer: mostBytes, encoding: 'buffer' } as const
  return (await promisify(execFile)('git', ['cat-file', 'blob', object], options)).stdout
}
