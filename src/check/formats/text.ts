import type { Finding } from '../rule.ts'

/** Findings for a person: the place, what is wrong, and below it the other places. */
export function asText(findings: Finding[]): string {
  return findings
    .flatMap(({ file, line, column, severity, message, rule, related }) => [
      `${file}:${line}:${column} ${severity} ${message} (${rule})`,
      ...related.map((place) => `    ${place.file}:${place.line} ${place.message}`),
    ])
    .map((row) => `${row}\n`)
    .join('')
}
