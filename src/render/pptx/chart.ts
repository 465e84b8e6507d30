import type { PhrasingContent } from 'mdast'
import type { Chart, ChartPoint } from '../../document/nodes.ts'
import { spread } from '../chart/spread.ts'
import { wordsOf } from '../chart/words.ts'
import { clean } from '../ooxml/text.ts'
import { gap } from './arrange.ts'
import type { Builder } from './blocks.ts'
import { type Colour, scheme } from './colours.ts'
import { looks } from './looks.ts'
import { lineHeight } from './measure.ts'
import { type Label, lineField, type NativeChart, type NativeSeries, type Tinted } from './native-chart.ts'
import { type NumberFormat, numberFormat } from './number-format.ts'
import { type Paragraph, paragraph, plain } from './paragraph.ts'
import { saysMore, type Writing } from './writing.ts'

/** A finding, what is measured, and its chart, which can be edited with its data. */
export const chart: Builder<'chart'> = (node, writing) => {
  const { measure, locale } = writing
  const said = [...titleOf(node.title, writing), ...subtitleOf(node, writing)]
  const above = (width: number) => (said.length ? measure.height(said, width) + gap / 2 : 0)
  const { least, most } = room(node)
  return {
    height: (width) => above(width) + least,
    stretch: most - least,
    draw(sheet, box) {
      const top = above(box.width)
      if (said.length) sheet.text('Chart title', said, { ...box, height: top - gap / 2 })
      const place = { ...box, y: box.y + top, height: box.height - top }
      sheet.chart('Chart', native(node, place.height, writing), place, clean(wordsOf(node, locale.words.empty)))
    },
  }
}

const titleOf = (title: PhrasingContent[], writing: Writing): Paragraph[] =>
  saysMore(title, writing) ? [paragraph(title, looks.caption)] : []

/** What is measured; what to compare with; and the words that the report has in place of numbers. */
function subtitleOf({ subtitle, reference, categories, series }: Chart, { locale }: Writing): Paragraph[] {
  const named = (label: string, text: string) => `${label}${locale.colon} ${text}`
  const gaps = series.flatMap(({ name, points, gaps }) =>
    categories.flatMap((category, at) => {
      const label = series.length > 1 ? `${category}, ${name}` : category
      return points[at] ? [] : [named(label, gaps?.[at]?.text ?? locale.words.empty)]
    }),
  )
  const compared = reference ? [named(reference.label, reference.point.text)] : []
  const text = [subtitle, ...compared, ...gaps].filter(Boolean).join(' · ')
  return text ? [plain(text, looks.subtitle)] : []
}

/** Is it of numbers with two ends? */
const reaches = (chart: Chart) =>
  chart.series.length === 1 && (chart.kind === 'range' || pointsOf(chart).some(({ max }) => max !== undefined))

/** How low a chart may be, and how high it is of use. */
function room({ kind, categories, series }: Chart): { least: number; most: number } {
  if (kind === 'slope') return { least: 170, most: 400 }
  const bars = categories.length * (kind === 'range' ? 1 : series.length)
  const legend = series.length > 1 ? 30 : 0
  return { least: Math.max(90, bars * 20 + legend + 10), most: Math.max(110, bars * 52 + legend + 10) }
}

function native(chart: Chart, height: number, writing: Writing): NativeChart {
  const points = pointsOf(chart)
  const format = numberFormat(points, writing.locale)
  const shared = { categories: chart.categories.map(clean), format: format.code, legend: false }
  if (chart.kind === 'slope') return { ...shared, ...slope(chart, format, height), kind: 'line' }
  if (reaches(chart)) return { ...shared, ...range(chart, height, writing), kind: 'stacked' }
  const values = points.map(({ value }) => value)
  const ends: [number, number] = [Math.min(0, ...values) * 1.15, Math.max(0, ...values) * 1.15 || 1]
  return {
    ...shared,
    kind: 'bars',
    series: chart.series.map((_, of) => bars(chart, of, format)),
    axis: ends,
    legend: chart.series.length > 1,
    size: sizeFor(height / (chart.categories.length * chart.series.length)),
  }
}

const pointsOf = ({ series }: Chart): ChartPoint[] =>
  series.flatMap(({ points }) => points.filter((point) => point !== null))

/** The letters of a chart whose rows are that far apart. */
const sizeFor = (pitch: number) => (pitch >= 22 ? 16 : pitch >= 18 ? 14 : 12)

function bars(chart: Chart, of: number, format: NumberFormat): NativeSeries {
  const { categories, series, highlight } = chart
  const { points } = series[of]!
  const led = (at: number) => highlight !== null && categories[at] === highlight
  return {
    name: nameOf(chart, of),
    values: points.map((point) => point?.value ?? null),
    colour: ownColour(chart, of),
    points: new Map(
      categories.flatMap((_, at) => (led(at) ? [[at, shade(scheme.highlight, of, series.length)] as const] : [])),
    ),
    labels: points.flatMap((point, at): Label[] =>
      point ? [{ at, text: format.exception(point), led: led(at) || series[of]!.name === highlight }] : [],
    ),
  }
}

/** The highlighted series is seen by its hue, the others by how dark they are. */
function ownColour({ series, highlight }: Chart, of: number): Tinted {
  if (highlight !== null && series[of]!.name === highlight) return { colour: scheme.highlight, darker: 0 }
  return shade(scheme.quiet, of, series.length)
}

/** The darkest for the first of some series, the colour itself for the last. */
const shade = (colour: Colour, of: number, count: number): Tinted => ({
  colour,
  darker: (0.65 * (count - 1 - of)) / Math.max(1, count - 1),
})

/** A column of the chart's workbook has to have a name. */
const nameOf = ({ series, subtitle }: Chart, of: number) => clean(series[of]!.name || subtitle) || String(of + 1)

/**
 * Bars that hang between two ends: a series that is not shown sets them off. Where some have one end only, all stand on the axis, up
 * to their first end dark. What they reach over stands by their names.
 */
function range(chart: Chart, height: number, { locale }: Writing) {
  const { categories, highlight } = chart
  const { points } = chart.series[0]!
  const ends = points.map((point) => (point ? [point.value, point.max ?? point.value] : [null, null]) as Ends)
  const name = nameOf(chart, 0)
  const quiet: Tinted = { colour: scheme.quiet, darker: 0 }
  const lighter = points.every((point) => !point || point.max !== undefined) ? 0 : -0.5
  const led = (darker: number) =>
    new Map(
      categories.flatMap((category, at) =>
        category === highlight ? [[at, { colour: scheme.highlight, darker }] as const] : [],
      ),
    )
  const from: NativeSeries = {
    name: `${name}, min`,
    values: ends.map(([low]) => low),
    hidden: lighter === 0,
    colour: quiet,
    points: led(0),
    labels: [],
  }
  const reach: NativeSeries = {
    name: `${name}, max − min`,
    values: ends.map(([low, high]) => (low === null || high === null ? null : high - low)),
    colour: { ...quiet, darker: lighter },
    points: led(lighter),
    labels: [],
  }
  const all = ends.flat().filter((value) => value !== null)
  return {
    categories: categories.map((category, at) =>
      clean(points[at] ? `${category}${locale.colon} ${points[at].text}` : category),
    ),
    series: [from, reach],
    axis: [Math.min(0, ...all), Math.max(0, ...all) * 1.05 || 1] as [number, number],
    size: sizeFor(height / categories.length),
  }
}
type Ends = [number | null, number | null]

/** Lines from one category to the next; at their ends their numbers, and on the right their names. */
function slope(chart: Chart, format: NumberFormat, height: number) {
  const { series, highlight, categories } = chart
  const values = pointsOf(chart).map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const margin = (high - low || Math.abs(high) || 1) * 0.1
  const axis: [number, number] = [low - margin, high + margin]
  const size = 14
  const field = height * lineField.height
  const downs = categories.map((_, at) => apart(series, at, axis, field, lineHeight(size)))
  const last = categories.length - 1
  const lines = series.map(({ name, points }, of): NativeSeries => {
    const led = name === highlight
    return {
      name: nameOf(chart, of),
      values: points.map((point) => point?.value ?? null),
      colour: { colour: led ? scheme.highlight : scheme.quiet, darker: 0 },
      points: new Map(),
      labels: points.flatMap((point, at): Label[] => {
        if (!point || (at > 0 && at < last)) return []
        const side = at === last ? 'right' : 'left'
        const down = downs[at]!.get(of)! / height
        return [{ at, text: format.exception(point), named: at === last, led, side, down }]
      }),
    }
  })
  return { series: lines, axis, size }
}

/** How far the labels of a category are moved down so that none covers another, in points. */
function apart(
  series: Chart['series'],
  at: number,
  [low, high]: [number, number],
  field: number,
  line: number,
): Map<number, number> {
  const there = series.flatMap(({ points }, of) => (points[at] ? [{ of, value: points[at].value }] : []))
  const boxes = there.map(({ value }) => ({ centre: ((high - value) / (high - low)) * field, height: line }))
  const centres = spread(boxes, 0, field)
  return new Map(there.map(({ of }, place) => [of, centres[place]! - boxes[place]!.centre]))
}
