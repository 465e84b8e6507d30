import { existsSync } from 'node:fs'
import { basename, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BuildFolders } from '../build/prepare.ts'
import { Problem } from '../input/problem.ts'
import type { Folder } from '../tailor/template.ts'

/** The folders that `--source` and `--templates` name; a source folder's own templates come first, ours last. */
export function foldersOf({ source, templates }: { source: string; templates?: string }): BuildFolders {
  if (templates !== undefined && !existsSync(templates))
    throw new Problem('there is no such templates folder', {
      file: templates,
      expected: 'a folder with briefs/, layouts/ and themes/',
    })
  const shipped = fileURLToPath(new URL('../../templates', import.meta.url))
  const general = templates ?? (existsSync('templates') ? 'templates' : shipped)
  const own = join(source, 'templates')
  const ownFirst =
    existsSync(own) && resolve(own) !== resolve(general) ? [folder(own, `${nameOf(source)}/templates`)] : []
  return { source: folder(source, nameOf(source)), templates: { folders: [...ownFirst, folder(general, 'templates')] } }
}

const nameOf = (path: string) => basename(resolve(path))

function folder(path: string, name: string): Folder {
  const way = relative('.', path).split(sep).join('/')
  return { path: resolve(path), shown: way.startsWith('..') ? resolve(path) : way || '.', name }
}
