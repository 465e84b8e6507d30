import type { Rule } from '../rule.ts'

export const claim: Rule = {
  id: 'claim',
  severity: 'error',
  description: 'A number in the text that repeats a table, or is worked out from it, and does not agree with it.',
  example: '"visits rose by 12%" where the table gives 11.7% for 2022 and 10.2% for 2024',
  run(report, { update }) {
    // what an update made of a claim is told as such
    const stale = new Set(update.stale.map(({ sentence }) => sentence))
    return report.claims
      .filter(({ agrees, sentence }) => !agrees && !stale.has(sentence))
      .map(({ line, quote, table, row, column }) => {
        const cell = [table, row, column].filter(Boolean).join(', ')
        const found = report.tables.find(({ id }) => id === table)
        const at =
          found?.rows.find((cells) => cells[0]?.text === row)?.[0]?.line ?? found?.captionLine ?? found?.lines?.[0]
        return {
          line,
          message: `"${quote}" does not agree with ${cell}`,
          related: at ? [{ line: at, message: cell }] : [],
        }
      })
  },
}
