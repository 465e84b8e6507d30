import { describeOrigin } from '../../document/source.ts'
import type { Origin } from '../../origin/origin.ts'
import type { Look } from './look.ts'
import type { Scale } from './scale.ts'

/** The layers that charts are made of. What has a scale stands at its numbers, the rest at pixels of the plot. */
export type Layer = object

export interface Text {
  x: number
  y: number
  text: string
  align?: 'left' | 'center' | 'right'
  bold?: boolean
  colour: string
  origin?: Origin
}

export interface Line {
  x: number
  x2: number
  y: number
  y2: number
  colour: string
}

export interface Scales {
  x?: Scale
  y?: Scale
}

export function texts(rows: Text[], { font }: Look): Layer[] {
  const kinds = new Map<string, Text[]>()
  for (const row of rows) {
    const kind = `${row.align ?? 'left'} ${row.bold ?? false}`
    kinds.set(kind, [...(kinds.get(kind) ?? []), row])
  }
  return [...kinds.values()].map((alike) => {
    const { align = 'left', bold } = alike[0]!
    const mark = {
      type: 'text',
      align,
      baseline: 'middle',
      font: font.family,
      fontSize: font.size,
      fontWeight: bold ? font.bold : font.regular,
    }
    const values = alike.map(({ x, y, text, colour, origin }) => ({
      x,
      y,
      text,
      colour,
      source: describeOrigin(origin),
    }))
    const encoding = {
      ...place(['x', 'y'], {}),
      ...paint,
      text: { field: 'text', type: 'nominal' },
      description: { field: 'source' },
    }
    return { mark, data: { values }, encoding }
  })
}

/** Surfaces between two corners. */
export function rects(rows: Line[], scales: Scales, cornerRadius = 0): Layer {
  return layer({ type: 'rect', cornerRadius }, rows, place(['x', 'x2', 'y', 'y2'], scales))
}

export function rules(rows: Line[], scales: Scales, strokeWidth: number, strokeDash: number[] = []): Layer {
  const mark = { type: 'rule', strokeWidth, ...(strokeDash.length ? { strokeDash } : {}) }
  return layer(mark, rows, place(['x', 'x2', 'y', 'y2'], scales))
}

export function dots(rows: Pick<Line, 'x' | 'y' | 'colour'>[], scales: Scales, diameter: number): Layer {
  const mark = { type: 'point', shape: 'circle', filled: true, opacity: 1, size: Math.PI * (diameter / 2) ** 2 }
  return layer(mark, rows, place(['x', 'y'], scales))
}

function layer(mark: object, values: object[], encoding: object): Layer {
  return { mark: { ...mark, aria: false }, data: { values }, encoding: { ...encoding, ...paint } }
}

const paint = { color: { field: 'colour', type: 'nominal', scale: null, legend: null } }

function place(channels: string[], scales: Scales): object {
  const entries = channels.map((channel) => {
    const scale = scales[channel[0] as 'x' | 'y']
    const given = scale ? { domain: scale.domain, range: scale.range, nice: false, zero: false } : null
    const position = { field: channel, type: 'quantitative', axis: null, scale: given }
    return [channel, channel.endsWith('2') ? { field: channel } : position]
  })
  return Object.fromEntries(entries)
}
