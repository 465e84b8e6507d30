import type { WrittenBasis } from './basis.ts'
import type { Lines } from './paper.ts'
import { type EditorialFiles, noFiles } from './read.ts'
import type { WrittenEditorial, WrittenStatement } from './schema.ts'
import type { Standing } from './standing.ts'

export interface Statement extends Omit<WrittenStatement, 'basis' | 'fingerprint' | 'approved'> {
  /** Its basis as it is written. */
  written: WrittenBasis[]
  /** The lines of the report it rests on, as the report is now. */
  basis: Lines[]
  standing: Standing
  /** Its place in editorial.yaml. */
  file: string
  line: number
  column: number
}

export interface Correction extends Omit<WrittenEditorial['corrections'][number], 'lines'> {
  /** As the report is now; null for everywhere. */
  lines: Lines[] | null
}

/** A sentence of the report that someone read though an update made it untrue. */
export interface ReadSentence {
  id: string
  /** Of the values it was read with. */
  fingerprint: string
}

export interface Editorial {
  statements: Statement[]
  corrections: Correction[]
  claims: ReadSentence[]
  /** What they were made of. */
  files: EditorialFiles
}

export const noEditorial = (): Editorial => ({
  statements: [],
  corrections: [],
  claims: [],
  files: noFiles('editorial.yaml'),
})
