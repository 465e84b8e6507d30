import type { Root } from 'mdast'
import { describe, expect, test } from 'vitest'
import { dresses } from '../../src/build/themes.ts'
import { type Chart, type ChartKind, chartKinds } from '../../src/document/nodes.ts'
import { describeOrigin } from '../../src/document/source.ts'
import { nothing } from '../../src/origin/origin.ts'
import { contrast, luminance, seen } from '../../src/render/chart/colours.ts'
import { drawCharts } from '../../src/render/chart/draw.ts'
import { rounded } from '../../src/render/chart/scale.ts'
import { spread } from '../../src/render/chart/spread.ts'
import { wrap } from '../../src/render/chart/wrap.ts'
import { renderHtml } from '../../src/render/html/html.ts'
import { chartOf, pointOf, textsOf } from '../support/charts.ts'
import { makeSource } from '../support/source.ts'
import { tailored } from '../support/tailored.ts'

const { theme, layout } = await dresses(makeSource().folders.templates)('standard', {})
const { brand } = theme
const family = brand.fonts.body.family
const root = (...children: Root['children']): Root => ({ type: 'root', children })
const draw = async (chart: Chart) => (await drawCharts(root(chart), brand, 'da')).get(chart)!
const fills = (svg: string) => [...svg.matchAll(/(?:fill|stroke)="(#[0-9a-f]{6})"/g)].map(([, colour]) => colour!)

const havne = ['Nordhavn', 'Sydhavn', 'Vesthavn']
const examples: Record<ChartKind, Chart> = {
  bar: chartOf(
    'bar',
    havne,
    { Skibe: [6.8, 5, 5.4] },
    { highlight: 'Nordhavn', reference: { label: 'Alle', point: pointOf(5.2, 9) } },
  ),
  'grouped-bar': chartOf('grouped-bar', havne, { Skibe: [6.8, 5, 5.4], Tons: [3, 4, null] }, { highlight: 'Sydhavn' }),
  slope: chartOf(
    'slope',
    ['2019', '2020', '2021'],
    { Nord: [1, 1.2, 1.6], Syd: [1.1, 1.3, 1.6], Vest: [1, null, 0.4] },
    { highlight: 'Nord' },
  ),
  dot: chartOf('dot', havne, { Uger: [24.5, 25, 25.9] }, { highlight: 'Vesthavn' }),
  range: chartOf('range', havne, { Borgere: [[180, 200], 95, null] }, { highlight: 'Nordhavn' }),
}

describe.each(chartKinds)('%s', (kind) => {
  const chart = examples[kind]
  const points = [...chart.series.flatMap((series) => series.points), chart.reference?.point ?? null].filter(
    (point) => point !== null,
  )

  test('every number stands at its mark, with its source', async () => {
    const { svg, narrow } = await draw(chart)
    for (const picture of [svg, narrow!]) {
      const texts = await textsOf(picture, family)
      const sourced = texts
        .filter(({ source }) => source)
        .map(({ text, source }) => `${text.split(' ').at(-1)} ${source}`)
      expect(sourced.sort()).toEqual(points.map(({ text, origin }) => `${text} ${describeOrigin(origin)}`).sort())
      for (const name of chart.categories) expect(texts.map(({ text }) => text)).toContain(name)
    }
  })

  test('nothing leaves the picture and no two texts overlap', async () => {
    const { svg, narrow, width, height } = await draw(chart)
    for (const [picture, wide] of [
      [svg, width],
      [narrow!, 310],
    ] as const) {
      const texts = await textsOf(picture, family)
      expect(texts.filter(({ from, to, y }) => from < -0.5 || to > wide + 0.5 || y < 6)).toEqual([])
      const clashes = texts.flatMap((one, at) =>
        texts
          .slice(at + 1)
          .filter((other) => Math.abs(one.y - other.y) < 11 && one.from < other.to && other.from < one.to)
          .map((other) => `${one.text} / ${other.text}`),
      )
      expect(clashes).toEqual([])
    }
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`)
  })

  test('what is drawn stands out from the paper', async () => {
    const { svg } = await draw(chart)
    const { rule, paper } = brand.colours
    const drawn = [...new Set(fills(svg))].filter((colour) => colour !== rule && colour !== paper)
    expect(drawn.length).toBeGreaterThan(1)
    expect(drawn.filter((colour) => contrast(colour, paper) < 3)).toEqual([])
    const written = await textsOf(svg, family)
    expect(written.filter(({ fill }) => contrast(fill, paper) < 4.5)).toEqual([])
  })

  test('what is highlighted is bold and in its colour', async () => {
    const { svg } = await draw(chart)
    const bold = (await textsOf(svg, family)).filter(({ weight }) => weight === 600)
    expect(bold.map(({ text }) => text)).toContain(chart.highlight)
    expect(bold.some(({ fill }) => fill === brand.colours.highlight)).toBe(true)
    expect(fills(svg)).toContain(brand.colours.highlight)
  })

  test('it is one picture that says what it shows, and has no ids', async () => {
    const { svg, words } = await draw(chart)
    expect(svg).toMatch(/^<svg [^>]*role="img"/)
    expect(svg).toContain(`aria-label="${words}"`)
    expect(svg.match(/aria-|role=/g)).toHaveLength(2)
    expect(svg).not.toMatch(/\sid=|class=|NaN|undefined/)
  })

  test('the same chart gives the same bytes', async () => {
    expect(await draw(chart)).toEqual(await draw(structuredClone(chart)))
  })
})

describe('numbers and names of all sorts stay inside', () => {
  const long = 'Journaler, kommunikation og sprog for alle havne og deres mange oplande i nord og syd'
  const unbroken = 'Havnefogedkontorets'.repeat(6)
  test.each([
    chartOf('bar', ['A', 'B', 'C'], { Skibe: [-4, 6, -1] }),
    chartOf('bar', ['A', 'B'], { Skibe: [-4, -6] }, { reference: { label: long.slice(0, 40), point: pointOf(-6) } }),
    chartOf('bar', ['A', 'B'], { Skibe: [0, 0] }),
    chartOf('bar', [long, unbroken], { Skibe: [1234567890, 1] }, { highlight: long }),
    chartOf('grouped-bar', ['A', 'B'], { [long]: [1, 2], [unbroken]: [3, null] }),
    chartOf('grouped-bar', ['A', 'B'], { Nord: [-1, 2], Syd: [3, -2] }),
    chartOf('dot', ['A'], { Uger: [7] }),
    chartOf('dot', [long, 'B'], { Uger: [-7, -6.5] }),
    chartOf('dot', ['A', 'B'], { Uger: [0, 0] }),
    chartOf('range', ['A', 'B'], { Uger: [[1000000, 2000000], null] }),
    chartOf('slope', ['2019', '2020'], { Nord: [5, 5], Syd: [5, 5], Vest: [5, 5] }),
    chartOf('slope', [long, unbroken], { [long]: [1, 2], [unbroken]: [null, 3], Syd: [2, null] }, { highlight: long }),
  ])('$kind $categories', async (chart) => {
    const { svg, narrow, width } = await draw(chart)
    for (const [picture, wide] of [
      [svg, width],
      [narrow!, 310],
    ] as const) {
      const texts = await textsOf(picture, family)
      const tall = Number(/viewBox="0 0 \d+ ([\d.]+)"/.exec(picture)![1])
      expect(texts.filter(({ from, to, y }) => from < -0.5 || to > wide + 0.5 || y < 0 || y > tall)).toEqual([])
      expect(picture).not.toMatch(/NaN|Infinity/)
    }
  })
})

test('in a column a chart is drawn half as wide, once', async () => {
  const chart = structuredClone(examples.bar)
  const drawings = await drawCharts(root({ type: 'columns', children: [chart] }), brand, 'da')
  expect(drawings.get(chart)).toMatchObject({ width: 310 })
  expect(drawings.get(chart)!.narrow).toBeUndefined()
})

test('what it shows in words', async () => {
  expect((await draw(examples.bar)).words).toBe(
    'Nordhavn fører. Skibe, pct. Nordhavn 6,8; Sydhavn 5; Vesthavn 5,4; Alle 5,2.',
  )
  expect((await draw(examples['grouped-bar'])).words).toContain(
    'Skibe: Nordhavn 6,8, Sydhavn 5, Vesthavn 5,4; Tons: Nordhavn 3, Sydhavn 4, Vesthavn ikke oplyst.',
  )
  const said = structuredClone(examples.range)
  said.series[0]!.gaps = [null, null, { text: 'Ingen borgere', origin: nothing }]
  const { words, svg } = await draw(said)
  expect(words).toContain('Vesthavn Ingen borgere.')
  expect(svg).toContain('>Ingen borgere</text>')
})

test('bars begin at nought and are as long as their numbers', async () => {
  const { svg } = await draw(chartOf('bar', ['A', 'B'], { Skibe: [4, 1] }))
  const lengths = [...svg.matchAll(/d="M([\d.]+),[\d.]+h([\d.]+)v/g)].map(([, start, length]) => [
    Number(start),
    Number(length),
  ])
  expect(lengths).toHaveLength(2)
  expect(lengths.map(([start]) => start)).toEqual([0, 0])
  expect(lengths[0]![1]! / lengths[1]![1]!).toBeCloseTo(4, 2)
})

test('groups differ in grey', async () => {
  const { svg } = await draw(chartOf('grouped-bar', ['A', 'B'], { Nord: [1, 2], Syd: [2, 1], Vest: [3, 1] }))
  const surfaces = [...svg.matchAll(/<path [^>]*fill="(#[0-9a-f]{6})"/g)].map(([, colour]) => luminance(colour!))
  const greys = [...new Set(surfaces)].sort((a, b) => a - b)
  expect(greys).toHaveLength(3)
  expect((greys[1]! + 0.05) / (greys[0]! + 0.05)).toBeGreaterThan(1.5)
  expect((greys[2]! + 0.05) / (greys[1]! + 0.05)).toBeGreaterThan(1.5)
})

test('in a page the picture is whole, its figures are a table, its source line below', async () => {
  const document = await tailored(
    '# T\n\n::chart{kind="bar" of="TABEL 2.1" rows="Skibe" unit="pct." highlight="Nordhavn" title="Nordhavn <b>fører" subtitle="Pct."}\n',
  )
  const html = await renderHtml(document, theme, layout)
  expect(html).toContain('<p class="title">Nordhavn &#x3C;b>fører</p><p class="subtitle">Pct.</p>')
  expect(html).toMatch(/<div class="picture wide"><svg [^>]*viewBox="0 0 640/)
  expect(html).toMatch(/<div class="picture narrow"><svg [^>]*viewBox="0 0 310/)
  expect(html).toMatch(/<text [^>]*data-source="report.md:14 TABEL 2.1 \| Skibe \| Nordhavn"[^>]*>55,6<\/text>/)
  expect(html).toContain('<details class="figures"><summary>Se tallene</summary><div class="scroll"><table')
  expect(html).toMatch(/<\/details><p class="source"[^>]*>Kilde: Havnekontoret/)
  expect(html).not.toContain('data-picture')
})

test('labels are spread as little as may be, in their order, within bounds', () => {
  const boxes = (...centres: number[]) => centres.map((centre) => ({ centre, height: 10 }))
  expect(spread(boxes(50, 80), 0, 100)).toEqual([50, 80])
  expect(spread(boxes(50, 50), 0, 100)).toEqual([45, 55])
  expect(spread(boxes(52, 48, 20), 0, 100)).toEqual([55, 45, 20])
  expect(spread(boxes(0, 2), 0, 100)).toEqual([5, 15])
  expect(spread(boxes(99, 98, 97), 0, 100)).toEqual([95, 85, 75])
})

test('places are compared from nought unless they lie far from it', () => {
  expect(rounded([95, 200])).toEqual({ domain: [0, 200], ticks: [0, 100, 200] })
  expect(rounded([24, 25.9])).toEqual({ domain: [24, 26], ticks: [24, 25, 26] })
  expect(rounded([0.1, 0.3])).toEqual({ domain: [0, 0.3], ticks: [0, 0.1, 0.2, 0.3] })
  expect(rounded([5, 5]).domain[0]).toBeLessThanOrEqual(5)
})

test('lines are wrapped between words, and within one that is too wide', () => {
  const measure = (text: string) => text.length
  expect(wrap('ni skibe til kaj', 9, measure)).toEqual(['ni skibe', 'til kaj'])
  expect(wrap('havnefogeden', 5, measure)).toEqual(['havne', 'foged', 'en'])
})

test('a pale colour gets as much ink as it needs', () => {
  const { ink, paper } = brand.colours
  expect(seen('#aabbcc', 3, { ink, paper })).not.toBe('#aabbcc')
  expect(contrast(seen('#aabbcc', 3, { ink, paper }), paper)).toBeGreaterThanOrEqual(3)
  expect(seen(ink, 4.5, { ink, paper })).toBe(ink)
})
