import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Nodes } from 'mdast'
import { locales } from '../../src/locale/locales.ts'
import type { Report } from '../../src/model/report.ts'
import { everySection } from '../../src/model/sections.ts'
import { writtenLines } from '../../src/model/text.ts'

/** A piece of text that the model or the repair log holds, with the lines it stands on. */
interface Piece {
  first: number
  last: number
  text: string
}

/**
 * The words of a file that are not in the model or the repair log at the line they stand on, and those there that the line does
 * not have: none, if the text of the model and the log is the text of the file.
 *
 * A word is a run of letters and digits. What is syntax is taken out of the file first: tags, the marks of lists and tasks, the
 * label of a footnote, the language's words for "note" and "source", which the model has as fields.
 */
export function lostWords(text: string, report: Report): { line: number; word: string }[] {
  const held = wordsByLine(piecesOf(report), writtenLines(text).length)
  return writtenLines(text).flatMap((written, index) => {
    const left = new Map(held[index])
    return wordsIn(withoutSyntax(written, report)).flatMap((word) => {
      const count = left.get(word) ?? 0
      left.set(word, count - 1)
      return count > 0 ? [] : [{ line: index + 1, word }]
    })
  })
}

/** The words that the model has on a line and the file does not: what was changed must be in the repair log. */
export function addedWords(text: string, report: Report): { line: number; word: string }[] {
  const lines = writtenLines(text)
  const log = new Set(report.repairs.flatMap(({ after }) => wordsIn(after)))
  const filled = new Set(
    report.tables.flatMap(({ rows }) =>
      rows.flatMap(([cell], row) => (cell!.text === rows[row - 1]?.[0]?.text ? [cell!.line] : [])),
    ),
  )
  return piecesOf(report).flatMap(({ first, last, text: held }) => {
    const written = new Set(wordsIn(lines.slice(first - 1, last).join('\n')))
    // a row-span is filled down: its text stands at the rows below too
    if (filled.has(first)) return []
    return wordsIn(held).flatMap((word) => (written.has(word) || log.has(word) ? [] : [{ line: first, word }]))
  })
}

export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function withoutSyntax(line: string, { language }: Report): string {
  const { note, source } = locales[language as keyof typeof locales]
  const fields = new RegExp(`(?<![\\p{L}])(?:${[...note, ...source].join('|')})\\s*[:*]`, 'giu')
  return line
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .replace(/&(\w+);/g, (written, name: string) => decodeNamedCharacterReference(name) || written)
    .replace(/^(?:[\s>]|[-*+]\s|\d+[.)]\s|\[[ x]\]\s)+/, '')
    .replace(/\[\^[^\]]*\]/g, ' ')
    .replace(fields, ' ')
}

/** Counts of the words that pieces hold, for each line of a file. A piece over several lines counts on each of them. */
function wordsByLine(pieces: Piece[], lines: number): Map<string, number>[] {
  const counts = Array.from({ length: lines }, () => new Map<string, number>())
  for (const { first, last, text } of pieces) {
    const words = wordsIn(text)
    for (let line = first; line <= Math.min(last, lines); line++)
      for (const word of words) counts[line - 1]!.set(word, (counts[line - 1]!.get(word) ?? 0) + 1)
  }
  return counts
}

function piecesOf(report: Report): Piece[] {
  const sections = [...everySection(report.sections)]
  const piece = (text: string, first: number, last = first): Piece => ({ text, first, last })
  return [
    ...report.frontMatter.flatMap(piecesOfNode),
    // a heading's number, and the title that may run over two lines
    ...sections.flatMap(({ number, title, line, endLine }) =>
      piece(`${number ?? ''} ${title}`, line, Math.min(line + 1, endLine)),
    ),
    ...sections.flatMap(({ body }) => body.flatMap(piecesOfNode)),
    ...report.tables.flatMap((table) => {
      const { label, number, caption, captionLine, lines, header, rows, notes, source } = table
      const [first, last] = lines ?? [captionLine!, captionLine!]
      return [
        ...(captionLine ? [piece(`${label ?? ''} ${number ?? ''} ${caption}`, captionLine, captionLine + 1)] : []),
        ...(header ? [piece(header.join(' '), first)] : []),
        ...rows.flat().map((cell) => piece([cell.text, ...(cell.items ?? [])].join(' '), cell.line)),
        // below the table and its caption, a paragraph each
        ...[...notes, ...(source ? [source] : [])].map((text) =>
          piece(text, last + 1, Math.max(last, captionLine ?? 0) + 8),
        ),
      ]
    }),
    ...report.footnotes.flatMap(({ number, text, definitionLine, referenceLines }) => [
      ...(definitionLine ? [piece(`${number} ${text}`, definitionLine, definitionLine + 8)] : []),
      ...referenceLines.map((line) => piece(String(number), line)),
    ]),
    ...report.marginNotes.map(({ text, line }) => piece(text, line)),
    ...report.repairs.map(({ before, line, endLine }) => piece(before, line, endLine)),
  ]
}

/** The texts of a node and those in it, at their lines; addresses and the names of languages are texts too. */
function piecesOfNode(node: Nodes): Piece[] {
  if ('children' in node && !('url' in node)) return node.children.flatMap(piecesOfNode)
  const { start, end } = node.position!
  const own = ['value', 'alt', 'url', 'title', 'label', 'lang', 'meta'].map(
    (key) => (node as unknown as Record<string, unknown>)[key],
  )
  const text = own.filter((value) => typeof value === 'string').join(' ')
  const children = 'children' in node ? node.children.flatMap(piecesOfNode) : []
  return [{ text, first: start.line, last: end.line }, ...children]
}
