import type { Language } from '../locale/locales.ts'
import type { Entity, Report } from '../model/report.ts'
import type { Audience } from './audience.ts'
import { type SentenceCase, sentenceCase } from './casing.ts'
import { Corrector } from './corrections.ts'
import type { Editorial, Statement } from './editorial.ts'
import { Pool } from './inert.ts'

/** What is known once and used by every document: the report, what editors added, how its words are written. */
export interface Material {
  report: Report
  /** The report's lines, for fingerprints. */
  lines: string[]
  /** The name of the report's file in sources. */
  file: string
  editorial: Editorial
  corrector: Corrector
  sentenceCase: SentenceCase
}

export function material(report: Report, text: string, file: string, editorial: Editorial): Material {
  return {
    report,
    lines: text.split('\n'),
    file,
    editorial,
    corrector: new Corrector(editorial.corrections),
    sentenceCase: sentenceCase(report),
  }
}

/** What belongs to the making of one document. */
export interface Rendering extends Material {
  audience: Audience
  edition: Entity | null
  pool: Pool
  /** Statements the document uses whose basis changed since they were approved. */
  stale: Set<Statement>
}

export function rendering(from: Material, audience: Audience, edition: Entity | null): Rendering {
  return { ...from, audience, edition, pool: new Pool(), stale: new Set() }
}

export const languageOf = ({ report }: Material) => report.language as Language
