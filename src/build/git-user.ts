import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** The name that git signs commits with in a folder; null where there is no git, or it knows nobody. */
export async function gitUser(folder: string): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('git', ['config', 'user.name'], { cwd: folder, encoding: 'utf8' })
    return stdout.trim() || null
  } catch {
    return null
  }
}
