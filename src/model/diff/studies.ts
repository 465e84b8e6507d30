import type { Report, Study, Table } from '../report.ts'
import { fold } from '../text.ts'
import { type Change, changeOf } from './change.ts'
import { gridChanges, opened } from './grid.ts'
import { likeness, wordsOnce } from './likeness.ts'
import { movesAmong } from './moves.ts'
import { type Pair, paired } from './pairs.ts'
import { rowText } from './rows.ts'
import { type Parts, partName } from './sections.ts'

/** A study with the table it was read from. */
interface Described {
  study: Study
  table: Table
}

/** The studies of two reports; what is other in one is told by the rows of its table. */
export function studyChanges(before: Report, after: Report, parts: Parts): Change[] {
  const [old, now] = [described(before), described(after)]
  const title = wordsOnce<Described>(({ study }) => study.title)
  const content = wordsOnce<Described>(textOf)
  const { pairs, removed, added } = paired(old, now, [
    ({ study }) => `${study.number} ${fold(study.title)}`,
    ({ study }) => fold(study.title),
    { score: (a, b) => Math.max(likeness(title(a), title(b)), likeness(content(a), content(b))), least: 0.6 },
  ])
  const told = (kind: Change['kind'], from: Described | null, to: Described | null, more: Partial<Change>) => {
    const part = to ? parts.afterOf(to.table.section) : parts.beforeOf(from!.table.section)
    const lines = { before: from?.study.lines ?? null, after: to?.study.lines ?? null }
    const name = (to ?? from)!.study.title
    return changeOf({ kind, what: 'study', name, ...more, place: { section: partName(part), card: name }, lines })
  }
  return [
    ...removed.map((each) => told('removed', each, null, { before: textOf(each) })),
    ...added.map((each) => told('added', null, each, { after: textOf(each) })),
    ...moved(pairs, old).map(({ before, after, ...places }) => told('moved', before, after, { moved: places })),
    ...pairs.flatMap((pair) => {
      const place = { section: partName(parts.afterOf(pair.after.table.section)), card: pair.after.study.title }
      const changes = gridChanges(opened({ before: pair.before.table, after: pair.after.table }), place)
      return changes.map((change) => asField(change, place.card))
    }),
  ]
}

function described({ studies, tables }: Report): Described[] {
  const table = new Map(tables.filter(({ kind }) => kind === 'study').map((each) => [each.lines![0], each]))
  return studies.map((study) => ({ study, table: table.get(study.lines[0])! }))
}

const textOf = ({ table }: Described) => table.rows.map(rowText).join('\n')

/** Studies in another order; else with another number. */
function moved(pairs: Pair<Described>[], old: Described[]) {
  const shifted = movesAmong(pairs, old, textOf).map((move) => ({ ...move, from: `${move.from}`, to: `${move.to}` }))
  const renumbered = pairs
    .filter((pair) => pair.before.study.number !== pair.after.study.number)
    .filter((pair) => !shifted.some(({ after }) => after === pair.after))
    .map((pair) => ({ ...pair, from: `${pair.before.study.number}`, to: `${pair.after.study.number}` }))
  return [...shifted, ...renumbered]
}

/** A row of a study's table is a field of the study. */
function asField(change: Change, name: string): Change {
  return { ...change, what: 'study', name, place: { ...change.place, field: change.place.row, row: null } }
}
