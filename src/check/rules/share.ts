import type { Locale } from '../../locale/locale.ts'
import type { Cell, Table } from '../../model/report.ts'
import { amountOf, namesTotal, rounding, shareOf } from '../../model/totals.ts'
import { formatNumber } from '../../model/values.ts'
import type { Found, Rule } from '../rule.ts'
import { nameOf, placeOfValue } from '../tables/grid.ts'

export const share: Rule = {
  id: 'share',
  severity: 'error',
  description: 'A share in a table that is not its part of the whole, where the others are.',
  example: '| Boats | 5 (56%) | 4 (54%) |',
  run(report, { locale }) {
    return report.tables
      .filter(({ kind }) => kind === 'table')
      .flatMap((table) => [...linesOf(table, locale)].flatMap((cells) => wrongShares(table, cells, locale)))
  },
}

/** The rows and the columns of a table, totals left out. */
function linesOf({ rows, header }: Table, locale: Locale): Cell[][] {
  const counted = rows.filter((row) => !namesTotal(row[0]?.text ?? '', locale))
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_, column) => column).filter(
    (column) => column && !namesTotal(header?.[column] ?? '', locale),
  )
  return [
    ...rows.map((row) => columns.map((column) => row[column]!)),
    ...columns.map((column) => counted.map((row) => row[column]!)),
  ]
}

/** Counts with shares of their own sum: where at least two of three agree, the rest are told of. */
function wrongShares(table: Table, cells: Cell[], locale: Locale): Found[] {
  const pairs = cells.flatMap((cell) => {
    const amount = amountOf(cell, locale)
    const share = shareOf(cell, locale)
    return amount && share ? [{ cell, amount, share }] : []
  })
  const whole = pairs.reduce((sum, { amount }) => sum + amount.value, 0)
  if (pairs.length < 3 || pairs.length < cells.length || whole <= 0) return []
  const wrong = pairs.filter(
    ({ amount, share }) => Math.abs((100 * amount.value) / whole - share.value) > rounding(share, locale) + 1e-9,
  )
  if (wrong.length * 3 > pairs.length) return []
  return wrong.map(({ cell, amount, share }) => ({
    ...placeOfValue(cell, share, locale),
    message: `${nameOf(table)}: ${amount.text} of ${formatNumber(whole, locale)} is ${formatNumber((100 * amount.value) / whole, locale, 1)} per cent, not ${share.text}`,
  }))
}
