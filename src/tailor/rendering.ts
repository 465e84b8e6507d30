import type { Editorial, Statement } from '../editorial/editorial.ts'
import { untrue } from '../editorial/untrue.ts'
import type { Language } from '../locale/locales.ts'
import type { Entity, Report } from '../model/report.ts'
import type { Stale } from '../update/stale.ts'
import type { Audience } from './audience.ts'
import { type SentenceCase, sentenceCase } from './casing.ts'
import { Corrector } from './corrections.ts'
import { Pool } from './inert.ts'

/** What is known once and used by every document: the report, what editors added, how its words are written. */
export interface Material {
  report: Report
  /** The report's lines as written. */
  written: string[]
  /** The sentences that updates made untrue. */
  untrue: Stale[]
  /** The name of the report's file in sources. */
  file: string
  editorial: Editorial
  corrector: Corrector
  sentenceCase: SentenceCase
}

export function material(report: Report, text: string, file: string, editorial: Editorial, stale: Stale[]): Material {
  const written = text.split('\n')
  return {
    report,
    written,
    untrue: untrue(stale, editorial),
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
  /** Statements the document may not use: their basis changed since they were approved. */
  stale: Set<Statement>
  /** What the document would say that updates made untrue: sentences of the report, and statements on updated lines. */
  outdated: { sentences: Set<Stale>; statements: Set<Statement> }
}

export function rendering(from: Material, audience: Audience, edition: Entity | null): Rendering {
  const outdated = { sentences: new Set<Stale>(), statements: new Set<Statement>() }
  return { ...from, audience, edition, pool: new Pool(), stale: new Set(), outdated }
}

export const languageOf = ({ report }: Material) => report.language as Language
