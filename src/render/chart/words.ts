import { toString as textOf } from 'mdast-util-to-string'
import type { Chart } from '../../document/nodes.ts'

/** What a chart shows, in words: its finding, what is measured, and every number. */
export function wordsOf(chart: Chart, empty: string): string {
  const { categories, series, reference } = chart
  const numbers = series.map(({ name, points, gaps }) => {
    const each = categories.map((category, at) => `${category} ${points[at]?.text ?? gaps?.[at]?.text ?? empty}`)
    return series.length > 1 ? `${name}: ${each.join(', ')}` : each.join('; ')
  })
  const all = [...numbers, ...(reference ? [`${reference.label} ${reference.point.text}`] : [])].join('; ')
  const parts = [textOf({ type: 'root', children: chart.title }), chart.subtitle, all]
  return parts.filter(Boolean).map(sentence).join(' ')
}

const sentence = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`)
