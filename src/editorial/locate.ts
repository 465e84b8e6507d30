import { likeness, wordsOf } from '../model/diff/likeness.ts'
import type { Table } from '../model/report.ts'
import { fold } from '../model/text.ts'
import { tableName } from '../update/changes.ts'
import { columnLabels, folded, rowLabels } from '../update/match.ts'
import { type Anchor, cellsOf, columnNames, context } from './anchor.ts'
import { isBoundary, stretchOf } from './basis.ts'
import { keyOf, type Stretch, withoutReferences } from './letters.ts'
import { nearestPassage } from './likeness.ts'
import type { Lines, Paper, RowPlace } from './paper.ts'

/** A cell that says something else than when it was approved. */
export interface CellChange {
  table: string
  row: string
  column: string
  before: string
  after: string
  /** The line of the report. */
  line: number
  /** Are only its numbers others? */
  isNumeric: boolean
}

/** Words that are not what they were; `after` is null where nothing like them is left. */
export interface WordChange {
  before: string
  after: string | null
  lines: Lines | null
}

/** What became of an anchor in a report. */
export interface Located {
  /** Where it stands now; null where it is gone. */
  lines: Lines | null
  cells: CellChange[]
  words: WordChange | null
}

/** Finds anchors in one report. Most stand as far from their old place as the one before them, so that is tried first. */
export class Locator {
  private readonly paper: Paper
  private shift = 0
  /** By the old line of words that stand once. */
  private readonly shifts = new Map<number, number>()
  /** Many statements rest on the same words. */
  private readonly known = new Map<Anchor, Located>()

  constructor(paper: Paper) {
    this.paper = paper
  }

  locate(anchor: Anchor): Located {
    const before = this.known.get(anchor)
    if (before) return before
    const found = anchor.text === null ? this.cells(anchor) : this.words(anchor, anchor.text)
    this.known.set(anchor, found)
    return found
  }

  private words(anchor: Anchor, text: string): Located {
    const { paper } = this
    const key = keyOf(text, paper.references)
    const at = this.find(key, anchor)
    if (at !== null) {
      const lines = this.linesOf(at, at + key.length)
      const place = anchor.row === null ? null : this.rowOn(lines[0], anchor)
      return { lines, cells: place ? newValues(anchor, place, key) : [], words: null }
    }
    const header = anchor.row === null ? this.header(text) : null
    if (header) return { lines: header, cells: [], words: null }
    const place = anchor.row === null ? null : this.row(anchor)
    if (place) {
      const { line } = place.table.rows[place.row]![0]!
      return { lines: [line, line], cells: cellChanges(anchor, place), words: null }
    }
    const now = this.changed(anchor, text, key)
    const lines = now && this.span(now)
    const said = (text: string) => withoutReferences(text, paper.references)
    return { lines, cells: [], words: { before: said(text), after: now && said(paper.words(now)), lines } }
  }

  /** Where some letters stand: of several places the one in the same context, or else nearest to the old. */
  private find(key: string, anchor: Anchor): number | null {
    const { paper } = this
    const { text } = paper.letters
    const expected = this.paper.letterAt(paper.startOf(anchor.line + this.shift))
    const isHere = (at: number) =>
      text.startsWith(key, at) && isBoundary(paper, at) && isBoundary(paper, at + key.length)
    if (anchor.times === 1 && isHere(expected) && text.endsWith(anchor.before, expected)) {
      this.shifts.set(anchor.line, this.shift)
      return expected
    }
    const places: number[] = []
    for (let at = text.indexOf(key); at >= 0 && key; at = text.indexOf(key, at + 1)) if (isHere(at)) places.push(at)
    if (!places.length) return null
    const scored = places
      .map((at) => ({ at, score: this.fit(at, at + key.length, anchor), away: Math.abs(at - expected) }))
      .toSorted((a, b) => b.score - a.score || a.away - b.away)
    const [best] = scored as [(typeof scored)[number]]
    const line = paper.lineAt(paper.letters.places[best.at]!)
    // of several that there were one is gone: it is this one, unless it stands where it should, with what stood before or behind it
    const isOwn = best.score >= Math.min(anchor.before.length, anchor.after.length)
    if (places.length < anchor.times && !(isOwn && Math.abs(line - anchor.line - this.shiftAt(anchor.line)) <= near))
      return null
    this.shift = line - anchor.line
    if (places.length === 1 && anchor.times === 1) this.shifts.set(anchor.line, this.shift)
    return best.at
  }

  /** How far lines around one have moved: as the nearest of which it is known. */
  private shiftAt(line: number): number {
    const away = (other: number) => Math.abs(other - line)
    let nearest: number | null = null
    for (const known of this.shifts.keys()) if (nearest === null || away(known) < away(nearest)) nearest = known
    return nearest === null ? this.shift : this.shifts.get(nearest)!
  }

  /** How many letters before and behind are as they were. */
  private fit(from: number, to: number, { before, after }: Anchor): number {
    const { text } = this.paper.letters
    let [left, right] = [0, 0]
    while (left < before.length && text[from - 1 - left] === before[before.length - 1 - left]) left++
    while (right < after.length && text[to + right] === after[right]) right++
    return left + right
  }

  /** What now stands where words stood: between the same neighbours, or else what is most like them. */
  private changed(anchor: Anchor, text: string, key: string): Stretch | null {
    const between = this.between(anchor, key.length)
    const alike = between && likeness(wordsOf(text), wordsOf(this.paper.words(between)))
    if (between && alike! >= 0.3) return between
    return nearestPassage(text, this.paper, 0.45)?.stretch ?? null
  }

  private between({ before, after }: Anchor, length: number): Stretch | null {
    const { text } = this.paper.letters
    const [head, tail] = [before.slice(-least), after.slice(0, least)]
    const start = head.length < least ? (before ? -1 : 0) : only(text, head)
    if (start < 0) return null
    const from = start + (head.length < least ? 0 : head.length)
    const end = tail.length < least ? text.length : text.indexOf(tail, from)
    if (end <= from || end - from > 3 * length + 200) return null
    const [first, last] = stretchOf(this.paper, from, end)
    // the full stop behind the last word belongs to it
    return [first, last + /^[.,;:!?)”"’»]*/.exec(this.paper.source.slice(last, last + 4))![0].length]
  }

  private cells(anchor: Anchor): Located {
    const place = this.row(anchor)
    if (!place) {
      const before = Object.entries(anchor.cells).map(([column, text]) => `${anchor.row}, ${column}: ${text}`)
      return { lines: null, cells: [], words: { before: before.join('; '), after: null, lines: null } }
    }
    const { line } = place.table.rows[place.row]![0]!
    return { lines: [line, line], cells: cellChanges(anchor, place), words: null }
  }

  /** The row of an anchor on a line. */
  private rowOn(line: number, { row }: Anchor): RowPlace | null {
    const rows = this.paper.rowsOn(line)
    return rows.find(({ table, row: at }) => folded(rowLabels(table)[at]!) === folded(row!)) ?? rows[0] ?? null
  }

  /** The line of a table's heads that has the same words in another order: its columns changed places. */
  private header(text: string): Lines | null {
    const key = bagOf(text)
    const found = this.paper.report.tables.filter(({ header }) => header && bagOf(header.join(' ')) === key)
    const line = found.length === 1 ? found[0]!.lines![0] : null
    return line === null ? null : [line, line]
  }

  private row(anchor: Anchor): RowPlace | null {
    const table = tableLike(anchor, this.paper.report.tables)
    if (!table) return null
    const at = rowLabels(table).findIndex((label) => folded(label) === folded(anchor.row!))
    return at < 0 ? null : { table, row: at }
  }

  private linesOf(from: number, to: number): Lines {
    return this.span(stretchOf(this.paper, from, to))
  }

  private span([from, to]: Stretch): Lines {
    return [this.paper.lineAt(from), this.paper.lineAt(to - 1)]
  }
}

/** The words of a text without their order. */
const bagOf = (text: string) =>
  fold(text)
    .split(/[\s|]+/)
    .filter(Boolean)
    .toSorted()
    .join(' ')

/** So many lines from where it is expected, a piece is where it should be. */
const near = 3

/** As many letters as this, all the same, are a context. */
const least = context / 4

/** Where a text stands, if it stands in one place. */
function only(text: string, wanted: string): number {
  const at = text.indexOf(wanted)
  return at >= 0 && text.indexOf(wanted, at + 1) < 0 ? at : -1
}

/** The table of an anchor: of those that have its row, the one whose caption, name and columns are most like its own. */
export function tableLike(anchor: Anchor, tables: Table[]): Table | null {
  const { table: name, caption, row, cells } = anchor
  const columns = Object.keys(cells)
  const scored = tables.flatMap((table) => {
    if (!table.rows.length) return []
    const names = columnNames(table)
    const shared = columns.filter((column) => names.some((each) => folded(each) === folded(column))).length
    const share = columns.length ? shared / columns.length : 1
    const hasRow = row !== null && rowLabels(table).some((label) => folded(label) === folded(row))
    const isNamed = name !== null && fold(name) === fold(tableName(table))
    const titled = caption === null || table.caption === null ? 0 : likeness(wordsOf(caption), wordsOf(table.caption))
    const isSame = (isNamed && (titled > 0.3 || caption === null)) || titled > 0.8
    const score = titled * 2 + share + (hasRow ? 1 : 0) + (isNamed ? 0.5 : 0)
    return (isSame && share > 0) || (hasRow && share > 0.6 && score > 2) ? [{ table, score }] : []
  })
  const [best, next] = scored.toSorted((a, b) => b.score - a.score)
  return best && best.score > (next?.score ?? 0) ? best.table : null
}

/**
 * The cells of a row that an update gave another value, or whose update is taken back, where the row is printed in the same words. How
 * its columns are cut and named says nothing then: a table that is divided has other heads.
 */
function newValues(anchor: Anchor, place: RowPlace, printed: string): CellChange[] {
  const updated = new Set(place.table.rows[place.row]!.flatMap(({ updated, line }) => (updated ? [line] : [])))
  const isPrinted = (text: string) => printed.includes(keyOf(text))
  return cellChanges(anchor, place).filter(
    ({ before, after, line }) => after !== '' && (updated.has(line) || !isPrinted(before)),
  )
}

/** The cells of a row that are not as they were; a column that is gone has a cell without text. */
function cellChanges(anchor: Anchor, place: RowPlace): CellChange[] {
  const { table, row } = place
  const labels = columnNames(table)
  const all = labels.map((_, at) => at)
  const now = cellsOf(place, all)
  return Object.entries(anchor.cells).flatMap(([column, before]): CellChange[] => {
    const at = labels.findIndex((label) => folded(label) === folded(column))
    const after = at < 0 ? '' : now[labels[at]!]!
    if (keyOf(before) === keyOf(after)) return []
    return [
      {
        table: tableName(table),
        row: rowLabels(table)[row]!,
        column: columnLabels(table)[at] || column,
        before,
        after,
        line: table.rows[row]![Math.max(0, at)]!.line,
        isNumeric: withoutNumbers(before) === withoutNumbers(after) && before !== '' && after !== '',
      },
    ]
  })
}

export const withoutNumbers = (text: string) => keyOf(text.replace(/\d+(?:[.,'’ \u00a0\u202f\u2009]\d+)*/g, ' # '))
