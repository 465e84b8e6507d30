import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeSource } from './source.ts'

/** A folder with a small source folder in it, under git, with nobody's settings. */
export function makeRepository(files: Record<string, string> = {}) {
  const { folder } = makeSource(files)
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        ...Object.fromEntries(
          ['AUTHOR', 'COMMITTER'].flatMap((who) => [
            [`GIT_${who}_NAME`, 'Test'],
            [`GIT_${who}_EMAIL`, 'test@example.org'],
          ]),
        ),
      },
    }).trim()
  git('init', '--quiet', '--initial-branch', 'main')
  return {
    folder,
    git,
    commit(message: string): string {
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', message)
      return git('rev-parse', 'HEAD')
    },
    write(name: string, content: string) {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
    },
    copy(from: string, to: string) {
      cpSync(join(folder, from), join(folder, to), { recursive: true })
    },
  }
}
