import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Footnote } from './report.ts'
import { plainText } from './text.ts'

/**
 * Footnotes with their marks. A mark of the page maker (`<sup>n</sup>`) belongs to the next definition of its number, or to
 * one that no other definition follows yet: a low number that turns up after higher ones are defined is a footnote of its own,
 * whose text is lost.
 */
export function findFootnotes(tree: Root): Footnote[] {
  const definitions: FootnoteDefinition[] = []
  const marks: FootnoteReference[] = []
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') definitions.push(node)
    if (node.type === 'footnoteReference') marks.push(node)
  })
  const found = definitions.map((node, index) => ({
    number: numberOf(node.identifier, index),
    text: plainText(node) as string | null,
    definitionLine: node.position!.start.line as number | null,
    referenceLines: [] as number[],
    identifier: node.identifier,
  }))
  for (const mark of marks) {
    const line = mark.position!.start.line
    const alike = found.filter(({ identifier }) => identifier === mark.identifier)
    const home =
      mark.data?.syntax === 'sup'
        ? (alike.find(({ definitionLine }) => definitionLine && line <= definitionLine) ??
          alike.find(({ definitionLine }) => definitionLine && isLastBefore(line, definitionLine)))
        : alike[0]
    if (home) home.referenceLines.push(line)
    else
      found.push({
        number: numberOf(mark.identifier, found.length),
        text: null,
        definitionLine: null,
        referenceLines: [line],
        identifier: mark.identifier,
      })
  }
  return found.map(({ identifier: _, ...footnote }) => footnote)

  function isLastBefore(line: number, definitionLine: number): boolean {
    return !definitions.some(({ position }) => position!.start.line > definitionLine && position!.start.line < line)
  }
}

const numberOf = (identifier: string, index: number) => (/^\d+$/.test(identifier) ? Number(identifier) : index + 1)
