import type { Locale } from '../locale/locale.ts'
import type { Report, Table } from '../model/report.ts'
import { numbersIn } from '../model/values.ts'
import type { Assertion } from './assertions/assertion.ts'
import { assertionsIn } from './assertions/assertions.ts'
import { judge, type Verdict } from './assertions/judge.ts'
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

interface Sources {
  report: Report
  after: Table[]
  locale: Locale
}

/** What changed cells make of all that the sentences of a report assert. */
export function assertedIn({ report, after, locale }: Sources): Asserted[] {
  const before = report.tables
  if (before.every((table, at) => table === after[at])) return []
  const { grids, tableOf } = gridsIn(report, locale)
  return sentencesIn(report, locale).flatMap((sentence) =>
    assertionsIn(sentence, grids, tableOf, locale).flatMap((assertion): Asserted[] => {
      const verdict = judge(assertion, before, after, locale)
      return verdict ? [{ sentence, assertion, verdict, now: printedNow(assertion, verdict, locale) }] : []
    }),
  )
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
