import type { Chart } from '../../document/nodes.ts'
import { nothing } from '../../origin/origin.ts'
import { columnHeads } from './heads.ts'
import { type Look, lineHeight } from './look.ts'
import { dots, type Line, rects, rules, type Text, texts } from './marks.ts'
import type { Plot } from './plot.ts'
import { extent } from './reference.ts'
import { pixel, type Scale } from './scale.ts'
import { spread } from './spread.ts'
import { wrap } from './wrap.ts'

const reach = 18
const diameter = 9

/** A line for each series from category to category, with its numbers at the dots and its name at the end. */
export function slope(chart: Chart, look: Look): Plot {
  const { categories, series, highlight } = chart
  const { measure, colours } = look
  const last = categories.length - 1
  const led = (of: number) => series[of]!.name === highlight
  const values = series.flatMap(({ points }) => points.flatMap((point) => (point ? [point.value] : [])))
  const endings = series.map((each, of) => ending(each, led(of)))
  const left = Math.max(
    diameter,
    ...series.map(({ points: [first] }, of) => (first ? measure(first.text, led(of)) + reach : 0)),
  )
  const right = reach + Math.max(...endings.map(({ width }) => width))
  const width = look.width - left - right
  const height = Math.max(
    look.width > 400 ? 200 : 170,
    endings.reduce((sum, { height }) => sum + height, 0),
  )
  const y: Scale = { domain: unlike(values), range: [height - diameter, diameter] }
  const column = (at: number) => (width * at) / last

  const linesOf = (wanted: boolean) =>
    series.flatMap(({ points }, of) =>
      points.flatMap((point, at): Line[] => {
        const next = points[at + 1]
        const drawn = point && next && led(of) === wanted
        return drawn ? [{ ...hue(of), x: column(at), x2: column(at + 1), y: point.value, y2: next.value }] : []
      }),
    )
  const spotsOf = (wanted: boolean) =>
    series.flatMap(({ points }, of) =>
      points.flatMap((point, at) =>
        point && led(of) === wanted ? [{ ...hue(of), x: column(at), y: point.value }] : [],
      ),
    )
  const first = columnLabels(0)
  const between = categories.slice(1, -1).map((_, at) => columnLabels(at + 1))
  const final = endLabels()
  const heads = columnHeads(categories, highlight, { left, width }, look)
  return {
    width,
    height,
    padding: { left, right, top: heads.height, bottom: 2 },
    layers: [
      rules(
        [first, ...between, final].flatMap(({ leaders }) => leaders),
        {},
        1,
      ),
      rules(linesOf(false), { y }, 1.8),
      rules(linesOf(true), { y }, 2.8),
      rects(
        between.flatMap(({ labels }) => labels.map(ground)),
        {},
      ),
      dots([...spotsOf(false), ...spotsOf(true)], { y }, diameter),
      ...texts([...heads.texts, ...[first, ...between, final].flatMap(({ labels }) => labels)], look),
    ],
  }

  /** A label among lines stands on paper. */
  function ground(label: Text): Line {
    const [from, to] = extent(label, look)
    return { x: from - 2, x2: to + 2, y: label.y - 6, y2: label.y + 6, colour: colours.paper }
  }

  function hue(of: number) {
    return { colour: led(of) ? colours.highlight : colours.quiet }
  }

  /** A series' number and name at its end, in as many lines as half the picture needs. */
  function ending({ name, points }: Chart['series'][number], bold: boolean) {
    const number = points.at(-1)?.text ?? '–'
    const own = (text: string) => measure(text, bold)
    const indent = own(`${number} `) + 3
    const lines = wrap(name, look.width * 0.5 - indent - reach, own)
    return {
      number,
      indent,
      lines,
      width: indent + Math.max(0, ...lines.map(own)),
      height: Math.max(1, lines.length) * lineHeight,
    }
  }

  /** Where a series ends: its last number, or the last before it. */
  function endOf({ points }: Chart['series'][number]): number {
    return pixel(y, points.findLast((point) => point !== null)!.value)
  }

  /** The numbers of a column: before the dots in the first, behind them in the others. */
  function columnLabels(at: number): { labels: Text[]; leaders: Line[] } {
    const here = series.flatMap(({ points }, of) => (points[at] ? [{ point: points[at], of }] : []))
    const centres = spread(
      here.map(({ point }) => ({ centre: pixel(y, point.value), height: lineHeight })),
      0,
      height,
    )
    const side = at ? 1 : -1
    const labels = here.map(
      ({ point, of }, index): Text => ({
        x: column(at) + side * reach,
        y: centres[index]!,
        text: point.text,
        align: at ? 'left' : 'right',
        bold: led(of),
        colour: led(of) ? colours.highlight : colours.ink,
        origin: point.origin,
      }),
    )
    const leaders = here.flatMap(({ point }, index) =>
      leader(
        column(at) + (side * diameter) / 2,
        column(at) + side * (reach - 3),
        pixel(y, point.value),
        centres[index]!,
      ),
    )
    return { labels, leaders }
  }

  function endLabels(): { labels: Text[]; leaders: Line[] } {
    const centres = spread(
      series.map((each, of) => ({ centre: endOf(each), height: endings[of]!.height })),
      0,
      height,
    )
    const labels = series.flatMap((each, of): Text[] => {
      const { number, lines, indent, height: tall } = endings[of]!
      const point = each.points[last]
      const top = centres[of]! - tall / 2 + lineHeight / 2
      const x = width + reach
      const style = { bold: led(of), colour: led(of) ? colours.highlight : colours.ink }
      const names = lines.map((text, at): Text => ({ ...style, x: x + indent, y: top + at * lineHeight, text }))
      return [{ ...style, x, y: top, text: number, origin: point?.origin ?? nothing }, ...names]
    })
    const leaders = series.flatMap((each, of) => {
      const { height: tall } = endings[of]!
      const top = centres[of]! - tall / 2 + lineHeight / 2
      return leader(width + diameter / 2, width + reach - 3, endOf(each), top)
    })
    return { labels, leaders }
  }

  /** From a dot to a label that had to move. */
  function leader(x: number, x2: number, from: number, to: number): Line[] {
    return Math.abs(from - to) > 2 ? [{ x, x2, y: from, y2: to, colour: colours.muted }] : []
  }
}

/** From the lowest to the highest, or around the one value there is. */
function unlike(values: number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return low === high ? [low - 1, high + 1] : [low, high]
}
