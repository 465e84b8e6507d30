import type { Locale } from '../../locale/locale.ts'
import type { Grid } from '../../model/claims/grid.ts'
import type { Assertion } from './assertion.ts'
import { countsIn } from './counts.ts'
import { ordersIn } from './orders.ts'
import { quantitiesIn } from './quantities.ts'
import { readingOf, type Sentence } from './sentence.ts'
import { trendsIn } from './trends.ts'

/**
 * What a sentence asserts of tables, beside giving the numbers of cells: each assertion with its word, its operation and its
 * cells. Only what the numbers of the tables bear out now is found; what fits none is none of our business.
 *
 * @param grids the tables that it may speak of
 * @param tableOf the place of each table among those that {@link judge} is given
 */
export function assertionsIn(
  sentence: Sentence,
  grids: Grid[],
  tableOf: (grid: Grid) => number,
  locale: Locale,
): Assertion[] {
  const reading = readingOf(sentence, locale)
  const found = [
    ...ordersIn(reading, grids, tableOf),
    ...trendsIn(reading, grids, tableOf),
    ...quantitiesIn(reading, grids, tableOf),
    ...countsIn(reading, grids, tableOf),
  ]
  return found.toSorted((a, b) => a.at - b.at)
}
