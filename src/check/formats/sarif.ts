import { type About, type Finding, messageWithPage, type Severity } from '../rule.ts'

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }

/** Findings as SARIF 2.1.0, which code hosts and editors read. */
export function asSarif(findings: Finding[], kinds: About[], version: string): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'prisme', version, rules: kinds.map(ruleOf) } },
        columnKind: 'unicodeCodePoints',
        results: findings.map((finding) => resultOf(finding, kinds)),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function ruleOf({ id, severity, description, example }: About) {
  return {
    id,
    shortDescription: { text: description },
    help: { text: `${description} Example: ${example}` },
    defaultConfiguration: { level: levels[severity] },
  }
}

function resultOf(finding: Finding, kinds: About[]) {
  const { rule, severity, file, line, column, related, page } = finding
  return {
    ruleId: rule,
    ruleIndex: kinds.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: messageWithPage(finding) },
    locations: [
      { physicalLocation: page === undefined ? placeOf(file, line, column) : { artifactLocation: fileOf(file) } },
    ],
    ...(related.length
      ? {
          relatedLocations: related.map((place, id) => ({
            id,
            physicalLocation: placeOf(place.file, place.line),
            message: { text: place.message },
          })),
        }
      : {}),
  }
}

function placeOf(file: string, line: number, column?: number) {
  return { artifactLocation: fileOf(file), region: { startLine: line, ...(column ? { startColumn: column } : {}) } }
}

/** A path from the root of the file system is a URI of its own. */
function fileOf(file: string) {
  const path = file.split('/').map(encodeURIComponent).join('/')
  return { uri: file.startsWith('/') ? `file://${path}` : path }
}
