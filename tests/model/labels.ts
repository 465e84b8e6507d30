import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

interface TableLabel {
  id: string | null
  captionLine: number | null
  lines: [number, number] | null
  header: string[] | null
  rows: { text: string; items?: string[] }[][]
  caption: string | null
  kind: string
  source: string | null
  notes: string[]
  footnoteRefs: number[]
  empty: boolean
}
export interface ClaimLabel {
  line: number
  value: number
  table: string
  alsoIn?: string[]
  derived: string | null
  agrees: boolean
}
interface Labels {
  tables: TableLabel[]
  studies: ({ number: number } & { [field: string]: Json })[]
  sections: { number: string | null; title: string; level: number; line: number; kind: string }[]
  footnotes: { number: number; text: string | null; definitionLine: number | null; referenceLines: number[] }[]
  references: { authors: string[]; year: number; title: string; publisher: string | null; lines: [number, number] }[]
  crossReferences: { text: string; line: number; targetKind: string; target: string; resolves: boolean }[]
  recommendations: { number: number; title: string; firstSentence: string; lines: [number, number] }[]
  practices: { entity: string; name: string; category: string | null; line: number }[]
  inconsistencies: { kind: string; places: { line: number; quote: string }[]; explanation: string }[]
  marginNotes: { text: string; line: number }[]
  claims: ClaimLabel[]
  entities: {
    name: string
    facts: { table: string | null; column: string | null; row: string; value: string | null }[]
  }[]
  repairs: {
    joined: { printed: string; corrected: string; line: number }[]
    merged: { endLine: number; continuesLine: number }[]
  }
}

/** What a careful reader found in the report, see the README beside them. */
export function labels<Name extends keyof Labels>(name: Name): Labels[Name] {
  return JSON.parse(
    readFileSync(join(import.meta.dirname, `../fixtures/expected/${name}.json`), 'utf8'),
  ) as Labels[Name]
}

/** A text for comparison: case, white space, quotes, hyphens and marks of emphasis do not count. */
export function loose(text: string | number | null | undefined): string {
  return String(text ?? '')
    .normalize('NFC')
    .replace(/[\u00ad\s*_`‐‑–—−-]/g, '')
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .toLowerCase()
}
