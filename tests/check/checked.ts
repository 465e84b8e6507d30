import type { z } from 'zod'
import { type Context, contextOf } from '../../src/check/context.ts'
import type { Finding, Rule } from '../../src/check/rule.ts'
import { findingsOf } from '../../src/check/run.ts'
import type { profileSchema } from '../../src/model/profile.ts'
import { modelled } from '../model/modelled.ts'

type Profile = Partial<z.input<typeof profileSchema>>

/** What a rule finds in a report written in a test; English where the profile does not say. */
export function found(
  rule: Rule,
  markdown: string,
  profile: Profile = {},
  made: Parameters<typeof contextOf>[2] = {},
): Finding[] {
  const report = modelled(markdown, { language: 'en', ...profile })
  const context: Context = contextOf(report, markdown, made)
  return findingsOf(rule, report, context, 'report.md')
}

/** The places of findings: the line, then those of what is related. */
export const lines = (findings: Finding[]) =>
  findings.map(({ line, related }) => [line, ...related.map((place) => place.line)])

/** Three harbours. */
export const harbours: Profile = {
  entities: {
    harbour: [{ name: 'Northport', aliases: ['Port of Northport'] }, { name: 'Southport' }, { name: 'Easton' }],
  },
}
