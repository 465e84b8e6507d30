import type { Rule } from './rule.ts'
import { attribution } from './rules/attribution.ts'
import { cardCount } from './rules/card-count.ts'
import { cardTally } from './rules/card-tally.ts'
import { citation } from './rules/citation.ts'
import { claim } from './rules/claim.ts'
import { data } from './rules/data.ts'
import { deadReference } from './rules/dead-reference.ts'
import { documents } from './rules/documents.ts'
import { duplicateCaption } from './rules/duplicate-caption.ts'
import { editorialLock } from './rules/editorial-lock.ts'
import { emptyCaption } from './rules/empty-caption.ts'
import { emptyCell } from './rules/empty-cell.ts'
import { footnote } from './rules/footnote.ts'
import { listCount } from './rules/list-count.ts'
import { misreading } from './rules/misreading.ts'
import { monthLists } from './rules/month-lists.ts'
import { nameSpelling } from './rules/name-spelling.ts'
import { parts } from './rules/parts.ts'
import { reading } from './rules/reading.ts'
import { share } from './rules/share.ts'
import { sourceYear } from './rules/source-year.ts'
import { staleClaim } from './rules/stale-claim.ts'
import { staleStatement } from './rules/stale-statement.ts'
import { statementFor } from './rules/statement-for.ts'
import { statementNumber } from './rules/statement-number.ts'
import { tablesDiffer } from './rules/tables-differ.ts'
import { textAndTable } from './rules/text-and-table.ts'
import { textDiffers } from './rules/text-differs.ts'
import { total } from './rules/total.ts'
import { twinSentences } from './rules/twin-sentences.ts'
import { unit } from './rules/unit.ts'

/** Everything a report is checked for, in the order in which it is told and documented. */
export const rules: Rule[] = [
  deadReference,
  total,
  share,
  parts,
  claim,
  tablesDiffer,
  textAndTable,
  textDiffers,
  twinSentences,
  monthLists,
  attribution,
  unit,
  listCount,
  cardCount,
  cardTally,
  sourceYear,
  citation,
  footnote,
  emptyCaption,
  duplicateCaption,
  emptyCell,
  nameSpelling,
  misreading,
  reading,
  documents,
  data,
  staleClaim,
  staleStatement,
  statementNumber,
  statementFor,
  editorialLock,
]
