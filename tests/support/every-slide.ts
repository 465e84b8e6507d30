import type { Root, RootContent } from 'mdast'
import type { Document } from '../../src/document/document.ts'
import type { Chart, ChartPoint, Slide } from '../../src/document/nodes.ts'
import { nothing } from '../../src/origin/origin.ts'
import { document, figures, tree } from './every-node.ts'

/** A deck made by hand that holds every kind of node, and every kind of chart. */

const point = (value: number, text = String(value), max?: number): ChartPoint => ({
  value,
  text,
  origin: nothing,
  ...(max === undefined ? {} : { max }),
})
const text = (value: string) => ({ type: 'text' as const, value })
const note: RootContent = { type: 'paragraph', children: [text('Sig det & vent < lidt.')] }

const chartOf = (kind: Chart['kind'], series: Chart['series'], more: Partial<Chart> = {}): Chart => ({
  type: 'chart',
  kind,
  title: [text(`Et diagram: ${kind}`)],
  subtitle: 'Skibe om ugen, pct.',
  unit: null,
  categories: ['Nordhavn', 'Sydhavn & <co>', 'Vesthavn'],
  series,
  highlight: 'Nordhavn',
  reference: null,
  children: [figures],
  ...more,
})

const one = [{ name: 'Skibe', points: [point(6.8, '6,8 pct.'), point(5, '5,0 pct.'), null] }]
const two = [
  { name: 'Før', points: [point(1200, '1.200'), point(950), point(3)] },
  { name: 'Nu', points: [point(1300, '1.300'), null, point(4, 'ca. 4')] },
]
const lines = [
  { name: 'Skibe', points: [point(6), point(5), point(9)] },
  { name: 'Kraner', points: [point(6), point(4), point(9)] },
]

export const charts: Chart[] = [
  chartOf('bar', one, {
    reference: { label: 'Hele landet', point: point(5.2, '5,2') },
  }),
  chartOf('grouped-bar', two),
  chartOf('slope', lines, { highlight: 'Skibe' }),
  chartOf('dot', one),
  chartOf('range', [{ name: 'Alder', points: [point(18, '18–25', 25), point(30), null] }]),
]

const known = (node: RootContent) =>
  !['chart', 'thematicBreak', 'sourceLine', 'sourceNotes', 'heading'].includes(node.type)
const slideOf = (title: string, children: RootContent[], more: Partial<Slide> = {}): Slide => ({
  type: 'slide',
  title: [text(title)],
  isTitle: false,
  sources: [{ type: 'sourceLine', children: [text('Kilde: Havnekontoret')] }],
  notes: [],
  children: children as Slide['children'],
  ...more,
})

const list = tree.children.find(({ type }) => type === 'list')!
const lead = tree.children.find(({ type }) => type === 'lead')!

export const slides: Slide[] = [
  slideOf('Havnen & <byen>', [lead], { isTitle: true, notes: [note, note] as Slide['notes'] }),
  slideOf('Kun tekst', [list]),
  slideOf('Del af en tabel', [{ type: 'exhibit', caption: [text('Skibe')], children: [figures] }], {
    part: { at: 1, of: 2 },
  }),
  ...tree.children.filter(known).map((node) => slideOf(`Med ${node.type}`, [node])),
  ...charts.map((chart) => slideOf(`Diagram af slagsen ${chart.kind}`, [chart])),
]

export const deck: Document = {
  ...document,
  kind: 'deck',
  name: 'deck',
  tree: { type: 'root', children: slides } as Root,
}
