import type { Locale } from '../locale/locale.ts'
import type { Report, Table } from '../model/report.ts'
import { numbersIn } from '../model/values.ts'
import type { Assertion } from './assertions/assertion.ts'
import { assertionsIn } from './assertions/assertions.ts'
import { judge, type Verdict } from './assertions/judge.ts'
import type { Change } from './changes.ts'
import { groupBy } from './group-by.ts'
import { exchanged } from './print.ts'
import { gridsIn, type ReportSentence, sentencesIn } from './sentences.ts'

/** An assertion of a sentence that rests on changed cells, and what became of it. */
export interface Asserted {
  sentence: ReportSentence
  assertion: Assertion
  verdict: Verdict
  /** What would have to stand in place of the number that it gives; null where that is no number, or not known. */
  now: string | null
}

/** A sentence with all that it asserts of tables. */
export interface Found {
  sentence: ReportSentence
  assertions: Assertion[]
}

/** What the sentences of a report assert of its tables, beside the claims of its model. */
export function foundIn(report: Report, locale: Locale): Found[] {
  const { grids, tableOf } = gridsIn(report, locale)
  return sentencesIn(report, locale).map((sentence) => ({
    sentence,
    assertions: assertionsIn(sentence, grids, tableOf, locale),
  }))
}

/** What new tables make of what the sentences of a report assert, of those that rest on changed cells. */
export function assertedIn(found: Found[], before: Table[], after: Table[], locale: Locale): Asserted[] {
  return found.flatMap(({ sentence, assertions }) =>
    readingsOf(assertions).flatMap((readings): Asserted[] => {
      const verdict = verdictOn(readings, before, after, locale)
      const [assertion] = readings
      return verdict ? [{ sentence, assertion: assertion!, verdict, now: printedNow(assertion!, verdict, locale) }] : []
    }),
  )
}

/** The assertions of each word: several where it can mean the first or the second number of the same cells, or several tables. */
function readingsOf(assertions: Assertion[]): Assertion[][] {
  return [...groupBy(assertions, ({ at, said }) => `${at} ${said}`).values()]
}

/**
 * Of several readings of a word: it holds where all do. It is untrue where a table contradicts it: by the numbers that are most
 * plainly meant, or by all that may be. Else, where they differ, only a person can tell.
 */
function verdictOn(readings: Assertion[], before: Table[], after: Table[], locale: Locale): Verdict | null {
  const judged = readings.map((reading) => ({ reading, verdict: judge(reading, before, after, locale) }))
  const touched = judged.flatMap(({ verdict }) => verdict ?? [])
  if (!touched.length) return null
  const all = touched.flatMap((each) => each.changes).map((each): [string, Change] => [JSON.stringify(each), each])
  const changes = [...new Map(all).values()]
  const untrue = [...groupBy(judged, ({ reading }) => reading.own[0]!.table).values()].flatMap((own) => {
    const [first] = own.toSorted((a, b) => b.reading.plainness - a.reading.plainness)
    // what is as plain may as well be meant
    const least = first!.reading.plainness < 1 ? Number.NEGATIVE_INFINITY : first!.reading.plainness - 0.04
    const counted = own.filter(({ reading }) => reading.plainness >= least)
    return counted.every(({ verdict }) => verdict?.is === 'untrue') ? [first!.verdict!] : []
  })
  if (untrue.length) return { ...untrue[0]!, changes }
  return touched.every(({ is }) => is === 'holds')
    ? { ...touched[0]!, changes }
    : { is: 'undecided', now: null, changes }
}

function printedNow({ said, test }: Assertion, { is, now }: Verdict, locale: Locale): string | null {
  if (is === 'holds') return said
  const [number, ...more] = numbersIn(said, locale)
  if (!now || !number || test.asks === 'count') return null
  const form = { locale, decimals: () => 0 }
  if (test.asks !== 'range' || number.max !== undefined)
    return exchanged(said, { before: number, after: now.value, high: now.max }, form)
  const [other] = more
  if (!other || now.max === undefined) return null
  return exchanged(exchanged(said, { before: other, after: now.max }, form), { before: number, after: now.value }, form)
}
