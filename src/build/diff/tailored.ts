import type { Document } from '../../document/document.ts'
import { type Problem, problemsOf } from '../../input/problem.ts'
import type { Material } from '../../tailor/rendering.ts'
import { tailorDocument } from '../../tailor/tailor.ts'
import type { PlannedDocument } from '../plan.ts'
import type { Version } from './version.ts'

/** A document of a version; `document` is null where not even approval would make it. */
export interface TailoredVersion {
  planned: PlannedDocument
  document: Document | null
  /** Why it cannot go out: statements that are not approved for what the report says, or what its template asks in vain. */
  problems: Problem[]
}

/** Every document of a version, by what it is called across versions. */
export async function tailorVersion(version: Version): Promise<Map<string, TailoredVersion>> {
  const { material, documents } = version
  const made = new Map<string, TailoredVersion>()
  if (!material) return made
  const approved = allApproved(material)
  for (const planned of documents) made.set(keyOf(planned), await tailored(planned, material, approved, version))
  return made
}

const keyOf = ({ audience, edition, document }: PlannedDocument) =>
  [audience.id, edition?.name ?? '', document.name].join('/')

/** A document that lacks only approval is made as if it had it, so that what it shows can be compared. */
async function tailored(
  planned: PlannedDocument,
  material: Material,
  approved: Material,
  { folders }: Version,
): Promise<TailoredVersion> {
  const { audience, document: wanted, edition } = planned
  const made = (from: Material) => tailorDocument(audience, wanted, edition, from, folders.templates)
  try {
    return { planned, document: (await made(material)).document, problems: [] }
  } catch (error) {
    const problems = problemsOf(error)
    if (!problems.length) throw error
    const document = await made(approved).then(
      (tailored) => tailored.document,
      () => null,
    )
    return { planned, document, problems }
  }
}

/** What is known, with every statement approved for the lines that it has. */
function allApproved(material: Material): Material {
  const statements = material.editorial.statements.map((statement) => ({
    ...statement,
    standing: { ...statement.standing, state: 'same' as const },
  }))
  return { ...material, editorial: { ...material.editorial, statements } }
}
