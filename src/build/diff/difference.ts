import { z } from 'zod'
import type { Problem } from '../../input/problem.ts'
import { type Change, changeSchema } from '../../model/diff/change.ts'
import { changesBetween, inOrder } from '../../model/diff/diff.ts'
import { comparisonChanges } from './comparisons.ts'
import { type Waiting, waitingSchema, waitingStatements } from './statements.ts'
import { tailorVersion } from './tailored.ts'
import { fates, type Touched, touchedDocuments } from './touched.ts'
import type { Version } from './version.ts'

const problemSchema = z.strictObject({
  message: z.string(),
  file: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
  found: z.string().optional(),
  expected: z.string().optional(),
  nearest: z.string().optional(),
})

const versionSchema = z.strictObject({
  /** As it was asked for. */
  name: z.string(),
  title: z.string(),
  /** Why no documents could be made of it. */
  problems: z.array(problemSchema),
})

/** What `prisme diff --json` prints. */
export const differenceSchema = z.strictObject({
  schemaVersion: z.literal(1),
  before: versionSchema,
  after: versionSchema,
  changes: z.array(changeSchema),
  /** The documents that are touched; those that stay as they are left out. */
  documents: z.array(
    z.strictObject({
      audience: z.string(),
      edition: z.string().nullable(),
      document: z.string(),
      title: z.string().nullable(),
      /** "lines": only the line numbers in its source lines are others. */
      fate: z.enum(fates),
      paths: z.array(z.string()),
      /** The changes that it shows, by their place in `changes`, from 0. */
      because: z.array(z.int()),
      /** Why it cannot go out as the report is now. */
      problems: z.array(problemSchema),
    }),
  ),
  statements: z.array(waitingSchema),
  /** The change notes that were asked for: an audience, or edition, that nothing touches has none. */
  notes: z.array(z.strictObject({ audience: z.string(), edition: z.string().nullable(), paths: z.array(z.string()) })),
})

export type DifferenceJson = z.infer<typeof differenceSchema>

/** What is other in the second of two versions: the report, and each document that is made of it. */
export interface Difference {
  before: Version
  after: Version
  changes: Change[]
  documents: Touched[]
  statements: Waiting[]
}

/** The stages in which two versions are compared, each when it begins. */
export type Said = (stage: string) => void

export async function differenceBetween(before: Version, after: Version, say: Said): Promise<Difference> {
  say('comparing the reports')
  const found = [...changesBetween(before.report, after.report), ...comparisonChanges(before.report, after.report)]
  const changes = found.toSorted(inOrder)
  say(`making ${before.documents.length + after.documents.length} documents`)
  const documents = touchedDocuments(await tailorVersion(before), await tailorVersion(after), changes)
  return { before, after, changes, documents, statements: waitingStatements(after) }
}

/** Must a document go out again, or does it wait for someone? */
export const isTouched = ({ fate, after }: Touched) => fate !== 'same' || Boolean(after?.problems.length)

export function differenceJson(
  { before, after, changes, documents, statements }: Difference,
  notes: DifferenceJson['notes'],
): DifferenceJson {
  const places = new Map(changes.map((change, at) => [change, at]))
  const version = ({ name, report, problems }: Version) => ({ name, title: report.title, problems: problems.map(told) })
  return {
    schemaVersion: 1,
    before: version(before),
    after: version(after),
    changes,
    documents: documents.filter(isTouched).map(({ fate, because, ...made }) => {
      const { planned, document } = (made.after ?? made.before)!
      return {
        audience: planned.audience.id,
        edition: planned.edition?.name ?? null,
        document: planned.document.name,
        title: document?.title ?? null,
        fate,
        paths: planned.artifacts.map(({ path }) => path),
        because: because.map((change) => places.get(change)!),
        problems: (made.after?.problems ?? []).map(told),
      }
    }),
    statements,
    notes,
  }
}

const told = (problem: Problem) => ({ message: problem.message, ...problem.details })
