import type { Place } from '../../document/places.ts'
import { formatProblem, problemsOf } from '../../input/problem.ts'
import type { Locale } from '../../locale/locale.ts'
import { type Language, locales } from '../../locale/locales.ts'
import type { BuildFolders, PreparedBuild } from '../prepare.ts'
import { opener } from './opened.ts'
import { Origins } from './origins.ts'
import { numbersOf, type Piece, traced, wholePiece } from './pieces.ts'
import type { Trace, TracedPlace } from './shape.ts'
import { isShownBy, type Narrowing, type Subject } from './subject.ts'

/** Every place of every document that shows something of the report. */
export async function traceSubject(
  subject: Subject,
  { row, column }: Narrowing,
  prepared: PreparedBuild,
  folders: BuildFolders,
): Promise<Trace> {
  const open = opener(prepared, folders)
  const origins = new Origins(prepared.material, folders.source.shown)
  const locale = locales[prepared.source.report.language as Language]
  const places: TracedPlace[] = []
  const warnings: string[] = []
  for (const planned of prepared.documents) {
    try {
      const opened = await open(planned)
      const shown = opened.places.filter(({ kind }) => kind !== 'source' && kind !== 'frame')
      const look = (piece: Piece) => traced(piece, opened, origins, locale, () => null)
      places.push(...shown.flatMap((place) => showing(place, subject, look, locale)))
    } catch (error) {
      const problems = problemsOf(error)
      if (!problems.length) throw error
      const [first] = planned.artifacts
      warnings.push(`${first?.path} is not traced: ${problems.map(formatProblem).join('; ')}`)
    }
  }
  return {
    schemaVersion: 1,
    asked: { kind: subject.kind, name: subject.name, text: null, row, column },
    places,
    nearest: null,
    warnings,
  }
}

/** The numbers of a place that are of the subject; where none is, the whole place if it comes from it. */
function showing(place: Place, subject: Subject, look: (piece: Piece) => TracedPlace, locale: Locale): TracedPlace[] {
  const numbers = numbersOf(place, locale).map(look)
  const own = numbers.filter((each) => isShownBy(each, subject, 'number'))
  return own.length ? own : [look(wholePiece(place))].filter((each) => isShownBy(each, subject, 'passage'))
}
