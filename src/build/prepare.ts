import { join } from 'node:path'
import { readEditorial } from '../editorial/open.ts'
import { Problems } from '../input/problem.ts'
import { readAudiences } from '../tailor/audience.ts'
import { type Material, material } from '../tailor/rendering.ts'
import type { Folder, TemplateFolders } from '../tailor/template.ts'
import type { Cache } from './cache.ts'
import { type Choice, type PlannedDocument, planBuild } from './plan.ts'
import { readSource, type SourceFolder } from './source.ts'

/** What a build reads. */
export interface BuildFolders {
  source: Folder
  templates: TemplateFolders
}

export interface PreparedBuild {
  source: SourceFolder
  material: Material
  documents: PlannedDocument[]
}

/**
 * Reads everything a build needs and plans it; nothing is written.
 *
 * @throws {Problem} or {Problems} for input that no document can be made from
 */
export async function prepareBuild(
  folders: BuildFolders,
  choice: Choice & { audiences?: string[] },
  cache?: Cache,
): Promise<PreparedBuild> {
  const { path, shown } = folders.source
  const source = await readSource(folders.source, cache)
  if (source.update.problems.length) throw new Problems(source.update.problems)
  const { report, text, profile, update } = source
  const editorial = await readEditorial(path, shown, { report, text, profile, stale: update.stale })
  const from = material(source.report, source.text, 'report.md', editorial, source.update.stale)
  const audiences = await readAudiences(join(path, 'audiences'), `${shown}/audiences`, choice.audiences)
  return { source, material: from, documents: planBuild(audiences, from, choice) }
}
