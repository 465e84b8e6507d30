/**
 * Works on several things at once: at most `jobs` of them, begun in their order.
 *
 * @returns a promise for each thing, in the order of the things whichever is done first
 */
export function atOnce<Item, Result>(
  items: readonly Item[],
  jobs: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result>[] {
  let free = jobs
  const waiting: (() => void)[] = []
  return items.map(async (item) => {
    if (free > 0) free--
    else await new Promise<void>((begin) => waiting.push(begin))
    try {
      return await work(item)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  })
}
