import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { Problem, type ProblemDetails } from '../input/problem.ts'
import { readYaml, type YamlFile } from '../input/yaml.ts'
import { strengths } from '../locale/locale.ts'
import { foldSpace } from '../model/text.ts'
import type { Stale } from '../update/stale.ts'

const lineRange = z.union([
  z.int().positive(),
  z.string().regex(/^\d+-\d+$/, 'a line or a range of lines, as 674 or 678-683'),
])

const statementSchema = z.strictObject({
  id: z.string().min(1),
  for: z.union([z.string(), z.number()]).optional(),
  group: z.string().optional(),
  text: z.string().min(1),
  /** How strong the evidence is that it tells of. */
  strength: z.enum(strengths).optional(),
  /** Is it a quotation? Then its words stand in its lines. */
  verbatim: z.boolean().optional(),
  basis: z.array(lineRange).min(1),
  fingerprint: z.string().optional(),
  /** Why it holds, as said when it was approved. */
  approved: z.string().optional(),
})

const correctionSchema = z.strictObject({
  printed: z.string().min(1),
  correct: z.string().min(1),
  lines: z.array(lineRange).optional(),
  reason: z.string().optional(),
})

const claimSchema = z.strictObject({
  /** As `prisme check` and `prisme approve` name it. */
  id: z.string().min(1),
  /** Its sentence, for those who read this file. */
  sentence: z.string().min(1),
  fingerprint: z.string().min(1),
  approved: z.string().min(1),
})

/** `editorial.yaml`: what editors say about the world that the report does not say in so many words. */
export const editorialSchema = z.strictObject({
  statements: z.array(statementSchema).default([]),
  corrections: z.array(correctionSchema).default([]),
  /** Sentences of the report that rest on updated cells and may stand: which, and with which values they were read. */
  claims: z.array(claimSchema).default([]),
})

export interface Statement extends Omit<z.infer<typeof statementSchema>, 'basis'> {
  /** The lines of the report it rests on. */
  basis: [number, number][]
  /** Its place in editorial.yaml. */
  file: string
  line: number
}

export interface Correction extends Omit<z.infer<typeof correctionSchema>, 'lines'> {
  lines: [number, number][] | null
}

export interface Editorial {
  statements: Statement[]
  corrections: Correction[]
  claims: z.infer<typeof claimSchema>[]
}

/**
 * The editorial file of a source folder, each basis checked against the length of the report. A folder may lack it: then
 * nothing is said but what the report says.
 */
export async function readEditorial(path: string, shown: string, reportText: string[]): Promise<Editorial> {
  if (!existsSync(path)) return { statements: [], corrections: [], claims: [] }
  const { value, at } = await readYaml(path, editorialSchema, shown)
  const seen = new Map<string, number>()
  const statements = value.statements.map((statement, index) => {
    const place = at(['statements', index])
    const key = keyOf(statement)
    const earlier = seen.get(key)
    if (earlier)
      throw new Problem(`statement "${key}" is there twice`, {
        ...place,
        found: key,
        expected: `another id; the first stands at line ${earlier}`,
      })
    seen.set(key, place.line)
    const basis = statement.basis.map((range) => toRange(range, reportText.length, at, ['statements', index, 'basis']))
    if (statement.verbatim) refuseMisquotation(statement.text, basis, reportText, at(['statements', index, 'text']))
    return { ...statement, basis, file: shown, line: place.line }
  })
  const corrections = value.corrections.map((correction, index) => ({
    ...correction,
    lines:
      correction.lines?.map((range) => toRange(range, reportText.length, at, ['corrections', index, 'lines'])) ?? null,
  }))
  return { statements, corrections, claims: value.claims }
}

/** A statement's name: its id, with what it is for where it has that. */
export function keyOf({ id, for: about }: { id: string; for?: string | number | undefined }): string {
  return about === undefined ? id : `${id} for ${about}`
}

/** A quotation has the words of its lines, marks of Markdown and HTML aside. */
function refuseMisquotation(
  text: string,
  basis: [number, number][],
  reportText: string[],
  place: ProblemDetails,
): void {
  const plain = (marked: string) => foldSpace(marked.replace(/<[^>]*>|[*_]/g, ''))
  const passages = basis.map(([first, last]) => plain(reportText.slice(first - 1, last).join(' ')))
  if (passages.some((passage) => passage.includes(plain(text)))) return
  throw new Problem('is not in the lines it quotes', {
    ...place,
    found: text.slice(0, 80),
    expected: 'the words of its basis, or no `verbatim`',
  })
}

function toRange(
  range: number | string,
  reportLines: number,
  at: YamlFile<unknown>['at'],
  path: PropertyKey[],
): [number, number] {
  const [first, last = first] = String(range).split('-').map(Number) as [number, number?]
  if (first > last || last > reportLines) {
    throw new Problem('names lines that are not in the report', {
      ...at(path),
      found: String(range),
      expected: `lines from 1 to ${reportLines}, the first before the last`,
    })
  }
  return [first, last]
}

/** A fingerprint of lines: SHA-256 of their text with white space folded, 16 hex digits. */
export function fingerprint(basis: [number, number][], reportText: string[]): string {
  const text = basis
    .map(([first, last]) =>
      reportText
        .slice(first - 1, last)
        .join('\n')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .join('\n')
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** Has the basis of a statement changed since it was approved, or was it never approved? */
export function isStale(statement: Statement, reportText: string[]): boolean {
  return statement.fingerprint !== fingerprint(statement.basis, reportText)
}

/** Have updates changed what a statement rests on, whether or not it was read since? */
export function isTouched({ basis }: Statement, noted: string[], written: string[]): boolean {
  return basis.some(
    ([first, last]) => noted.slice(first - 1, last).join('\n') !== written.slice(first - 1, last).join('\n'),
  )
}

/** The sentences that updates made untrue and nobody has approved since. */
export function untrue(stale: Stale[], editorial: Editorial): Stale[] {
  return unapproved(stale, editorial).filter(({ kind }) => kind !== 'reading')
}

/** The sentences of which only a person can tell what updates made of them, and nobody has yet; the most doubtful first. */
export function toRead(stale: Stale[], editorial: Editorial): Stale[] {
  const found = unapproved(stale, editorial).filter(({ kind }) => kind === 'reading')
  return found.toSorted((a, b) => b.doubt - a.doubt)
}

function unapproved(stale: Stale[], { claims }: Editorial): Stale[] {
  const isApproved = ({ id, fingerprint }: Stale) =>
    claims.some((claim) => claim.id === id && claim.fingerprint === fingerprint)
  return stale.filter((each) => !each.holds && !isApproved(each))
}
