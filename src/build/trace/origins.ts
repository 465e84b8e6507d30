import { sentencesIn } from '../../document/readability.ts'
import type { Source } from '../../document/source.ts'
import type { Statement } from '../../editorial/editorial.ts'
import { isStale } from '../../editorial/standing.ts'
import { locales } from '../../locale/locales.ts'
import type { Claim, Table, Value } from '../../model/report.ts'
import { foldSpace } from '../../model/text.ts'
import { valuesIn } from '../../model/values.ts'
import { languageOf, type Material } from '../../tailor/rendering.ts'
import { cellAt, cellNamed, isSameCell } from './cells.ts'
import { type Finder, isSameNumber } from './find.ts'
import { overlap, type Range, unique, within } from './ranges.ts'
import type { Origin, OriginCell, Repeat } from './shape.ts'

/** What is looked up of a piece of a document: what it says, and the number in it, if it is one. */
export interface Sought {
  text: string
  find: Finder
  value: Value | null
}

/** Tells where pieces of documents come from. */
export class Origins {
  private readonly from: Material
  private readonly folder: string
  private readonly claims = new Map<number, Claim[]>()

  /** @param folder the source folder, as messages name it */
  constructor(from: Material, folder: string) {
    this.from = from
    this.folder = folder
    for (const claim of from.report.claims) this.claims.set(claim.line, [...(this.claims.get(claim.line) ?? []), claim])
  }

  /** The lines of a statement are one origin. */
  of(sources: Source[], sought: Sought): Origin[] {
    const groups = new Map<string, Source[]>()
    for (const source of sources) {
      const key = source.statement ?? JSON.stringify(source)
      groups.set(key, [...(groups.get(key) ?? []), source])
    }
    return [...groups.values()].map((group) => this.originOf(group, sought))
  }

  private originOf(group: Source[], sought: Sought): Origin {
    const { tables } = this.from.report
    const [source] = group as [Source]
    const lines = unique(group.map((each) => each.lines))
    const cell = source.statement ? null : cellNamed(source, tables)
    const table = source.statement ? null : (cell?.table ?? source.table ?? this.tableAround(source.lines)?.id ?? null)
    return {
      file: `${this.folder}/${this.from.file}`,
      lines,
      cell: cell && this.told(cell),
      table,
      sentence: cell ? null : this.sentence(lines, sought),
      statement: source.statement ? this.statement(source.statement, lines, sought) : null,
      repeats: cell || !sought.value ? [] : this.repeats(lines, sought.value),
    }
  }

  private tableAround([line]: Range): Table | undefined {
    return this.from.report.tables.find(
      ({ captionLine, lines }) => captionLine === line || (lines && within(line, [lines])),
    )
  }

  /** Statements for several things may share an id; then it is the one whose words are shown. */
  private statement(id: string, lines: Range[], { text }: Sought): Origin['statement'] {
    const { editorial } = this.from
    const named = editorial.statements.filter((statement) => statement.id === id && hasLines(statement, lines))
    const statement = named.find((each) => each.text.includes(text.trim())) ?? named[0]
    return statement ? { id, file: statement.file, line: statement.line, stale: isStale(statement) } : null
  }

  private sentence(lines: Range[], { find }: Sought): string | null {
    const texts = lines.flatMap(([first, last]) => this.from.written.slice(first - 1, last))
    const sentences = texts.flatMap((written) => sentencesIn(foldSpace(written.replace(/<[^>]*>|[*_#]/g, ' '))))
    return sentences.find((sentence) => find(sentence).length) ?? null
  }

  /** What the claims in these lines say of a number, also of one that an update put in the place of theirs; and cells that hold it. */
  private repeats(lines: Range[], number: Value): Repeat[] {
    const { report, untrue } = this.from
    const locale = locales[languageOf(this.from)]
    const isNumber = (value: Value) => isSameNumber(value, number, locale)
    const claims = lines
      .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
      .flatMap((line) => this.claims.get(line) ?? [])
    const before = untrue
      .filter(({ line, now }) => within(line, lines) && now !== null && valuesIn(now, locale).some(isNumber))
      .flatMap(({ said }) => valuesIn(said, locale))
    const repeats = claims.flatMap((claim): Repeat[] => {
      if (isEqual(claim, number)) return [repeatOf(claim, report.tables)]
      return before.some((value) => isEqual(claim, value)) ? [{ ...repeatOf(claim, report.tables), agrees: true }] : []
    })
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

const hasLines = ({ basis }: Statement, lines: Range[]) =>
  lines.every((range) => basis.some((each) => `${each}` === `${range}`))
