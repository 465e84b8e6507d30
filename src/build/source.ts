import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../input/problem.ts'
import { readText } from '../input/read-text.ts'
import { readYaml, type YamlFile } from '../input/yaml.ts'
import { modelReport } from '../model/model.ts'
import { type Profile, profileSchema } from '../model/profile.ts'
import type { Report } from '../model/report.ts'
import { readReport } from '../read/read.ts'
import type { Folder } from '../tailor/template.ts'

/** A source folder as it was read. */
export interface SourceFolder {
  folder: Folder
  text: string
  report: Report
  profile: Profile
  /** Where a key of report.yaml stands. */
  at: YamlFile<Profile>['at']
}

/**
 * Reads `report.md` and `report.yaml` of a folder.
 *
 * @throws {Problem} or {Problems} for what cannot be used
 */
export async function readSource(folder: Folder): Promise<SourceFolder> {
  const { path, shown } = folder
  if (!existsSync(path))
    throw new Problem('there is no such source folder', {
      file: shown,
      expected: 'a folder with report.md and report.yaml',
    })
  if (!existsSync(join(path, 'report.yaml')))
    throw new Problem('there is no such file', {
      file: `${shown}/report.yaml`,
      expected: 'the profile of the report; `prisme init REPORT.md --into DIR` writes one',
    })
  const { value: profile, at } = await readYaml(join(path, 'report.yaml'), profileSchema, `${shown}/report.yaml`)
  const text = await readText(join(path, 'report.md'), `${shown}/report.md`)
  const report = modelReport(readReport(text, `${shown}/report.md`, profile.language), profile)
  return { folder, text, report, profile, at }
}
