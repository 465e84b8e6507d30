/** Colours as #rrggbb: how light they are, and what must be seen against what. */

/** The relative luminance of WCAG, 0 to 1. */
export function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of WCAG, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** One colour with a share of another in it. */
export function mix(colour: string, other: string, share: number): string {
  const second = channels(other)
  const mixed = channels(colour).map((channel, at) => Math.round(channel + (second[at]! - channel) * share))
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** A colour, with as much ink in it as it needs to stand out from the paper. */
export function seen(colour: string, ratio: number, { ink, paper }: { ink: string; paper: string }): string {
  const shares = Array.from({ length: 21 }, (_, at) => mix(colour, ink, at / 20))
  return shares.find((candidate) => contrast(candidate, paper) >= ratio) ?? ink
}

/** As many colours as asked for, evenly from one to the other; one alone is the last. */
export function ramp(from: string, to: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => mix(from, to, count === 1 ? 1 : at / (count - 1)))
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
