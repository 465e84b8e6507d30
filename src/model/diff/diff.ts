import type { Report } from '../report.ts'
import { cardChanges } from './cards.ts'
import type { Change } from './change.ts'
import { claimChanges } from './claims.ts'
import { entityChanges, footnoteChanges, linkChanges, referenceChanges, titleChanges } from './lists.ts'
import { partsOf, sectionChanges } from './sections.ts'
import { studyChanges } from './studies.ts'
import { pairedTables, tableChanges } from './tables.ts'
import { textChanges } from './texts.ts'

/**
 * What is other in the second of two reports, in the order of its lines. Pieces are found again by what they are called and what
 * they say, not by where they stand: line ends, white space and line numbers do not count. Of the same two reports in the other
 * order the changes are the same, turned round.
 */
export function changesBetween(before: Report, after: Report): Change[] {
  const parts = partsOf(before, after)
  const tables = pairedTables(before.tables, after.tables)
  const changes = [
    ...titleChanges(before, after),
    ...sectionChanges(parts),
    ...cardChanges(before, after, parts),
    ...textChanges(before, after, parts),
    ...tableChanges(tables, before.tables, parts),
    ...studyChanges(before, after, parts),
    ...claimChanges(before, after, tables, parts),
    ...footnoteChanges(before, after),
    ...referenceChanges(before, after),
    ...linkChanges(before, after),
    ...entityChanges(before, after),
  ]
  return withoutRepeats(changes).toSorted(inOrder)
}

/** By lines of the later report; of what is gone, of the earlier. */
export const inOrder = (a: Change, b: Change) => lineOf(a) - lineOf(b)

const lineOf = ({ lines }: Change) => (lines.after ?? lines.before)?.[0] ?? 0

/** What tells more of the same lines: a card is also a section, a table or a passage, a reference a passage. */
const tellMore = new Set<Change['what']>(['card', 'reference'])

function withoutRepeats(changes: Change[]): Change[] {
  const telling = changes.filter(({ what }) => tellMore.has(what))
  return changes.filter(
    (change) => !['section', 'table', 'text'].includes(change.what) || !telling.some((other) => repeats(change, other)),
  )
}

/** Does a change say what another does? Of passages, all those inside; of a section or table, the one that begins there. */
function repeats({ what, kind, lines }: Change, other: Change): boolean {
  if (kind !== other.kind || (what === 'text' && kind === 'moved')) return false
  if (what === 'text' && kind === 'changed' && other.what !== 'reference') return false
  return (['before', 'after'] as const).every((side) => {
    const [own, of] = [lines[side], other.lines[side]]
    if (!own || !of) return own === of
    return what === 'text' ? of[0] <= own[0] && own[1] <= of[1] : own[0] === of[0]
  })
}
