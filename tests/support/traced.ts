import { prepareBuild } from '../../src/build/prepare.ts'
import type { Trace } from '../../src/build/trace/shape.ts'
import { type Asked, trace } from '../../src/build/trace/trace.ts'
import { foldersOf } from '../../src/cli/folders.ts'
import { makeSource } from './source.ts'

export type Ask = (name: string, text?: string, more?: Partial<Asked>) => Promise<Trace>

/** Traces in a source folder, read once. */
export async function asking(source: string, out = 'nothing-is-built-here') {
  const folders = foldersOf({ source })
  const prepared = await prepareBuild(folders, {})
  const ask: Ask = (name, text, more) =>
    trace({ name, text: text ?? null, row: null, column: null, ...more }, prepared, folders, out)
  return { ask, prepared, folders }
}

/** Traces in the small report, or in the files given. */
export async function askingSmall(template: string, files: Record<string, string> = {}) {
  const { folders } = makeSource({ 'templates/briefs/brief.md.hbs': template, ...files })
  const prepared = await prepareBuild(folders, {})
  const ask: Ask = (name, text, more) =>
    trace({ name, text: text ?? null, row: null, column: null, ...more }, prepared, folders, 'out')
  return { ask, prepared, folders }
}
