import type { Painted } from '../../render/pdf/file/page-content.ts'

/** Red, green and blue, 0 to 1. */
export type Opaque = readonly [number, number, number]

const paper: Opaque = [1, 1, 1]

/** A colour as it is seen through its opacity. */
export function over(colour: Opaque, opacity: number, ground: Opaque): Opaque {
  const [red, green, blue] = colour.map((part, at) => part * opacity + ground[at]! * (1 - opacity))
  return [red!, green!, blue!]
}

/** The colour at a point of what was painted there, the last on top; undefined where that cannot be told. */
export function groundOf(x: number, y: number, painted: Painted[]): Opaque | undefined {
  let ground: Opaque | undefined = paper
  for (const { kind, box, colour, opacity, solid } of painted) {
    if (kind === 'text' || kind === 'line' || opacity === 0) continue
    if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue
    if (!colour || !solid) ground = undefined
    else if (opacity === 1) ground = colour
    else ground = ground && over(colour, opacity, ground)
  }
  return ground
}

export const hex = (colour: Opaque) =>
  `#${colour
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, part)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
