import type { Colour } from './colours.ts'

/** A chart as the file has it: what can be edited, and how it looks. */
export interface NativeChart {
  /** Bars lie down, from above. */
  kind: 'bars' | 'stacked' | 'line'
  categories: string[]
  series: NativeSeries[]
  /** How its numbers are written. */
  format: string
  /** The ends of the axis of values. */
  axis: [number, number]
  legend: boolean
  /** Of its letters, in points. */
  size: number
}

export interface NativeSeries {
  name: string
  /** One for each category. */
  values: (number | null)[]
  /** Not shown at all: it only sets the next one off. */
  hidden?: boolean
  colour: Tinted
  /** Points of another colour. */
  points: Map<number, Tinted>
  labels: Label[]
}

/** A colour of the theme, darker by a share; less than nought, lighter. */
export interface Tinted {
  colour: Colour
  darker: number
}

/** What stands at a point: its number, another text, or nothing. */
export interface Label {
  at: number
  text: string | null
  /** The series' name as well. */
  named?: boolean
  led?: boolean
  side?: 'left' | 'right'
  /** How far it is moved down, as a share of the chart's height. */
  down?: number
}

/** Where the lines of a line chart stand in it, as shares of its width and height: beside them is room for their labels. */
export const lineField = { x: 0.14, y: 0.04, width: 0.5, height: 0.84 }
