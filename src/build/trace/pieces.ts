import { type Place, placeText, type Run } from '../../document/places.ts'
import type { Source } from '../../document/source.ts'
import type { Locale } from '../../locale/locale.ts'
import { foldSpace } from '../../model/text.ts'
import { numbersIn, type PlacedValue } from '../../model/values.ts'
import { type Finder, finderOf, printedSpan, type Span } from './find.ts'
import type { Opened } from './opened.ts'
import type { Origins, Sought } from './origins.ts'
import type { PageOf } from './pages.ts'
import type { TracedPlace } from './shape.ts'

/** A piece of a place that is traced: a number, words, or all of it. */
export interface Piece {
  place: Place
  span: Span
  number: PlacedValue | null
}

/** What a text finds in a place. */
export function piecesFound(place: Place, find: Finder, locale: Locale): Piece[] {
  const text = placeText(place)
  return find(text).map((span) => {
    const inside = numbersIn(text, locale).filter(({ at, end }) => at >= span.at && end <= span.end)
    return { place, span, number: inside.length === 1 ? inside[0]! : null }
  })
}

export function numbersOf(place: Place, locale: Locale): Piece[] {
  return numbersIn(placeText(place), locale).map((number) => ({ place, span: printedSpan(number), number }))
}

export function wholePiece(place: Place): Piece {
  return { place, span: { at: 0, end: placeText(place).length }, number: null }
}

/** A piece with where it stands and where it comes from. */
export function traced(
  { place, span, number }: Piece,
  { planned, document, written }: Opened,
  origins: Origins,
  locale: Locale,
  pageOf: PageOf,
): TracedPlace {
  const text = placeText(place)
  const found = text.slice(span.at, span.end)
  const { sources, framing } = under(place.runs, number ?? span)
  const sought: Sought = { text: found, find: finderOf(found, locale), value: number }
  const { kind, under: headings, slide, row, column } = place
  return {
    artifacts: planned.artifacts.map(({ path }) => path),
    audience: document.audience,
    edition: document.edition,
    document: document.name,
    kind,
    under: headings,
    slide,
    page: pageOf(place, span.at),
    row,
    column,
    text: foldSpace(text),
    found: foldSpace(found) === foldSpace(text) ? null : foldSpace(found),
    origins: origins.of(sources, sought),
    written: sources.length ? null : written.find(framing),
  }
}

/** What the runs under a span rest on, each source once; and the words around it that rest on nothing. */
function under(runs: Run[], { at, end }: Span): { sources: Source[]; framing: string } {
  const sources = new Map<string, Source>()
  let framing = ''
  let from = 0
  for (const run of runs) {
    const to = from + run.text.length
    if (from < end && to > at && run.text.trim()) {
      for (const source of run.sources) sources.set(JSON.stringify(source), source)
      if (!run.sources.length) framing ||= run.text
    }
    from = to
  }
  return { sources: [...sources.values()], framing }
}
