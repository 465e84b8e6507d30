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
import { readData } from '../update/data.ts'
import { type Updated, updateReport } from '../update/update.ts'
import { type Cache, programHash } from './cache.ts'

/** A source folder as it was read. */
export interface SourceFolder {
  folder: Folder
  text: string
  /** With the values of the data files that were applied. */
  report: Report
  update: Omit<Updated, 'report'>
  profile: Profile
  /** Where a key of report.yaml stands. */
  at: YamlFile<Profile>['at']
}

/**
 * Reads `report.md`, `report.yaml` and the data files of a folder. What is wrong with data is kept beside the report.
 *
 * @param cache where the report is found again, as long as neither it nor its profile has changed
 * @throws {Problem} or {Problems} for a report or profile that cannot be used
 */
export async function readSource(folder: Folder, cache?: Cache): Promise<SourceFolder> {
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
  const read = () => modelReport(readReport(text, `${shown}/report.md`, profile.language), profile)
  const printed = cache ? await found(cache, text, profile, read) : read()
  const { report, ...update } = updateReport(printed, await readData(join(path, 'data'), `${shown}/data`), profile)
  return { folder, text, report, update, profile, at }
}

async function found(cache: Cache, text: string, profile: Profile, read: () => Report): Promise<Report> {
  const parts = ['model', programHash(), text, JSON.stringify(profile)]
  return JSON.parse(String(await cache.have(parts, async () => JSON.stringify(read()))))
}
