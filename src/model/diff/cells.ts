import type { Cell, Value } from '../report.ts'
import type { NumberChange } from './change.ts'

/** The numbers of two cells that are other ones now; none where the cells do not have the same numbers of things. */
export function numberChanges(before: Cell, after: Cell): NumberChange[] {
  const [old, now] = [before, after].map(({ values = [] }) => values.flatMap(ends))
  if (old!.length !== now!.length) return []
  return old!.flatMap(({ value: from, unit }, at) => {
    const { value: to, unit: unitNow } = now![at]!
    return from === to || unit !== unitNow ? [] : [{ before: from, after: to, difference: difference(from, to), unit }]
  })
}

/** A number, or both ends of a range. */
function ends({ value, max, unit }: Value): { value: number; unit: string | null }[] {
  return [value, ...(max === undefined ? [] : [max])].map((each) => ({ value: each, unit }))
}

function difference(from: number, to: number): number {
  return Number((to - from).toFixed(Math.max(decimals(from), decimals(to))))
}

const decimals = (value: number) => /^-?\d*\.?(\d*)$/.exec(String(value))?.[1]?.length ?? 20
