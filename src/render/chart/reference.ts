import type { Chart } from '../../document/nodes.ts'
import { type Look, lineHeight } from './look.ts'
import { type Layer, rules, type Text, texts } from './marks.ts'
import { inside } from './rows.ts'
import { pixel, type Scale } from './scale.ts'

interface Field {
  x: Scale
  /** The room to the left of the plot. */
  left: number
  height: number
  /** Where the label's line begins. */
  foot: number
  /** What stands in the rows, and is not to be run through. */
  labels: Text[]
}

/** A dashed line through all rows, broken where a label stands, with its name and number at the foot. */
export function referenceLine(reference: Chart['reference'], field: Field, look: Look): Layer[] {
  if (!reference) return []
  const { x, left, height, foot, labels } = field
  const { label, point } = reference
  const at = pixel(x, point.value)
  const inTheWay = labels.filter((label) => {
    const [from, to] = extent(label, look)
    return from - 3 < at && at < to + 3
  })
  const pieces = free(
    0,
    height + 4,
    inTheWay.map(({ y }) => [y - lineHeight / 2, y + lineHeight / 2]),
  )
  const { ink } = look.colours
  const text = `${label} ${point.text}`
  const middle = inside(at, look.measure(text), -left, look.width - left)
  const name: Text = { x: middle, y: foot + lineHeight / 2, text, align: 'center', colour: ink, origin: point.origin }
  const lines = pieces.map(([y, y2]) => ({ x: at, x2: at, y, y2, colour: ink }))
  return [rules(lines, {}, 1.2, [3, 2]), ...texts([name], look)]
}

/** What is left of a stretch outside some others. */
function free(from: number, to: number, taken: [number, number][]): [number, number][] {
  const pieces: [number, number][] = []
  let open = from
  for (const [start, end] of taken.sort(([a], [b]) => a - b)) {
    if (start > open) pieces.push([open, start])
    open = Math.max(open, end)
  }
  return open < to ? [...pieces, [open, to]] : pieces
}

/** Where a text begins and ends. */
export function extent({ x, text, align = 'left', bold }: Text, { measure }: Look): [number, number] {
  const width = measure(text, bold)
  const from = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
  return [from, from + width]
}
