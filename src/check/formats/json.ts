import type { Finding } from '../rule.ts'

/** Findings for a program: one JSON document. */
export function asJson(findings: Finding[]): string {
  return `${JSON.stringify(findings, null, 2)}\n`
}
