import type { Chart } from '../../document/nodes.ts'
import { gapText } from './gap.ts'
import { type Look, lineHeight } from './look.ts'
import { dots, type Line, rects, rules, type Text, texts } from './marks.ts'
import type { Plot } from './plot.ts'
import { extent, referenceLine } from './reference.ts'
import { fitted, inside, layRows } from './rows.ts'
import { pixel, rounded } from './scale.ts'

const diameter = 11
const space = 6

/** A dot on a thin line for each category; a number that has two ends is a rounded bar between them. */
export function dotRows(chart: Chart, look: Look): Plot {
  const { categories, highlight, reference } = chart
  const { measure, colours } = look
  const series = chart.series[0]!
  const rows = layRows(categories, highlight, lineHeight, look)
  const all = series.points.flatMap((point, row) => (point ? [{ point, row, led: isLed(row) }] : []))
  const ends = [...all.map(({ point }) => point), ...(reference ? [reference.point] : [])]
  const { domain, ticks } = rounded(ends.flatMap(({ value, max }) => [value, max ?? value]))
  const available = look.width - rows.left - diameter
  const share = (value: number) => (value - domain[0]) / (domain[1] - domain[0])
  const width = fitted(
    available,
    all.map(({ point, led }) => ({
      share: share(point.max ?? point.value),
      room: measure(point.text, led) + space,
    })),
  )
  // the first dot's left half needs room too
  const left = rows.left + diameter / 2
  const x = { domain, range: [0, width] as [number, number] }
  const middle = (row: number) => rows.tops[row]! + lineHeight / 2
  const hue = (led: boolean) => (led ? colours.highlight : colours.quiet)

  const numbers = all.map(
    ({ point, row, led }): Text => ({
      x: pixel(x, point.max ?? point.value) + diameter / 2 + space,
      y: middle(row),
      text: point.text,
      bold: led,
      colour: led ? colours.highlight : colours.ink,
      origin: point.origin,
    }),
  )
  const gaps = series.points.flatMap((point, row) =>
    point ? [] : gapText(series, row, 0, middle(row), available, look),
  )
  const guides = numbers.flatMap((label): Line[] => {
    const [from, to] = extent(label, look)
    const line = { y: label.y, y2: label.y, colour: colours.rule }
    const before = { ...line, x: 0, x2: from - space }
    return to + space < width ? [before, { ...line, x: to + space, x2: width }] : [before]
  })
  const single = all.filter(({ point }) => point.max === undefined)
  const ranges = all.filter(({ point }) => point.max !== undefined)
  const foot = rows.height + 4
  const named = ticks.map((tick): Text => {
    const text = look.number(tick)
    const place = inside(pixel(x, tick), measure(text), -left, look.width - left)
    return { x: place, y: foot + lineHeight / 2, text, align: 'center', colour: colours.muted }
  })
  const labels = [...rows.names(left), ...numbers, ...gaps]
  return {
    width,
    height: rows.height,
    padding: {
      left,
      right: look.width - left - width,
      top: 2,
      bottom: 4 + lineHeight + (reference ? lineHeight + 2 : 0),
    },
    layers: [
      rules(guides, {}, 1),
      rects(
        ranges.map(({ point, row, led }) => ({
          x: pixel(x, point.value) - diameter / 2,
          x2: pixel(x, point.max!) + diameter / 2,
          y: middle(row) - diameter / 2,
          y2: middle(row) + diameter / 2,
          colour: hue(led),
        })),
        {},
        diameter / 2,
      ),
      dots(
        single.map(({ point, row, led }) => ({ x: point.value, y: middle(row), colour: hue(led) })),
        { x },
        diameter,
      ),
      ...texts([...labels, ...named], look),
      ...referenceLine(reference, { x, left, height: rows.height, foot: foot + lineHeight + 2, labels }, look),
    ],
  }

  function isLed(row: number): boolean {
    return highlight !== null && (categories[row] === highlight || series.name === highlight)
  }
}
