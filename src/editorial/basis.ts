import { z } from 'zod'
import { noSuch } from '../input/no-such.ts'
import { Problem, type ProblemDetails } from '../input/problem.ts'
import type { Section, Table } from '../model/report.ts'
import { everySection, findSections } from '../model/sections.ts'
import { fold } from '../model/text.ts'
import { tableName } from '../update/changes.ts'
import { columnLabels, folded, labelNamed, rowLabels, tableNamed, tableNames } from '../update/match.ts'
import type { Piece } from './anchor.ts'
import { keyOf, type Stretch } from './letters.ts'
import { nearestTo } from './likeness.ts'
import type { Lines, Paper } from './paper.ts'
import { unitsIn } from './units.ts'

const name = z.union([z.string().min(1), z.number()])

/** What a statement rests on, as an editor writes it; a plain text is told apart by what the report has. */
export const basisSchema = z.union([
  z.int().positive(),
  z.string().min(1),
  z.strictObject({ lines: z.union([z.int().positive(), z.string()]) }),
  z.strictObject({ quote: z.string().min(1) }),
  z.strictObject({ section: name }),
  z.strictObject({ table: name, row: name.optional(), column: name.optional() }),
])

export type WrittenBasis = z.infer<typeof basisSchema>

/** A basis in the report: its pieces, and the lines it stands on. */
export interface Basis {
  pieces: Piece[]
  lines: Lines[]
  /** Does what is added to it change it? So with a whole table, column or section. */
  isOpen: boolean
}

/** A basis as one text, by which it is known in the lock file and in messages. */
export function basisText(written: WrittenBasis): string {
  if (typeof written !== 'object') return String(written)
  if ('lines' in written) return String(written.lines)
  if ('quote' in written) return `"${written.quote}"`
  if ('section' in written) return `section ${written.section}`
  const { table, row, column } = written
  return [
    table,
    ...(row === undefined && column === undefined ? [] : [row ?? '']),
    ...(column === undefined ? [] : [column]),
  ].join(' / ')
}

/**
 * Where a basis stands in a report. A number, or two with a hyphen, are lines; `TABLE / ROW / COLUMN` with an empty row for a whole
 * column are cells; the name of a table or section is all of it; any other text is a quotation, of which the middle may be left out:
 * "first words … last words".
 *
 * @throws {Problem} for what the report does not have, with the nearest that it has, and for what it has twice
 */
export function findBasis(written: WrittenBasis, paper: Paper, place: ProblemDetails): Basis {
  if (typeof written === 'object') {
    if ('lines' in written) return linesBasis(String(written.lines), paper, place)
    if ('quote' in written) return quotation(written.quote, paper, place)
    if ('section' in written) return sectionBasis(String(written.section), paper, place)
    const { table, row, column } = written
    return tableBasis(
      String(table),
      row === undefined ? '' : String(row),
      column === undefined ? '' : String(column),
      paper,
      place,
    )
  }
  const text = String(written).trim()
  if (/^\d+(?:\s*[-–]\s*\d+)?$/.test(text)) return linesBasis(text, paper, place)
  const [first = '', ...more] = labelsOf(text)
  if (more.length === 1 && tableNamed(paper.report.tables, first)) return rowOrColumn(first, more[0]!, paper, place)
  if (more.length && (tableNamed(paper.report.tables, first) || more.length === 2))
    return tableBasis(first, more[0]!, more.slice(1).join(' / '), paper, place)
  if (tableNamed(paper.report.tables, text)) return tableBasis(text, '', '', paper, place)
  if (sectionsNamed(text, paper).length) return sectionBasis(text, paper, place)
  return quotation(text, paper, place)
}

/** "Table 2 / North / Boats" as its three names; one that is left out is empty. */
export const labelsOf = (text: string): string[] => text.split(/\s+\/(?=\s|$)/).map((name) => name.trim())

function linesBasis(text: string, paper: Paper, place: ProblemDetails): Basis {
  const [first, last = first] = text.split(/\s*[-–]\s*/).map(Number) as [number, number?]
  if (!first || first > last || last > paper.lineCount)
    throw new Problem('names lines that are not in the report', {
      ...place,
      found: text,
      expected: `lines from 1 to ${paper.lineCount}, the first before the last`,
    })
  const pieces = piecesOn([first, last], paper)
  if (pieces.length) return { pieces, lines: [[first, last]], isOpen: false }
  const nearest = nearestLine(first, paper)
  throw new Problem('names lines that say nothing', {
    ...place,
    found: text,
    expected: 'lines with words',
    ...(nearest
      ? { nearest: `line ${nearest}: ${shortened(paper.words([paper.startOf(nearest), paper.startOf(nearest + 1)]))}` }
      : {}),
  })
}

/** The pieces of some lines, each row of a table with its cells. */
export function piecesOn(lines: Lines, paper: Paper): Piece[] {
  return unitsIn(paper, lines).map((stretch): Piece => {
    const line = paper.lineAt(paper.letters.places[paper.letterAt(stretch[0])]!)
    const [place] = paper.rowsOn(line)
    return {
      line,
      stretch,
      place: place ?? null,
      columns: place ? place.table.rows[place.row]!.map((_, at) => at) : [],
    }
  })
}

function nearestLine(line: number, paper: Paper): number | null {
  for (let away = 1; away < paper.lineCount; away++)
    for (const near of [line + away, line - away])
      if (near >= 1 && near <= paper.lineCount && unitsIn(paper, [near, near]).length) return near
  return null
}

/** The sections that go by a number, a title, or "section 2". */
function sectionsNamed(text: string, { report, references }: Paper): Section[] {
  const [word = '', ...rest] = text.split(' ')
  const found = findSections(report.sections, text)
  const all = found.length || !references.test(word) ? found : findSections(report.sections, rest.join(' '))
  const own = all.filter(({ kind }) => kind !== 'runningHead' && kind !== 'toc')
  return own.length ? own : all
}

function sectionBasis(text: string, paper: Paper, place: ProblemDetails): Basis {
  const [section, ...others] = sectionsNamed(text, paper)
  if (others.length) throw ambiguousSection(text, [section!, ...others], place)
  if (!section) {
    const names = [...everySection(paper.report.sections)].flatMap(({ number, title }) => [number ?? [], title].flat())
    throw noSuch(`the report has no section "${text}"`, text, names, place)
  }
  const lines: Lines = [section.line, section.endLine]
  return { pieces: piecesOn(lines, paper), lines: [lines], isOpen: true }
}

function ambiguousSection(text: string, sections: Section[], place: ProblemDetails): Problem {
  const ways = sections.map(({ number, line, endLine }) => number ?? `lines ${line}-${endLine}`)
  return new Problem(`is ambiguous: the report has ${sections.length} sections of that name`, {
    ...place,
    found: text,
    expected: `one of ${ways.join(', ')}`,
  })
}

/** "Table 2 / North": a row, or a column where no row is called so. */
function rowOrColumn(tableText: string, label: string, paper: Paper, place: ProblemDetails): Basis {
  const table = tableNamed(paper.report.tables, tableText)!
  const { entities } = paper.report
  if (!label) return tableBasis(tableText, '', '', paper, place)
  const isRow = labelNamed(rowLabels(table), label, entities) >= 0
  const isColumn = labelNamed(columnLabels(table), label, entities) >= 0
  if (isRow && isColumn)
    throw new Problem('names a row and a column', {
      ...place,
      found: `${tableText} / ${label}`,
      expected: `"${tableText} / ${label} /" for the row, "${tableText} / / ${label}" for the column`,
    })
  return isColumn ? tableBasis(tableText, '', label, paper, place) : tableBasis(tableText, label, '', paper, place)
}

function tableBasis(tableText: string, row: string, column: string, paper: Paper, place: ProblemDetails): Basis {
  const { tables, entities } = paper.report
  const table = tableNamed(tables, tableText)
  if (!table) throw noSuch(`the report has no table "${tableText}" with rows`, tableText, tableNames(tables), place)
  const twins = tables.filter((other) => other.rows.length && folded(tableName(other)) === folded(tableName(table)))
  if (twins.length > 1)
    throw new Problem(`is ambiguous: the report has ${twins.length} tables of that name`, {
      ...place,
      found: tableText,
      expected: `one of lines ${twins.map(({ lines }) => lines!.join('-')).join(', ')}`,
    })
  const rowAt = row ? labelAt(row, 'row', rowLabels(table), table, entities, place) : null
  const columnAt = column ? labelAt(column, 'column', columnLabels(table), table, entities, place) : null
  if (rowAt === null && columnAt === null) {
    const first = Math.min(table.captionLine ?? Number.POSITIVE_INFINITY, table.lines![0])
    const last = Math.max(table.captionLine ?? 0, table.lines![1])
    return { pieces: piecesOn([first, last], paper), lines: [[first, last]], isOpen: true }
  }
  if (columnAt === null) {
    const line = table.rows[rowAt!]![0]!.line
    const pieces = piecesOn([line, line], paper)
    return { pieces, lines: [[line, line]], isOpen: false }
  }
  const rows = rowAt === null ? table.rows.map((_, at) => at) : [rowAt]
  const pieces = rows.map((at): Piece => {
    const { line } = table.rows[at]![columnAt]!
    return { line, stretch: null, place: { table, row: at }, columns: [columnAt] }
  })
  return { pieces, lines: pieces.map(({ line }): Lines => [line, line]), isOpen: rowAt === null }
}

function labelAt(
  label: string,
  what: 'row' | 'column',
  labels: string[],
  table: Table,
  entities: Parameters<typeof labelNamed>[2],
  place: ProblemDetails,
): number {
  const found = labelNamed(labels, label, entities)
  if (found >= 0) return found
  const same = labels.filter((each) => fold(each) === fold(label))
  const reason = `${table.id ?? table.caption} has ${same.length > 1 ? `${same.length} ${what}s` : `no ${what}`} "${label}"`
  throw noSuch(reason, label, labels.filter(Boolean), place)
}

/** What stands between the first and last words of a quotation has at most so many letters. */
const longest = 6000

function quotation(text: string, paper: Paper, place: ProblemDetails): Basis {
  const [first = '', ...more] = text
    .replace(/^["“”„»«]|["“”„»«]$/g, '')
    .split(/\s*(?:…|\.\.\.)\s*/)
    .filter(Boolean)
  const last = more.at(-1)
  const found = occurrences(first, last, paper)
  if (found.length === 1) {
    const [stretch] = found as [Stretch]
    const lines: Lines = [paper.lineAt(stretch[0]), paper.lineAt(stretch[1] - 1)]
    const pieces = piecesOn(lines, paper).map((piece) => clipped(piece, stretch))
    return { pieces: pieces.filter((piece) => piece !== null), lines: [lines], isOpen: false }
  }
  if (!found.length) {
    const nearest = nearestTo(text, paper)
    throw new Problem('leads nowhere: the report does not say this', {
      ...place,
      found: shortened(text),
      expected: 'lines, words of the report, a section, a table, or `TABLE / ROW / COLUMN`',
      ...(nearest ? { nearest: `line ${nearest.line}: ${shortened(nearest.text)}` } : {}),
    })
  }
  throw new Problem(`is ambiguous: the report says it ${found.length} times`, {
    ...place,
    found: shortened(text),
    expected: `more words, or one of the lines ${found.map(([from]) => paper.lineAt(from)).join(', ')}`,
  })
}

/** A piece as far as it is quoted; a row that is quoted in part is words alone. */
function clipped(piece: Piece, [from, to]: Stretch): Piece | null {
  const [first, last] = piece.stretch!
  const stretch: Stretch = [Math.max(first, from), Math.min(last, to)]
  if (stretch[0] >= stretch[1]) return null
  return stretch[0] === first && stretch[1] === last ? piece : { ...piece, stretch, place: null, columns: [] }
}

function occurrences(first: string, last: string | undefined, paper: Paper): Stretch[] {
  const { letters, references } = paper
  const [head, tail] = [keyOf(first, references), last === undefined ? null : keyOf(last, references)]
  const found: Stretch[] = []
  for (let at = letters.text.indexOf(head); head && at >= 0; at = letters.text.indexOf(head, at + 1)) {
    const end = at + head.length
    if (!isBoundary(paper, at) || (tail === null && !isBoundary(paper, end))) continue
    if (tail === null) found.push(stretchOf(paper, at, end))
    else {
      const next = letters.text.indexOf(head, end)
      const close = letters.text.indexOf(tail, end)
      const isNear = close >= 0 && close - end <= longest && (next < 0 || close <= next || next === close)
      if (isNear) found.push(stretchOf(paper, at, close + tail.length))
    }
  }
  return found
}

/** Does a word begin or end before a letter? */
export function isBoundary({ letters: { text, places } }: Paper, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  const isWord = (character: string) => /[\p{L}\p{N}]/u.test(character)
  return places[at]! - places[at - 1]! > 1 || !isWord(text[at]!) || !isWord(text[at - 1]!)
}

/** The stretch of the source that holds some letters. */
export function stretchOf({ letters: { places } }: Paper, from: number, to: number): Stretch {
  return [places[from]!, places[to - 1]! + 1]
}

export const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
