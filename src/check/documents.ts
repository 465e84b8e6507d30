import { join } from 'node:path'
import type { Editorial, Statement } from '../editorial/editorial.ts'
import { groundOf } from '../editorial/open.ts'
import { noFiles, readEditorialFiles } from '../editorial/read.ts'
import { held } from '../editorial/stand.ts'
import { allUnsupported, type Unsupported } from '../editorial/support.ts'
import { toRead, untrue } from '../editorial/untrue.ts'
import { type Problem, problemsOf } from '../input/problem.ts'
import type { Profile } from '../model/profile.ts'
import type { Report } from '../model/report.ts'
import { audienceIds, readAudiences } from '../tailor/audience.ts'
import { type Material, material } from '../tailor/rendering.ts'
import { editionsOf, tailorDocument } from '../tailor/tailor.ts'
import type { Folder, TemplateFolders } from '../tailor/template.ts'
import type { Stale } from '../update/stale.ts'

/** What the documents that are made of a report lack. */
export interface DocumentTrouble {
  problems: Problem[]
  editorial: Editorial
  /** Sentences of the report that updates made untrue and nobody has approved since. */
  untrue: Stale[]
  /** Sentences that rest on changed cells in words that only a person can judge, and nobody has. */
  toRead: Stale[]
  /** The numbers of each statement that its basis does not give. */
  unsupported: Map<Statement, Unsupported[]>
}

/** Tailors every document of every audience, nothing is rendered, and keeps what cannot be made. */
export async function documentTrouble(
  report: Report,
  text: string,
  { path, shown }: Folder,
  templates: TemplateFolders,
  stale: Stale[],
  profile: Profile,
): Promise<DocumentTrouble> {
  const problems: Problem[] = []
  const files = await kept(problems, noFiles(`${shown}/editorial.yaml`), () => readEditorialFiles(path, shown))
  const ground = groundOf({ report, text, profile, stale })
  const { editorial, problems: lost } = held(files, ground)
  problems.push(...lost)
  const from = material(report, text, 'report.md', editorial, stale)
  const folder = join(path, 'audiences')
  for (const id of await audienceIds(folder)) {
    const audiences = await kept(problems, [], () => readAudiences(folder, `${shown}/audiences`, [id]))
    for (const audience of audiences) await tailorAll(audience, from, templates, problems)
  }
  return {
    problems: unique(problems),
    editorial,
    untrue: untrue(stale, editorial),
    toRead: toRead(stale, editorial),
    unsupported: allUnsupported(editorial, ground),
  }
}

async function tailorAll(
  audience: Awaited<ReturnType<typeof readAudiences>>[number],
  from: Material,
  templates: TemplateFolders,
  problems: Problem[],
): Promise<void> {
  const editions = await kept(problems, [], () => editionsOf(audience, from))
  for (const document of audience.documents)
    for (const edition of editions)
      await kept(problems, null, () => tailorDocument(audience, document, edition, from, templates))
}

/** What an action gives; where it meets problems, they are kept and something else stands for it. Stale statements are told apart. */
async function kept<T>(problems: Problem[], otherwise: T, action: () => T | Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    const found = problemsOf(error)
    if (!found.length) throw error
    problems.push(...found.filter(({ exitCode }) => exitCode === 2))
    return otherwise
  }
}

/** Every edition says the same of one place of a template. */
function unique(problems: Problem[]): Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ message, details: { file, line, column } }) => {
    const key = [file, line, column, message].join(' ')
    return !seen.has(key) && seen.add(key)
  })
}
