import { type Language, locales } from '../locale/locales.ts'
import { entityFinder } from '../model/claims/naming.ts'
import type { Report } from '../model/report.ts'
import type { Assertion } from './assertions/assertion.ts'
import { assertionsIn } from './assertions/assertions.ts'
import { repeatsIn } from './assertions/repeats.ts'
import { readingOf, type Sentence } from './assertions/sentence.ts'
import { gridsIn } from './sentences.ts'

/** A statement that somebody wrote about a report: its words, and what it rests on. */
export interface Stated {
  text: string
  /** The tables that it rests on, by their places in the report. */
  basis: number[]
  /** The name of the entity that it is for; null for none. */
  about: string | null
}

/**
 * What a statement asserts of the tables it rests on, its numbers among it: each is to be held against new tables with `judge`.
 * What the numbers of these tables do not bear out is not found.
 */
export function assertionsOf({ text, basis, about }: Stated, report: Report): Assertion[] {
  const locale = locales[report.language as Language]
  const { grids, tableOf } = gridsIn(report, locale)
  const named = entityFinder(report.entities)(text)
  const entity = report.entities.findIndex(({ name }) => name === about)
  const sentence: Sentence = {
    text,
    before: '',
    entities: entity < 0 || named.length ? named : [{ at: 0, end: 0, entity }],
    nearness: (grid) => (basis.includes(tableOf(grid)) ? 'basis' : 'far'),
    isFollowed: () => false,
  }
  const own = grids.filter((grid) => basis.includes(tableOf(grid)))
  const found = assertionsIn(sentence, own, tableOf, locale)
  const isTold = (at: number) => found.some((each) => each.at === at || each.bounds.includes(at))
  const repeats = repeatsIn(readingOf(sentence, locale), own, tableOf).filter(({ at }) => !isTold(at))
  return [...found, ...repeats].toSorted((a, b) => a.at - b.at)
}
