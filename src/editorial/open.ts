import { locales } from '../locale/locales.ts'
import type { Profile } from '../model/profile.ts'
import type { Report } from '../model/report.ts'
import type { Stale } from '../update/stale.ts'
import type { Editorial } from './editorial.ts'
import { paperOf } from './paper.ts'
import { type EditorialFiles, readEditorialFiles } from './read.ts'
import { type Ground, stand } from './stand.ts'

/** What statements are held against: a report with the values of updates, its source, and the sentences that rest on changed cells. */
export interface Against {
  report: Report
  text: string
  profile: Profile
  stale: Stale[]
}

export function groundOf({ report, text, profile, stale }: Against): Ground {
  const locale = locales[profile.language]
  return { paper: paperOf(report, text, profile, locale), stale, locale }
}

/**
 * The statements of a source folder, each held against its report.
 *
 * @param shown the folder as messages name it
 * @throws {Problem} or {Problems} for files that cannot be used and bases that lead nowhere
 */
export async function readEditorial(folder: string, shown: string, against: Against): Promise<Editorial> {
  return standAgainst(await readEditorialFiles(folder, shown), against)
}

/** {@link readEditorial} for files in hand. */
export function standAgainst(files: EditorialFiles, against: Against): Editorial {
  return stand(files, groundOf(against))
}
