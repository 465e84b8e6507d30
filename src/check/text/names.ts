import type { Report } from '../../model/report.ts'
import { reportFile } from '../../model/traced-text.ts'
import type { Point } from '../../origin/origin.ts'
import { originOf, type Span } from '../../origin/spans.ts'
import { slice, split, type Traced } from '../../origin/traced.ts'
import type { Context } from '../context.ts'
import { placeIn } from './passages.ts'

/** A name of a person as it stands somewhere. */
export interface PersonName {
  /** Its words in order, composed. */
  words: string[]
  /** Where each of them stands. */
  places: Point[]
  line: number
}

/** Authors of literature and studies, and headings that are made of names: capitals all through, with a year in brackets. */
export function personNames(report: Report, { passages }: Context): PersonName[] {
  const at = (name: string, spans: Span[] = []): Traced => ({
    text: name,
    origin: originOf(spans, name.length, reportFile),
  })
  const references = report.references.flatMap(({ authors, authorSpans = [], lines }) =>
    authors.map((name, index) => named(at(name, authorSpans[index]), lines[0])),
  )
  const studies = report.studies.flatMap(({ authorList, fieldSpans, fieldLines, lines }) =>
    authorList.map((name, index) => named(at(name, fieldSpans.authorList?.[index]), fieldLines.authors ?? lines[0])),
  )
  const known = new Set([...references, ...studies].flatMap(({ words }) => words.map((word) => word.toLowerCase())))
  const headings = passages
    .filter(({ text }) => /^[\p{Lu}\s.,'’-]+.*\((?:19|20)\d\d\)$/u.test(text))
    .flatMap((passage) =>
      listed(slice(passage, 0, passage.text.search(/\s*\(\d+\)$/))).map((name) =>
        named(name, placeIn(passage, 0).line),
      ),
    )
    .filter(({ words }) => words.some((word) => known.has(word.toLowerCase())))
  return [...references, ...studies, ...headings].filter(({ words }) => words.length > 1)
}

function named(name: Traced, line: number): PersonName {
  const words = [...name.text.matchAll(/\p{L}[\p{L}\p{M}'’-]+/gu)]
  return {
    words: words.map(([word]) => word.normalize('NFC')),
    places: words.map(({ index }) => placeIn(name, index)),
    line,
  }
}

/** "ANNA HOLM, LARS BO OG IDA DAHL": divided at commas and at a small word between names. */
const listed = (names: Traced) => split(names, /\s*,\s*|\s+(?:&|\p{L}{2,3})\s+(?=\p{Lu}{2,}\s)/gu)
