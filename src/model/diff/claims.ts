import type { Claim, Report, Table } from '../report.ts'
import { fold } from '../text.ts'
import { type Change, changeOf, firstWords, type Lines } from './change.ts'
import type { TablePair } from './grid.ts'
import { likeness, wordsOnce } from './likeness.ts'
import { type Pair, paired } from './pairs.ts'
import { type Passage, passagesOf } from './passages.ts'
import { cellText, rowsOf } from './rows.ts'
import { type Part, type Parts, partName } from './sections.ts'
import { nameOfTable, type Tables } from './tables.ts'

type About = NonNullable<Change['claim']>

/**
 * The numbers of the text that tables bear out. A sentence that stands as it did, whose cells changed under it and do not bear it
 * out any more, has become untrue, also where it is no claim any more; one that stands with another number follows its table.
 */
export function claimChanges(before: Report, after: Report, tables: Tables, parts: Parts): Change[] {
  const old = new Ground(before, tables, parts.before, 'before')
  const now = new Ground(after, tables, parts.after, 'after')
  const sentence = wordsOnce<Claim>((claim) => claim.sentence)
  const { pairs, removed, added } = paired(before.claims, after.claims, [
    (claim) => [claim.value, claim.max, fold(claim.sentence), claim.table].join(' '),
    (claim) => [claim.value, claim.max, fold(claim.sentence)].join(' '),
    {
      score: (a, b) => (old.homeOf(a) === now.homeOf(b) ? likeness(sentence(a), sentence(b), 0.5) : 0),
      least: 0.5,
    },
  ])
  return [
    ...removed.map((claim) => {
      const restsOn = old.changedUnder(claim)
      const line = restsOn.length ? now.lineOf(claim.sentence) : null
      const there = line === null ? null : { ...claim, line }
      return told([claim, there], [old, now], { agrees: { before: claim.agrees, after: there && false }, restsOn })
    }),
    ...added.map((claim) => {
      const restsOn = now.changedUnder(claim)
      const line = restsOn.length ? old.lineOf(claim.sentence) : null
      const there = line === null ? null : { ...claim, line }
      return told([there, claim], [old, now], { agrees: { before: there && false, after: claim.agrees }, restsOn })
    }),
    ...pairs.flatMap((pair) => changed(pair, old, now)),
  ]
}

/** Did a sentence agree with its table, and does it no more? */
export const isUntrue = ({ claim }: Change) =>
  claim !== null && claim.agrees.before !== false && claim.agrees.after === false

/** A claim in both reports: does it still rest on the same cells, and do they still say so? */
function changed({ before, after }: Pair<Claim>, old: Ground, now: Ground): Change[] {
  const left = old.homeOf(before) === now.homeOf(after) ? [] : old.changedUnder(before)
  const come = old.homeOf(before) === now.homeOf(after) ? [] : now.changedUnder(after)
  const agrees = { before: before.agrees && !come.length, after: after.agrees && !left.length }
  const isSame = before.value === after.value && before.max === after.max
  if (isSame && agrees.before === agrees.after) return []
  return [told([before, after], [old, now], { agrees, restsOn: old.changedUnder(before) })]
}

function told([before, after]: [Claim | null, Claim | null], [old, now]: [Ground, Ground], claim: About): Change {
  const { table, row, column, quote, line } = (after ?? before)!
  const lines = (of: Claim | null): Lines | null => of && [of.line, of.line]
  return changeOf({
    kind: before && after ? 'changed' : after ? 'added' : 'removed',
    what: 'claim',
    name: firstWords(quote),
    place: { section: (after ? now : old).sectionAt(line), table, row, column },
    before: before?.sentence ?? null,
    after: after?.sentence ?? null,
    lines: { before: lines(before), after: lines(after) },
    claim,
  })
}

/** What the claims of one report stand on, and what the other has in its place. */
class Ground {
  private readonly parts: Part[]
  private readonly passages: (Passage & { folded: string })[]
  private readonly tables = new Map<string, Table>()
  private readonly pairOf: Map<Table, TablePair>
  private readonly side: 'before' | 'after'

  constructor(report: Report, { pairs }: Tables, parts: Part[], side: 'before' | 'after') {
    this.parts = parts
    this.side = side
    this.passages = [...passagesOf(report).values()].flat().map((each) => ({ ...each, folded: fold(each.text) }))
    // of several tables of one name the first is meant
    for (const table of report.tables.toReversed()) this.tables.set(table.id ?? table.caption ?? '', table)
    this.pairOf = new Map(pairs.map((pair) => [pair[side], pair]))
  }

  /** Where a sentence stands; null where it does not. */
  lineOf(sentence: string): number | null {
    const wanted = fold(sentence)
    return this.passages.find(({ folded }) => folded.includes(wanted))?.lines[0] ?? null
  }

  sectionAt(line: number): string | null {
    const home = this.parts.findLast(({ section }) => section.line <= line && line <= section.endLine)
    return partName(home ?? null)
  }

  /** The cells of a claim by their names in the later report, so that those of both reports can be held against each other. */
  homeOf(claim: Claim): string {
    const pair = this.pair(claim)
    if (!pair) return `${this.side} ${claim.table}`
    const places = claim.cells.map(([row, column]) =>
      [this.rowPair(pair, row)?.after.at, this.columnPair(pair, column)?.after.at].join(' '),
    )
    return [nameOfTable(pair.after), claim.derived, ...places].join('\n')
  }

  /** The cells of a claim that are not what they were. */
  changedUnder(claim: Claim): About['restsOn'] {
    const table = this.tables.get(claim.table)
    if (!table) return []
    const names = rowsOf(table)
    return claim.cells.flatMap(([row, column]) => {
      const own = table.rows[row]?.[column]
      if (!own) return []
      const pair = this.pair(claim)
      const other = this.side === 'before' ? 'after' : 'before'
      const otherRow = pair && this.rowPair(pair, row)?.[other]
      const otherColumn = pair && this.columnPair(pair, column)?.[other]
      const there = otherRow && otherColumn ? otherRow.cells[otherColumn.at]! : null
      const texts = { [this.side]: cellText(own), [other]: there && cellText(there) }
      const { before = null, after = null } = texts as { before: string | null; after: string | null }
      if (before === after) return []
      const columnName = table.header?.[column] || null
      return [{ table: nameOfTable(table), row: names[row]!.name, column: columnName, before, after }]
    })
  }

  private pair({ table: name }: Claim): TablePair | undefined {
    const table = this.tables.get(name)
    return table && this.pairOf.get(table)
  }

  private rowPair({ rows }: TablePair, at: number) {
    return rows.pairs.find((pair) => pair[this.side].at === at)
  }

  private columnPair({ columns }: TablePair, at: number) {
    return columns.pairs.find((pair) => pair[this.side].at === at)
  }
}
