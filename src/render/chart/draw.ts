import type { Nodes, Root } from 'mdast'
import type { Chart, ChartKind } from '../../document/nodes.ts'
import type { Language } from '../../locale/locales.ts'
import type { Brand } from '../theme.ts'
import { bars } from './bars.ts'
import { dotRows } from './dot-rows.ts'
import { type Look, lookOf } from './look.ts'
import type { Plot } from './plot.ts'
import { slope } from './slope.ts'
import { painter } from './svg.ts'
import { wordsOf } from './words.ts'

/** A chart as a picture: standalone SVG, its size in CSS pixels, and what it shows in words. */
export interface Drawing {
  svg: string
  width: number
  height: number
  words: string
  /** The same for a narrow screen, where the picture is wider than one. */
  narrow?: string
}

export type Drawings = ReadonlyMap<Chart, Drawing>

/** A line of text in print, and half of it. */
const full = 640
const half = 310

/** Draws all charts of a tree, each once for every format. */
export async function drawCharts(tree: Root, brand: Brand, language: Language): Promise<Drawings> {
  const charts = chartsIn(tree, full)
  if (!charts.length) return new Map()
  const [look, paint] = await Promise.all([lookOf(brand, language), painter()])
  const drawings = new Map<Chart, Drawing>()
  for (const [chart, width] of charts) {
    const words = wordsOf(chart, look.empty)
    const draw = async (wide: number) => {
      const plot = plots[chart.kind](chart, { ...look, width: wide })
      return { svg: await paint(plot, words), width: wide, height: heightOf(plot) }
    }
    const drawn = await draw(width)
    drawings.set(chart, { ...drawn, words, ...(width > half ? { narrow: (await draw(half)).svg } : {}) })
  }
  return drawings
}

const plots: Record<ChartKind, (chart: Chart, look: Look) => Plot> = {
  bar: bars,
  'grouped-bar': bars,
  slope,
  dot: dotRows,
  range: dotRows,
}

const heightOf = ({ height, padding }: Plot) => height + padding.top + padding.bottom

/** What sets its content narrower than the page. */
const narrowing = new Set(['columns', 'cards', 'entry', 'aside'])

function chartsIn(node: Nodes, width: number): [Chart, number][] {
  if (node.type === 'chart') return [[node, width]]
  if (!('children' in node)) return []
  const within = narrowing.has(node.type) ? half : width
  return (node.children as Nodes[]).flatMap((child) => chartsIn(child, within))
}
