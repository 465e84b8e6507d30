import { nearest } from '../../input/nearest.ts'
import { Problem } from '../../input/problem.ts'
import type { BuildFolders, PreparedBuild } from '../prepare.ts'
import { artifactNamed } from './artifact.ts'
import { traceArtifact } from './of-artifact.ts'
import { traceSubject } from './of-subject.ts'
import type { Trace } from './shape.ts'
import { type Narrowing, subjectNames, subjectOf } from './subject.ts'

/** What is asked: a path or a name, perhaps a text in it, or rows and columns of a table. */
export interface Asked extends Narrowing {
  name: string
  text: string | null
}

/**
 * Where the numbers and passages of an artifact come from, or what shows something of the report.
 *
 * @param out the output folder, where the artifact's path does not lead into one
 * @throws {Problem} for a name that nothing goes by
 */
export async function trace(asked: Asked, prepared: PreparedBuild, folders: BuildFolders, out: string): Promise<Trace> {
  const artifact = await artifactNamed(asked.name, prepared.documents, folders, out)
  const subject = artifact || asked.text !== null ? null : subjectOf(asked.name, asked, prepared.material)
  if ((asked.row !== null || asked.column !== null) && (artifact || (subject && subject.kind !== 'table')))
    throw new Problem('rows and columns are those of a table', { found: asked.name, expected: 'the id of a table' })
  if (artifact) return traceArtifact(artifact, asked.text, prepared, folders)
  if (subject) return traceSubject(subject, asked, prepared, folders)
  const paths = prepared.documents.flatMap(({ artifacts }) => artifacts.map(({ path }) => `${out}/${path}`))
  const names = asked.text === null ? subjectNames(prepared.material) : []
  const reason = names.length ? 'is neither an artifact nor anything of the report' : 'is no artifact'
  throw new Problem(`"${asked.name}" ${reason}`, {
    found: asked.name,
    expected: `a file as ${paths[0]}${names.length ? `, a table as ${names[0]}, report.md:12, the id of a statement or an entity` : ''}`,
    nearest: nearest(asked.name, [...paths, ...names]),
  })
}
