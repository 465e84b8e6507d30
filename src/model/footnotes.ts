import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast'
import { spansOf } from '../origin/spans.ts'
import { walk } from '../read/walk.ts'
import type { Footnote } from './report.ts'
import { tracedText } from './traced-text.ts'

/**
 * Footnotes with their marks. Numbers may begin anew in each chapter: a mark belongs to the next definition of its number, or to
 * the last one before it. A mark of the page maker (`<sup>n</sup>`) goes back to one only if no other definition follows yet: a
 * low number that turns up after higher ones are defined is a footnote of its own, whose text is lost. Marks of one number
 * without a definition are one footnote.
 */
export function findFootnotes(tree: Root): Footnote[] {
  const definitions: FootnoteDefinition[] = []
  const marks: FootnoteReference[] = []
  walk(tree, (node) => {
    if (node.type === 'footnoteDefinition') definitions.push(node)
    if (node.type === 'footnoteReference') marks.push(node)
  })
  const numberOf = numbering([...definitions, ...marks])
  const found: Marked[] = definitions.map((node) => {
    const { text, origin } = tracedText(node)
    const definitionLine = node.position!.start.line
    const number = numberOf(node.identifier)
    return { number, text, definitionLine, spans: spansOf(origin), referenceLines: [], referenceColumns: [] }
  })
  const lines = found.map(({ definitionLine }) => definitionLine!)
  const byName = new Map<string, Marked[]>()
  definitions.forEach(({ identifier }, index) => {
    const alike = byName.get(identifier)
    if (alike) alike.push(found[index]!)
    else byName.set(identifier, [found[index]!])
  })
  const undefinedNotes = new Map<string, Marked>()
  for (const mark of marks) {
    const { line, column } = mark.position!.start
    const home = homeOf(byName.get(mark.identifier) ?? [], line, mark.data?.syntax === 'sup', lines)
    const known = home ?? undefinedNotes.get(mark.identifier)
    if (known) {
      known.referenceLines.push(line)
      known.referenceColumns.push(column)
    } else {
      const number = numberOf(mark.identifier)
      const note = { number, text: null, definitionLine: null, referenceLines: [line], referenceColumns: [column] }
      undefinedNotes.set(mark.identifier, note)
    }
  }
  return [...found, ...undefinedNotes.values()]
}

/** A footnote with the places of its marks. */
type Marked = Footnote & Required<Pick<Footnote, 'referenceColumns'>>

/** The footnote among those of one number that a mark belongs to. */
function homeOf(alike: Marked[], line: number, fromPage: boolean, lines: number[]): Marked | undefined {
  const next = alike.find(({ definitionLine }) => line <= definitionLine!)
  if (next) return next
  const last = alike.at(-1)
  const isOpen = last && !lines.some((other) => other > last.definitionLine! && other < line)
  return fromPage && !isOpen ? undefined : last
}

/** The number a footnote has, or, of one that has a name, the next that none has. */
function numbering(nodes: { identifier: string }[]): (identifier: string) => number {
  const isNumber = (identifier: string) => /^\d+$/.test(identifier)
  const taken = new Set(nodes.flatMap(({ identifier }) => (isNumber(identifier) ? Number(identifier) : [])))
  const named = new Map<string, number>()
  let last = 0
  return (identifier) => {
    if (isNumber(identifier)) return Number(identifier)
    const known = named.get(identifier)
    if (known) return known
    do last++
    while (taken.has(last))
    named.set(identifier, last)
    return last
  }
}
