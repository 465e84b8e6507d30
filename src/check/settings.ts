import { noSuch } from '../input/no-such.ts'
import { Problems } from '../input/problem.ts'
import type { YamlFile } from '../input/yaml.ts'
import type { Profile } from '../model/profile.ts'
import { fold } from '../model/text.ts'
import type { About, Finding } from './rule.ts'

/** What `report.yaml` says of checking, and where. */
export interface Settings {
  check: Profile['check']
  at: YamlFile<unknown>['at']
}

export const acknowledgement: About = {
  id: 'acknowledgement',
  severity: 'info',
  description: 'A finding is acknowledged in report.yaml that is no longer found.',
  example: '{ rule: total, text: "Total | 22", reason: … } where no total is wrong in such a line',
}

/** @throws {Problems} for settings of rules that there are not */
export function refuseUnknownRules({ check, at }: Settings, ids: string[]): void {
  const named = [
    ...Object.keys(check?.rules ?? {}).map((id) => ({ id, path: ['check', 'rules', id] })),
    ...(check?.acknowledged ?? []).map(({ rule: id }, index) => ({
      id,
      path: ['check', 'acknowledged', index, 'rule'],
    })),
  ]
  const unknown = named.filter(({ id }) => !ids.includes(id))
  if (unknown.length)
    throw new Problems(unknown.map(({ id, path }) => noSuch(`unknown rule "${id}"`, id, ids, at(path))))
}

/** Findings as severe as `report.yaml` wants them; those that a rule is less certain of stay so. */
export function weighed(findings: Finding[], rules: About[], { check }: Settings): Finding[] {
  const usual = new Map(rules.map(({ id, severity }) => [id, severity]))
  return findings.flatMap((finding) => {
    const set = check?.rules[finding.rule]
    if (set === 'off') return []
    return set && (finding.severity === usual.get(finding.rule) || set === 'info')
      ? [{ ...finding, severity: set }]
      : [finding]
  })
}

/** Findings without those that are acknowledged, and one for each acknowledgement that nothing is found of. */
export function unacknowledged(
  findings: Finding[],
  lineOf: (finding: Finding) => string,
  { check, at }: Settings,
): Finding[] {
  const entries = check?.acknowledged ?? []
  const isMeant = (entry: (typeof entries)[number], finding: Finding) =>
    entry.rule === finding.rule &&
    (bare(lineOf(finding)).includes(bare(entry.text)) || fold(finding.message).includes(fold(entry.text)))
  const idle = entries.flatMap((entry, index) => {
    if (findings.some((finding) => isMeant(entry, finding))) return []
    const { file, line, column } = at(['check', 'acknowledged', index])
    const message = `nothing is found any more of rule "${entry.rule}" in a line with "${entry.text}"`
    return [{ rule: acknowledgement.id, severity: acknowledgement.severity, file, line, column, message, related: [] }]
  })
  return [...findings.filter((finding) => !entries.some((entry) => isMeant(entry, finding))), ...idle]
}

/** A line for comparison, marks of Markdown and HTML aside. */
const bare = (line: string) => fold(line.replace(/<[^>]*>|[*_`]/g, ''))
