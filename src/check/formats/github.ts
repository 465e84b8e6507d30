import { type Finding, messageWithPage, type Severity } from '../rule.ts'

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' }

/** Findings as the workflow commands that GitHub shows beside the lines of a change. */
export function asGithub(findings: Finding[]): string {
  return findings
    .map((finding) => {
      const { severity, file, line, column, rule, related, page } = finding
      const places = related.map((place) => `\n${place.file}:${place.line} ${place.message}`).join('')
      const place = page === undefined ? { line: String(line), col: String(column) } : {}
      const properties = { file, ...place, title: rule }
      const written = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`)
      return `::${commands[severity]} ${written.join(',')}::${data(messageWithPage(finding) + places)}\n`
    })
    .join('')
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
