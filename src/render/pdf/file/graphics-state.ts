import type { Font } from './fonts.ts'
import { type Box, identity, type Matrix } from './geometry.ts'
import type { Colour } from './page-content.ts'

/** What the graphics state holds of what decides how things are painted (ISO 32000-1, 8.4 and 9.3). */
export interface State {
  matrix: Matrix
  clip: Box
  fill: Colour
  stroke: Colour
  fillOpacity: number
  strokeOpacity: number
  /** Of the groups about it. */
  groupOpacity: number
  font: Font | undefined
  size: number
  spacing: number
  wordSpacing: number
  /** 1 is the font's own width. */
  stretch: number
  leading: number
  rise: number
  /** How letters are painted: 0 is filled, 3 not at all. */
  mode: number
}

export const black: Colour = [0, 0, 0]

export const initialState = (clip: Box): State => ({
  matrix: identity,
  clip,
  fill: black,
  stroke: black,
  fillOpacity: 1,
  strokeOpacity: 1,
  groupOpacity: 1,
  font: undefined,
  size: 0,
  spacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
})
