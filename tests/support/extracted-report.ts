import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readYaml } from '../../src/input/yaml.ts'
import { modelReport } from '../../src/model/model.ts'
import { profileSchema } from '../../src/model/profile.ts'
import type { Report } from '../../src/model/report.ts'
import { readReport } from '../../src/read/read.ts'

/** The frozen copy of a long report that came out of a PDF, for tests of how such a one is read. */
export const extractedFolder = resolve('tests/fixtures/extracted-report')

/** Its text, as it was written. */
export const extractedText = readFileSync(`${extractedFolder}/report.md`, 'utf8')

/** Its profile. */
export const { value: extractedProfile } = await readYaml(`${extractedFolder}/report.yaml`, profileSchema)

/** The model of its text, or of another version of it. */
export function modelExtracted(text = extractedText): Report {
  return modelReport(readReport(text, 'source/report.md', 'da'), extractedProfile)
}
