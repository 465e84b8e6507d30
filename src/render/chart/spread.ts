/**
 * Moves boxes that would overlap apart, each as little as may be and none past another.
 *
 * @param boxes their centres and heights
 * @returns the new centres, between `from` and `to` where there is room for all
 */
export function spread(boxes: { centre: number; height: number }[], from: number, to: number): number[] {
  const order = boxes.map((_, at) => at).sort((a, b) => boxes[a]!.centre - boxes[b]!.centre || a - b)
  const stacked = stack(order.map((at) => boxes[at]!.height))
  const total = boxes.reduce((sum, { height }) => sum + height, 0)
  const wanted = order.map((at, place) => boxes[at]!.centre - stacked[place]!)
  const free = rising(wanted).map((shift) => Math.max(from, Math.min(to - total, shift)))
  const centres: number[] = []
  order.forEach((at, place) => {
    centres[at] = free[place]! + stacked[place]!
  })
  return centres
}

/** The centres of boxes set one upon the other. */
function stack(heights: number[]): number[] {
  let top = 0
  return heights.map((height) => {
    top += height
    return top - height / 2
  })
}

/** The rising row of numbers that is nearest to a row: runs that fall become their mean. */
function rising(row: number[]): number[] {
  const runs: { mean: number; count: number }[] = []
  for (const value of row) {
    let run = { mean: value, count: 1 }
    while (runs.length && runs.at(-1)!.mean > run.mean) {
      const before = runs.pop()!
      const count = before.count + run.count
      run = { mean: (before.mean * before.count + run.mean * run.count) / count, count }
    }
    runs.push(run)
  }
  return runs.flatMap(({ mean, count }) => Array.from({ length: count }, () => mean))
}
