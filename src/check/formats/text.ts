import type { Finding } from '../rule.ts'

/** Findings for a person: the place, what is wrong, and below it the other places. */
export function asText(findings: Finding[]): string {
  return findings
    .flatMap(({ severity, message, rule, related, ...place }) => [
      `${placeOf(place)} ${severity} ${message} (${rule})`,
      ...related.map((place) => `    ${place.file}:${place.line} ${place.message}`),
    ])
    .map((row) => `${row}\n`)
    .join('')
}

function placeOf({ file, line, column, page }: Pick<Finding, 'file' | 'line' | 'column' | 'page'>): string {
  if (page === undefined) return `${file}:${line}:${column}`
  return page === null ? file : `${file} page ${page}`
}
