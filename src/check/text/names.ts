import type { Report } from '../../model/report.ts'
import type { Context } from '../context.ts'

/** A name of a person as it stands somewhere. */
export interface PersonName {
  /** Its words in order, composed. */
  words: string[]
  line: number
}

/** Authors of literature and studies, and headings that are made of names: capitals all through, with a year in brackets. */
export function personNames(report: Report, { passages }: Context): PersonName[] {
  const references = report.references.flatMap(({ authors, lines }) => authors.map((name) => named(name, lines[0])))
  const studies = report.studies.flatMap(({ authorList, fieldLines, lines }) =>
    authorList.map((name) => named(name, fieldLines.authors ?? lines[0])),
  )
  const known = new Set([...references, ...studies].flatMap(({ words }) => words.map((word) => word.toLowerCase())))
  const headings = passages
    .filter(({ text }) => /^[\p{Lu}\s.,'’-]+.*\((?:19|20)\d\d\)$/u.test(text))
    .flatMap((passage) => listed(passage.text.replace(/\s*\(\d+\)$/, '')).map((name) => named(name, passage.lineAt(0))))
    .filter(({ words }) => words.some((word) => known.has(word.toLowerCase())))
  return [...references, ...studies, ...headings].filter(({ words }) => words.length > 1)
}

const named = (name: string, line: number): PersonName => ({
  words: name.normalize('NFC').match(/\p{L}[\p{L}'’-]+/gu) ?? [],
  line,
})

/** "ANNA HOLM, LARS BO OG IDA DAHL": divided at commas and at a small word between names. */
const listed = (names: string) => names.split(/\s*,\s*|\s+(?:&|\p{L}{2,3})\s+(?=\p{Lu}{2,}\s)/u)
