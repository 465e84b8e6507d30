import type { Locale } from '../../locale/locale.ts'
import type { Table } from '../../model/report.ts'
import { addsUp, holding, type Sum, summed, totalsOf } from '../../model/totals.ts'
import { formatNumber } from '../../model/values.ts'
import type { Found, Rule } from '../rule.ts'
import { nameOf, placeOfValue } from '../tables/grid.ts'

export const total: Rule = {
  id: 'total',
  severity: 'error',
  description: 'A total in a table that is not the sum of what it totals.',
  example: '| Northport | 12 |, | Southport | 9 |, | Total | 22 |',
  run(report, { locale }) {
    return report.tables
      .filter(({ kind }) => kind === 'table')
      .flatMap((table) => totalsOf(table, locale).flatMap((sums) => wrong(table, sums, locale)))
  },
}

/**
 * The totals that do not add up. Where most of a line do, the others are wrong. Where none does, what is called a total may
 * be an average or count what overlaps: then only one that lies near its sum, above every part, is told of.
 */
function wrong(table: Table, sums: Sum[], locale: Locale): Found[] {
  const right = holding(sums, locale)
  return sums
    .filter((sum) => !addsUp(sum, locale) && isMeantAsSum(sum))
    .filter(() => right * 2 >= sums.length || sums.length === 1)
    .map((sum) => ({
      ...placeOfValue(sum.cell, sum.total, locale),
      message: `${nameOf(table)}: ${sum.where} is ${sum.total.text}, but ${sum.parts.map(({ text }) => text).join(' + ')} is ${formatNumber(summed(sum), locale)}`,
      ...(right ? {} : { severity: 'warning' as const }),
    }))
}

/** Is a total not less than its largest part, and within a fourth of the sum? An average or a share is none. */
function isMeantAsSum(sum: Sum): boolean {
  const all = summed(sum)
  const largest = Math.max(...sum.parts.map(({ value }) => value))
  return all > 0 && sum.total.value > largest && Math.abs(sum.total.value - all) <= all / 4
}
