import type { Element, ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Table } from 'mdast'
import type { Chart, ChartKind, ChartPoint } from '../../src/document/nodes.ts'
import { textWidth } from '../../src/render/glyph-widths.ts'

/** A chart of numbers; null is a gap, two numbers are a range. */
export function chartOf(
  kind: ChartKind,
  categories: string[],
  series: Record<string, (number | [number, number] | null)[]>,
  more: Partial<Chart> = {},
): Chart {
  const table: Table = { type: 'table', children: [] }
  return {
    type: 'chart',
    kind,
    title: [{ type: 'text', value: 'Nordhavn fører' }],
    subtitle: 'Skibe, pct.',
    unit: null,
    categories,
    series: Object.entries(series).map(([name, values]) => ({
      name,
      points: values.map((value, at) => (value === null ? null : pointOf(value, at + 1))),
    })),
    highlight: null,
    reference: null,
    children: [table],
    ...more,
  }
}

export function pointOf(number: number | [number, number], line = 1): ChartPoint {
  const [value, max] = [number].flat() as [number, number?]
  const written = (each: number) => String(each).replace('.', ',')
  const text = max === undefined ? written(value) : `${written(value)}–${written(max)}`
  return {
    value,
    ...(max === undefined ? {} : { max }),
    text,
    origin: { kind: 'original', file: 'report.md', line, column: 1, length: text.length },
  }
}

export interface SvgText {
  text: string
  source: string | undefined
  fill: string
  weight: number
  from: number
  to: number
  y: number
}

/** The texts of a drawing, where they stand in it, as wide as their letters are. */
export async function textsOf(svg: string, family: string): Promise<SvgText[]> {
  const widths = new Map<number, (text: string) => number>()
  for (const weight of [400, 600]) widths.set(weight, await textWidth(family, weight))
  const found: SvgText[] = []
  const walk = (nodes: ElementContent[], x: number, y: number) => {
    for (const node of nodes) {
      if (node.type !== 'element') continue
      const [dx, dy] = shift(node)
      if (node.tagName === 'text') found.push(textAt(node, x + dx, y + dy))
      else walk(node.children, x + dx, y + dy)
    }
  }
  const textAt = ({ properties, children }: Element, x: number, y: number): SvgText => {
    const text = children.map((child) => (child.type === 'text' ? child.value : '')).join('')
    const weight = Number(properties.fontWeight ?? 400)
    const width = widths.get(weight)!(text) * Number.parseFloat(String(properties.fontSize))
    const from = x - { start: 0, middle: width / 2, end: width }[String(properties.textAnchor ?? 'start')]!
    const source = properties.dataSource as string | undefined
    return { text, source, weight, fill: String(properties.fill), from, to: from + width, y }
  }
  walk(fromHtml(svg, { fragment: true, space: 'svg' }).children as ElementContent[], 0, 0)
  return found
}

function shift({ properties }: Element): [number, number] {
  const match = /translate\(([-\d.]+),([-\d.]+)\)/.exec(String(properties.transform ?? ''))
  return match ? [Number(match[1]), Number(match[2])] : [0, 0]
}
