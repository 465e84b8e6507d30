import { type Place, placeText, type Run } from '../../document/places.ts'
import { sourcesFrom } from '../../document/source.ts'
import type { Locale } from '../../locale/locale.ts'
import { foldSpace } from '../../model/text.ts'
import { numbersIn, type PlacedValue } from '../../model/values.ts'
import { joinOf, lengthOf, type Origin, partOf } from '../../origin/origin.ts'
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
export async function traced(
  { place, span, number }: Piece,
  { planned, document, written }: Opened,
  origins: Origins,
  locale: Locale,
  pageOf: PageOf,
): Promise<TracedPlace> {
  const text = placeText(place)
  const found = text.slice(span.at, span.end)
  const { origin, framing } = under(place.runs, number ?? span)
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
    origins: origins.of(origin, sought),
    written: sourcesFrom(origin).length ? null : await written.find(framing),
  }
}

/** Where the letters under a span come from, and the words around it that come from nowhere in the report. */
function under(runs: Run[], { at, end }: Span): { origin: Origin; framing: string } {
  const parts: Origin[] = []
  let framing = ''
  let from = 0
  for (const { text, origin } of runs) {
    const to = from + text.length
    if (from < end && to > at && text.trim()) {
      if (lengthOf(origin)) parts.push(partOf(origin, at - from, end - from))
      else {
        framing ||= text
        parts.push({ kind: 'framing', length: text.length })
      }
    }
    from = to
  }
  return { origin: joinOf(parts), framing }
}
