import type { RootContent } from 'mdast'
import { sentencesIn } from '../../document/readability.ts'
import { sourcesFrom } from '../../document/source.ts'
import { isStale } from '../../editorial/standing.ts'
import { locales } from '../../locale/locales.ts'
import { cellText, cellTexts } from '../../model/cell-text.ts'
import { sentencesOf } from '../../model/claims/prose.ts'
import type { Claim, Report, Table, Value } from '../../model/report.ts'
import { everySection } from '../../model/sections.ts'
import { foldSpace } from '../../model/text.ts'
import { tracedText } from '../../model/traced-text.ts'
import { offsetOf } from '../../origin/offset-of.ts'
import { joinOf, type Origin, type Point, type Stated } from '../../origin/origin.ts'
import { firstPlace } from '../../origin/places.ts'
import type { Traced } from '../../origin/traced.ts'
import { originsOf } from '../../origin/walk.ts'
import { languageOf, type Material } from '../../tailor/rendering.ts'
import { cellAt, cellNamed, isSameCell } from './cells.ts'
import { type Finder, isSameNumber } from './find.ts'
import { overlap, type Range, unique, within } from './ranges.ts'
import type { OriginCell, Repeat, Origin as Told } from './shape.ts'

/** What is looked up of a piece of a document: what it says, and the number in it, if it is one. */
export interface Sought {
  text: string
  find: Finder
  value: Value | null
}

/** Tells where pieces of documents come from: walks of their origins. */
export class Origins {
  private readonly from: Material
  private readonly folder: string
  private texts: Traced[] | null = null

  /** @param folder the source folder, as messages name it */
  constructor(from: Material, folder: string) {
    this.from = from
    this.folder = folder
  }

  /** Letters that follow each other are one origin, and so are the lines of a statement. */
  of(origin: Origin, sought: Sought): Told[] {
    return unique(piecesOf(origin).map((piece) => this.toldOf(piece, sought)))
  }

  private toldOf(origin: Origin, sought: Sought): Told {
    const sources = sourcesFrom(origin)
    const lines = unique(sources.map((source) => source.lines))
    const place = firstPlace(origin)
    const told = {
      file: `${this.folder}/${this.from.file}`,
      lines,
      place: place && { line: place.line, column: place.column },
      cell: null,
      statement: null,
      repeats: [],
    }
    const [stated] = originsOf(origin, 'stated')
    if (stated) {
      const repeats = sought.value ? this.repeatsInLines(lines, sought.value) : []
      const sentence = this.sentenceInLines(lines, sought)
      return { ...told, place: null, table: null, sentence, statement: this.statement(stated), repeats }
    }
    const cell = cellNamed(sources[0]!, this.from.report.tables)
    if (cell) return { ...told, cell: this.told(cell), table: cell.table, sentence: null }
    const table = sources[0]!.table ?? this.tableAround(lines[0]!)?.id ?? null
    if (originsOf(origin, 'original').length === 0 && !originsOf(origin, 'updated').length)
      return {
        ...told,
        place: null,
        table,
        sentence: this.sentenceInLines(lines, sought),
        repeats: sought.value ? this.repeatsInLines(lines, sought.value) : [],
      }
    const isUpdated = originsOf(origin, 'updated').length > 0
    const repeats = sought.value ? this.repeatsAt(origin, isUpdated) : []
    return { ...told, table, sentence: place && this.sentenceAt(place), repeats }
  }

  private tableAround([line]: Range): Table | undefined {
    return this.from.report.tables.find(
      ({ captionLine, lines }) => captionLine === line || (lines && within(line, [lines])),
    )
  }

  private statement({ statement: id, file, line }: Stated): Told['statement'] {
    const found = this.from.editorial.statements.find((each) => each.id === id && each.line === line)
    return found ? { id, file, line, stale: isStale(found) } : null
  }

  /** The sentence that has the letter at a place. */
  private sentenceAt(place: Point): string | null {
    const locale = locales[languageOf(this.from)]
    this.texts ??= textsOf(this.from.report)
    for (const text of this.texts) {
      const at = offsetOf(text.origin, place)
      const found = at === null ? null : sentencesOf(text.text, locale).find(({ from, to }) => at >= from && at < to)
      if (found) return text.text.slice(found.from, found.to)
    }
    return null
  }

  /** Of lines of which no more is known, as those that a statement rests on, the sentence that says the same. */
  private sentenceInLines(lines: Range[], { find }: Sought): string | null {
    const texts = lines.flatMap(([first, last]) => this.from.written.slice(first - 1, last))
    const sentences = texts.flatMap((written) => sentencesIn(foldSpace(written.replace(/<[^>]*>|[*_#]/g, ' '))))
    return sentences.find((sentence) => find(sentence).length) ?? null
  }

  /** The claims that stand in these letters, and the cells that do; a number that an update put there agrees. */
  private repeatsAt(origin: Origin, isUpdated: boolean): Repeat[] {
    const { tables, claims } = this.from.report
    const letters = originsOf(origin, 'original')
    const stands = ({ line, column }: Point) =>
      letters.some((each) => offsetOf(each, { line, column }) !== null) ||
      originsOf(origin, 'block').some(({ start }) => start.line === line && start.column === column)
    const repeats = claims
      .filter(({ place }) => stands(place))
      .map((claim) => ({ ...repeatOf(claim, tables), ...(isUpdated ? { agrees: true } : {}) }))
    const place = firstPlace(origin)
    const printed = place ? tables.flatMap((table) => cellsAt(table, place)) : []
    for (const cell of printed) {
      if (repeats.some(({ cells }) => cells.some((known) => isSameCell(known, cell)))) continue
      repeats.push({ table: cell.table ?? '', alsoIn: [], derived: null, agrees: true, cells: [cell] })
    }
    return unique(repeats).map((repeat) => ({ ...repeat, cells: repeat.cells.map((cell) => this.told(cell)) }))
  }

  /** Of such lines the claims and cells that have a number. */
  private repeatsInLines(lines: Range[], number: Value): Repeat[] {
    const { report } = this.from
    const locale = locales[languageOf(this.from)]
    const isNumber = (value: Value) => isSameNumber(value, number, locale)
    const repeats = report.claims
      .filter((claim) => within(claim.line, lines) && isEqual(claim, number))
      .map((claim) => repeatOf(claim, report.tables))
    const printed = report.tables
      .filter((table) => table.lines && overlap(lines, [table.lines]))
      .flatMap((table) => cellsWith(table, lines, isNumber))
    for (const cell of printed) {
      if (repeats.some(({ cells }) => cells.some((known) => isSameCell(known, cell)))) continue
      repeats.push({ table: cell.table ?? '', alsoIn: [], derived: null, agrees: true, cells: [cell] })
    }
    return unique(repeats).map((repeat) => ({ ...repeat, cells: repeat.cells.map((cell) => this.told(cell)) }))
  }

  /** A cell, its data file named with its folder. */
  private told(cell: OriginCell): OriginCell {
    const { updated } = cell
    return updated ? { ...cell, updated: { ...updated, file: `${this.folder}/${updated.file}` } } : cell
  }
}

const isEqual = (claim: Pick<Claim, 'value' | 'max'>, { value, max }: Value) =>
  claim.value === value && claim.max === max

function repeatOf({ table: name, alsoIn, derived, agrees, cells }: Claim, tables: Table[]): Repeat {
  const table = tables.find(({ id, caption }) => (id ?? caption) === name)
  const from = table ? cells.map(([row, column]) => cellAt(table, row, column)) : []
  return { table: name, alsoIn, derived, agrees, cells: from }
}

function cellsWith(table: Table, lines: Range[], holds: (value: Value) => boolean): OriginCell[] {
  return table.rows.flatMap((row, r) =>
    row.flatMap(({ line, values }, c) => (within(line, lines) && values?.some(holds) ? [cellAt(table, r, c)] : [])),
  )
}

/** The cells of a table in whose text the letter at a place stands. */
function cellsAt(table: Table, place: Point): OriginCell[] {
  if (!table.lines || !within(place.line, [table.lines])) return []
  return table.rows.flatMap((row, r) =>
    row.flatMap((cell, c) => (offsetOf(cellText(cell).origin, place) === null ? [] : [cellAt(table, r, c)])),
  )
}

/** An origin as the pieces that are told one by one; what comes from nowhere divides letters. */
function piecesOf(origin: Origin): Origin[] {
  const pieces: Origin[][] = []
  let isOpen = false
  for (const part of origin.kind === 'join' ? origin.parts : [origin]) {
    const isLetters = part.kind === 'original' || part.kind === 'repaired' || part.kind === 'updated'
    if (part.kind === 'framing') isOpen = false
    else if (isLetters && isOpen) pieces.at(-1)!.push(part)
    else {
      pieces.push([part])
      isOpen = isLetters
    }
  }
  return pieces.map(joinOf).filter((piece) => sourcesFrom(piece).length)
}

/** The paragraphs, items and cells of a report. */
function textsOf({ sections, frontMatter, tables, cards }: Report): Traced[] {
  const blocks = [
    ...frontMatter,
    ...[...everySection(sections)].flatMap(({ body }) => body),
    ...cards.flatMap(({ body }) => body),
  ]
  const paragraphs = blocks.flatMap(paragraphsIn)
  return [...paragraphs, ...tables.flatMap(({ rows }) => rows.flat().flatMap(cellTexts))]
}

function paragraphsIn(block: RootContent): Traced[] {
  if (block.type === 'paragraph' || block.type === 'heading') return [tracedText(block)]
  return 'children' in block ? (block.children as RootContent[]).flatMap(paragraphsIn) : []
}
