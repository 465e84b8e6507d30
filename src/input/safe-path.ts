import { realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { Problem, type ProblemDetails } from './problem.ts'

/**
 * The path of `name` inside `folder`, also after symbolic links.
 *
 * @throws {Problem} when it leads out of the folder
 */
export async function inside(folder: string, name: string, place: ProblemDetails = {}): Promise<string> {
  const path = resolve(folder, name)
  const outside = () =>
    new Problem('leads out of its folder', {
      ...place,
      found: name,
      expected: 'a path inside the folder it is named in',
    })
  if (!holds(folder, path) || name.includes('\0')) throw outside()
  if (!holds(await real(folder), await real(path))) throw outside()
  return path
}

/** A path after symbolic links; what is not there yet stands where its folder does. */
async function real(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(await real(above), basename(path))
  }
}

function holds(folder: string, path: string): boolean {
  const way = relative(resolve(folder), path)
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path && !/^[A-Za-z]:/.test(way)
}
