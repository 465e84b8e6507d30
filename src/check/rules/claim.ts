import { formatNumber } from '../../model/values.ts'
import type { Rule } from '../rule.ts'
import { lineOf } from '../text/quantities.ts'
import { told } from './text-and-table.ts'

export const claim: Rule = {
  id: 'claim',
  severity: 'error',
  description: 'A number in the text that repeats a table, or is worked out from it, and does not agree with it.',
  example: '"visits rose by 12%" where the table gives 11.7% for 2022 and 10.2% for 2024',
  run(report, context) {
    const { update, locale } = context
    // what an update made of a claim is told as such
    const stale = new Set(update.stale.map(({ sentence }) => sentence))
    const other = new Set(told(report, context).map(({ quantity }) => `${lineOf(quantity)} ${quantity.value}`))
    return report.claims
      .filter(({ agrees, sentence }) => !agrees && !stale.has(sentence))
      .filter(({ line, value }) => !other.has(`${line} ${value}`))
      .map(({ place, quote, value, table, row, column, cells }) => {
        const cell = [table, row, column].filter(Boolean).join(', ')
        const found = report.tables.find(({ id }) => id === table)
        const printed = cells.flatMap(([at, across]) => found?.rows[at]?.[across] ?? [])
        const gives = printed.length ? `, which gives ${printed.map(({ text }) => `"${text}"`).join(', ')}` : ''
        const at = printed[0]?.line ?? found?.captionLine ?? found?.lines?.[0]
        return {
          ...place,
          message: `${formatNumber(value, locale)} in "${quote}" does not agree with ${cell}${gives}`,
          related: at ? [{ line: at, message: cell }] : [],
        }
      })
  },
}
