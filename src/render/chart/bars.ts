import type { Chart, ChartPoint } from '../../document/nodes.ts'
import { mix, ramp } from './colours.ts'
import { gapText } from './gap.ts'
import { keyOf } from './key.ts'
import { type Look, lineHeight } from './look.ts'
import { type Line, rects, type Text, texts } from './marks.ts'
import type { Plot } from './plot.ts'
import { extent, referenceLine } from './reference.ts'
import { fitted, layRows } from './rows.ts'
import { fromZero, pixel, type Scale } from './scale.ts'

const space = 6

interface Bar {
  point: ChartPoint
  /** Which series and which category it belongs to. */
  of: number
  row: number
  led: boolean
}

/** A bar for each category, or a group of them, from nought; each with its number at its end. */
export function bars(chart: Chart, look: Look): Plot {
  const { categories, series, highlight, reference } = chart
  const { measure, colours } = look
  const grouped = series.length > 1
  const thickness = grouped ? 14 : 16
  const rows = layRows(categories, highlight, series.length * thickness, look)
  const middle = (row: number, of: number) => rows.tops[row]! + (of + 0.5) * thickness
  const colour = colouring(chart, look)
  const all = barsOf(chart)
  const domain = fromZero([...all.map(({ point }) => point.value), ...(reference ? [reference.point.value] : [])])
  const roomFor = ({ point, led }: Bar) => measure(point.text, led) + space
  const left = rows.left + Math.max(0, ...all.filter(isNegative).map(roomFor))
  const available = look.width - left
  const widthWith = (room: (bar: Bar) => number) => {
    const share = ({ point }: Bar) => (point.value - domain[0]) / (domain[1] - domain[0])
    const ends = all.filter((bar) => !isNegative(bar)).map((bar) => ({ share: share(bar), room: room(bar) }))
    return fitted(available, ends)
  }
  const names = grouped ? widthWith((bar) => roomFor(bar) + roomForName(bar)) : 0
  const named = names >= available * 0.6 && series.every(({ points: [first] }) => first && first.value >= 0)
  const width = named ? names : widthWith(roomFor)
  const x: Scale = { domain, range: [0, width] }
  const key = grouped && !named ? keyOf(chart.series, (of) => colour(of, null), left, look) : null

  const surfaces = all.map(({ point, of, row }): Line => {
    const y = rows.tops[row]! + of * thickness
    return { x: 0, x2: point.value, y, y2: y + thickness - (grouped ? 1 : 0), colour: colour(of, categories[row]!) }
  })
  const numbers = all.map((bar): Text => {
    const { point, of, row, led } = bar
    return {
      x: pixel(x, point.value) + (isNegative(bar) ? -space : space),
      y: middle(row, of),
      text: point.text,
      align: isNegative(bar) ? 'right' : 'left',
      bold: led,
      colour: led ? colours.highlight : colours.ink,
      origin: point.origin,
    }
  })
  const behind = all.flatMap((bar, at): Text[] => {
    const number = numbers[at]!
    const [, end] = extent(number, look)
    const { name } = series[bar.of]!
    const hue = name === highlight ? colours.highlight : colours.muted
    return named && bar.row === 0
      ? [{ x: end + space, y: number.y, text: name, bold: name === highlight, colour: hue }]
      : []
  })
  const zero = pixel(x, 0) + space
  const gaps = series.flatMap((each, of) =>
    each.points.flatMap((point, row) =>
      point ? [] : gapText(each, row, zero, middle(row, of), available - zero, look),
    ),
  )
  const labels = [...rows.names(left), ...numbers, ...behind, ...gaps]
  const foot = rows.height + 6
  return {
    width,
    height: rows.height,
    padding: {
      left,
      right: look.width - left - width,
      top: key?.height ?? 0,
      bottom: 4 + (reference ? lineHeight + 4 : 0),
    },
    layers: [
      ...(key?.layers ?? []),
      rects(surfaces, { x }),
      ...texts(labels, look),
      ...referenceLine(reference, { x, left, height: rows.height, foot, labels }, look),
    ],
  }

  /** The first group's bars have their series' names behind their numbers. */
  function roomForName({ of, row }: Bar): number {
    const { name } = series[of]!
    return row === 0 ? space + measure(name, name === highlight) : 0
  }
}

const isNegative = ({ point }: Bar) => point.value < 0

function barsOf({ categories, series, highlight }: Chart): Bar[] {
  return series.flatMap(({ name, points }, of) =>
    points.flatMap((point, row) => {
      const led = highlight !== null && (name === highlight || categories[row] === highlight)
      return point ? [{ point, of, row, led }] : []
    }),
  )
}

/** The colour of a bar: series differ in how dark they are, so that they do in grey too. */
function colouring({ series, highlight }: Chart, { colours }: Look) {
  const { ink, quiet, highlight: led } = colours
  const others = series.filter(({ name }) => name !== highlight)
  const plain = ramp(ink, quiet, others.length)
  const warm = ramp(mix(led, ink, 0.6), led, series.length)
  return (of: number, category: string | null): string => {
    if (highlight !== null && category === highlight) return warm[of]!
    const place = others.indexOf(series[of]!)
    return place < 0 ? led : plain[place]!
  }
}
