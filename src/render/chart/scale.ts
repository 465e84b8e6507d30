/** A straight scale from numbers to pixels. */
export interface Scale {
  domain: [number, number]
  range: [number, number]
}

export function pixel({ domain: [low, high], range: [start, end] }: Scale, value: number): number {
  return start + ((value - low) / (high - low)) * (end - start)
}

/** Where the lengths of bars are compared: from nought, or from below it to above. */
export function fromZero(values: number[]): [number, number] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  return low === high ? [0, 1] : [low, high]
}

/** Where places are compared: from nought, unless all values lie far from it; and the round numbers to name at the foot. */
export function rounded(values: number[]): { domain: [number, number]; ticks: number[] } {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const low = lowest >= 0 && lowest * 3 < highest * 2 ? 0 : lowest
  const high = highest <= 0 && highest * 3 > lowest * 2 ? 0 : highest
  const step = roundStep((high - low || Math.abs(high) || 1) / 3)
  const first = Math.floor(low / step)
  const last = Math.max(Math.ceil(high / step), first + 1)
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)))
  return { domain: [ticks[0]!, ticks.at(-1)!], ticks }
}

/** The next larger of 1, 2, 5, 10, 20, 50 … */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return [1, 2, 5, 10].map((digit) => digit * power).find((step) => step >= least * (1 - 1e-9))!
}
