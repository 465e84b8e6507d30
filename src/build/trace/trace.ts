import { type Place, placeText } from '../../document/places.ts'
import { nearest } from '../../input/nearest.ts'
import { formatProblem, Problem, problemsOf } from '../../input/problem.ts'
import { type Language, locales } from '../../locale/locales.ts'
import type { Value } from '../../model/report.ts'
import type { BuildFolders, PreparedBuild } from '../run.ts'
import { type Artifact, artifactNamed } from './artifact.ts'
import { finderOf, onlyNumber } from './find.ts'
import { type Opened, opener } from './opened.ts'
import { Origins } from './origins.ts'
import { type PageOf, pageFinder, readPrinted } from './pages.ts'
import { numbersOf, type Piece, piecesFound, traced, wholePiece } from './pieces.ts'
import type { Trace, TracedPlace } from './shape.ts'
import { isShownBy, type Narrowing, type Subject, subjectNames, subjectOf } from './subject.ts'

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
  if (artifact) return traceArtifact(artifact, asked, prepared, folders)
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

/** Every place of an artifact that has a text; or else its numbers, those that come from the report first. */
async function traceArtifact(
  { planned, path, format, data, warnings }: Artifact,
  asked: Asked,
  prepared: PreparedBuild,
  folders: BuildFolders,
): Promise<Trace> {
  const opened = await opener(prepared, folders)(planned)
  const { document } = opened
  const locale = locales[document.language]
  const { text } = asked
  const number = text === null ? null : onlyNumber(text, locale)
  // numbers of lines are none of the document's
  const withoutSources = text === null || number
  const places = opened.places.filter(
    ({ kind }) => !(kind === 'speakerNotes' && format === 'pdf') && !(kind === 'source' && withoutSources),
  )
  const numbers = places.flatMap((place) => numbersOf(place, locale))
  const find = text === null ? null : finderOf(text, locale)
  const pieces = find ? places.flatMap((place) => piecesFound(place, find, locale)) : numbers
  const pageOf = pieces.length ? await pagesOf(opened, format, data) : noPage
  const origins = new Origins(prepared.material, `${folders.source.shown}/report.md`)
  const all = pieces.map((piece) => ({ ...traced(piece, opened, origins, locale, pageOf), artifacts: [path] }))
  return {
    schemaVersion: 1,
    asked: { kind: 'artifact', ...asked, name: path },
    places: find ? all : [...all.filter(isFromReport), ...all.filter((place) => !isFromReport(place))],
    nearest: all.length || text === null ? null : number ? nearestNumber(number, numbers) : nearestText(text, places),
    warnings,
  }
}

const isFromReport = ({ origins }: TracedPlace) => origins.length > 0

function nearestNumber({ value: wanted }: Value, pieces: Piece[]): string | null {
  const distance = ({ number }: Piece) => Math.abs(number!.value - wanted)
  const [first, ...others] = pieces
  const best = others.reduce((one, other) => (distance(other) < distance(one) ? other : one), first!)
  return best ? placeText(best.place).slice(best.number!.at, best.number!.end) : null
}

const nearestText = (wanted: string, places: Place[]) => nearest(wanted, places.map(placeText)) ?? null

const noPage: PageOf = () => null

/** A deck has a page for each slide; of a brief only its PDF has pages. */
async function pagesOf({ document, places }: Opened, format: string, data: Uint8Array | null): Promise<PageOf> {
  if (!format.startsWith('pdf')) return noPage
  if (document.kind === 'deck') return ({ slide }) => slide
  return data ? pageFinder(places, await readPrinted(data)) : noPage
}

/** Every place of every document that shows something of the report. */
async function traceSubject(
  subject: Subject,
  asked: Asked,
  prepared: PreparedBuild,
  folders: BuildFolders,
): Promise<Trace> {
  const open = opener(prepared, folders)
  const origins = new Origins(prepared.material, `${folders.source.shown}/report.md`)
  const locale = locales[prepared.source.report.language as Language]
  const places: TracedPlace[] = []
  const warnings: string[] = []
  for (const planned of prepared.documents) {
    try {
      const opened = await open(planned)
      const shown = opened.places.filter(({ kind }) => kind !== 'source' && kind !== 'frame')
      for (const place of shown) {
        const look = (piece: Piece) => traced(piece, opened, origins, locale, noPage)
        const numbers = numbersOf(place, locale)
          .map(look)
          .filter((each) => isShownBy(each, subject, 'number'))
        places.push(
          ...(numbers.length
            ? numbers
            : [look(wholePiece(place))].filter((each) => isShownBy(each, subject, 'passage'))),
        )
      }
    } catch (error) {
      const problems = problemsOf(error)
      if (!problems.length) throw error
      const [first] = planned.artifacts
      warnings.push(`${first?.path} is not traced: ${problems.map(formatProblem).join('; ')}`)
    }
  }
  return {
    schemaVersion: 1,
    asked: { kind: subject.kind, ...asked, name: subject.name },
    places,
    nearest: null,
    warnings,
  }
}
