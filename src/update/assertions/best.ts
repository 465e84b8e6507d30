import type { Assertion, NumberPlace } from './assertion.ts'

/** How much plainer one reading of a word must be for another not to count. */
const margin = 0.5

/**
 * Of the readings of one word the plainest; several where tables repeat each other, and where the cells of a line hold several
 * numbers of which each fits.
 */
export function best(found: Assertion[]): Assertion[] {
  const most = Math.max(...found.map(({ plainness }) => plainness))
  const plainest = found.filter(({ plainness }) => plainness >= most - margin)
  const first = new Map<number, Assertion>()
  for (const each of plainest) {
    const table = each.own[0]!.table
    const before = first.get(table)
    if (!before || each.plainness > before.plainness) first.set(table, each)
  }
  // where nothing tells the lines of a table apart, each that fits may be meant
  return plainest.filter((each) => most < 1 || isSameLine(each, first.get(each.own[0]!.table)!))
}

function isSameLine(one: Assertion, other: Assertion): boolean {
  const cells = ({ own, others }: Assertion) => [...own, ...others].map(cellOf).sort().join()
  return cells(one) === cells(other)
}

const cellOf = ({ row, column }: NumberPlace) => `${row} ${column}`
