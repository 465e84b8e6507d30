/** Lines, [first, last]. */
export type Range = [number, number]

export const within = (line: number, ranges: Range[]) => ranges.some(([first, last]) => line >= first && line <= last)

export const overlap = (some: Range[], others: Range[]) =>
  some.some(([first, last]) => others.some(([from, to]) => first <= to && last >= from))

/** Each of equal things once. */
export function unique<T>(all: T[]): T[] {
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()]
}
