import type { Profile } from '../model/profile.ts'
import type { Report } from '../model/report.ts'
import type { Folder, TemplateFolders } from '../tailor/template.ts'
import { type Context, contextOf, type Updates } from './context.ts'
import { documentTrouble } from './documents.ts'
import type { About, Finding, Rule } from './rule.ts'
import { rules } from './rules.ts'
import { acknowledgement, refuseUnknownRules, type Settings, unacknowledged, weighed } from './settings.ts'

/** A source folder that is to be checked. */
export interface Checked extends Settings {
  report: Report
  /** The report's file as written. */
  text: string
  folder: Folder
  templates: TemplateFolders
  profile: Profile
  update: Updates
}

/** Every kind of finding there is, as told to users. */
export const kinds: About[] = [...rules, acknowledgement]

/**
 * What is wrong with a report, and with the documents that are made of it, in the order of files and lines.
 *
 * @throws {Problems} for settings of rules that there are not
 */
export async function check(checked: Checked): Promise<Finding[]> {
  const { report, text, folder, templates, update, profile } = checked
  refuseUnknownRules(
    checked,
    kinds.map(({ id }) => id),
  )
  const file = `${folder.shown}/report.md`
  const made = await documentTrouble(report, text, folder, templates, update.stale, profile)
  const context = contextOf(report, text, { ...made, update })
  const found = rules.flatMap((rule) => findingsOf(rule, report, context, file))
  const lineOf = (finding: Finding) => (finding.file === file ? (context.lines[finding.line - 1] ?? '') : '')
  return unacknowledged(weighed(found, kinds, checked), lineOf, checked).sort(inOrder)
}

/** The findings of one rule, each once, with everything said that a rule may leave out. */
export function findingsOf(rule: Rule, report: Report, context: Context, file: string): Finding[] {
  const seen = new Set<string>()
  return rule
    .run(report, context)
    .map((found) => ({
      rule: rule.id,
      severity: found.severity ?? rule.severity,
      file: found.file ?? file,
      line: found.line,
      column: found.column,
      message: found.message,
      related: (found.related ?? []).map((place) => ({
        file: place.file ?? file,
        line: place.line,
        message: place.message,
      })),
    }))
    .filter((finding) => {
      const key = [finding.file, finding.line, finding.message].join(' ')
      return !seen.has(key) && seen.add(key)
    })
}

const inOrder = (a: Finding, b: Finding) =>
  compare(a.file, b.file) ||
  a.line - b.line ||
  a.column - b.column ||
  compare(a.rule, b.rule) ||
  compare(a.message, b.message)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
