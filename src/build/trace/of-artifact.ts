import type { Document } from '../../document/document.ts'
import { type Place, placeText } from '../../document/places.ts'
import { nearest } from '../../input/nearest.ts'
import { locales } from '../../locale/locales.ts'
import type { Value } from '../../model/report.ts'
import type { BuildFolders, PreparedBuild } from '../prepare.ts'
import type { Artifact } from './artifact.ts'
import { finderOf, onlyNumber } from './find.ts'
import { opener } from './opened.ts'
import { Origins } from './origins.ts'
import type { PageOf } from './pages.ts'
import { numbersOf, type Piece, piecesFound, traced } from './pieces.ts'
import type { Trace, TracedPlace } from './shape.ts'

/** Every place of an artifact that has a text; or else its numbers, those that come from the report first. */
export async function traceArtifact(
  artifact: Artifact,
  text: string | null,
  prepared: PreparedBuild,
  folders: BuildFolders,
): Promise<Trace> {
  const { planned, path, warnings } = artifact
  const opened = await opener(prepared, folders)(planned)
  const locale = locales[opened.document.language]
  const number = text === null ? null : onlyNumber(text, locale)
  const places = opened.places.filter(shownIn(artifact, text === null || number !== null))
  const numbers = () => places.flatMap((place) => numbersOf(place, locale))
  const find = text === null ? null : finderOf(text, locale)
  const pieces = find ? places.flatMap((place) => piecesFound(place, find, locale)) : numbers()
  const pageOf = pieces.length ? await pagesOf(artifact, opened.document, opened.places) : noPage
  const origins = new Origins(prepared.material, folders.source.shown)
  const all = pieces.map((piece) => ({ ...traced(piece, opened, origins, locale, pageOf), artifacts: [path] }))
  const near = () => (number ? nearestNumber(number, numbers()) : nearestText(text!, places))
  return {
    schemaVersion: 1,
    asked: { kind: 'artifact', name: path, text, row: null, column: null },
    places: find ? all : [...all.filter(isFromReport), ...all.filter((place) => !isFromReport(place))],
    nearest: all.length || text === null ? null : near(),
    warnings,
  }
}

/** A printed deck has no speaker notes; the numbers of lines, which tell of sources, are none of the document's. */
function shownIn({ format }: Artifact, isNumbers: boolean): (place: Place) => boolean {
  return ({ kind }) => (kind !== 'speakerNotes' || format !== 'pdf') && (kind !== 'source' || !isNumbers)
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
async function pagesOf({ format, data }: Artifact, { kind }: Document, places: Place[]): Promise<PageOf> {
  if (!format.startsWith('pdf')) return noPage
  if (kind === 'deck') return ({ slide }) => slide
  if (!data) return noPage
  const { pageFinder, readPrinted } = await import('./pages.ts')
  return pageFinder(places, await readPrinted(data))
}
