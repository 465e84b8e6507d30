import { asGithub } from './formats/github.ts'
import { asJson } from './formats/json.ts'
import { asSarif } from './formats/sarif.ts'
import { asText } from './formats/text.ts'
import type { About, Finding } from './rule.ts'

/** The ways to write findings, by name. */
export const formats: Record<string, (findings: Finding[], kinds: About[], version: string) => string> = {
  text: asText,
  json: asJson,
  sarif: asSarif,
  github: asGithub,
}
