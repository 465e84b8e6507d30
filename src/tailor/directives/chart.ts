import type { TableCell } from 'mdast'
import { type Chart, type ChartKind, type ChartPoint, chartKinds } from '../../document/nodes.ts'
import { noSuch } from '../../input/no-such.ts'
import { Problem } from '../../input/problem.ts'
import { fold } from '../../model/text.ts'
import type { Rendering } from '../rendering.ts'
import { tableOf } from '../select.ts'
import { tableSource } from '../source-line.ts'
import { type Directive, placed, several, titleOf, type Written } from './directive.ts'
import { exhibit, quoteCellNode, textCell } from './exhibit.ts'
import { entityOf, type Figures, figuresOf, type Label } from './figures.ts'
import { renames } from './table.ts'

/** `::chart{kind="bar" of="…" rows="…" title="…"}`: numbers of a table, drawn, with their table and its source line. */
export const chart: Directive = {
  form: 'leaf',
  attributes: [
    'kind',
    'of',
    'rows',
    'columns',
    'transpose',
    'unit',
    'highlight',
    'reference',
    'sort',
    'title',
    'subtitle',
    'rename',
  ],
  required: ['kind', 'of', 'title'],
  build(written, rendering) {
    return placed(written.place, () => [chartOf(written, rendering)])
  },
}

function chartOf(written: Written, rendering: Rendering): Chart {
  const { attributes } = written
  const kind = oneOf(chartKinds, attributes.kind!, 'kind')
  const table = tableOf(rendering.report, attributes.of!)
  const choice = {
    rows: several(attributes.rows),
    columns: several(attributes.columns),
    transpose: attributes.transpose !== undefined,
    unit: attributes.unit || undefined,
    reference: attributes.reference || undefined,
    rename: renames(attributes.rename),
  }
  const figures = sorted(figuresOf(table, choice, rendering), attributes.sort)
  checkKind(kind, figures, attributes)
  const { categories, series, reference, unit } = figures
  const highlight = attributes.highlight ? highlighted(attributes.highlight, figures, rendering) : null
  return {
    type: 'chart',
    kind,
    title: titleOf(written),
    subtitle: attributes.subtitle ?? '',
    unit,
    categories: categories.map(({ name }) => name),
    series: series.map(({ name, points, gaps }) => ({ name, points, ...(gaps ? { gaps } : {}) })),
    highlight,
    reference: reference && { label: reference.label.name, point: reference.point },
    children: exhibit(
      [],
      [textCell(''), ...series.map(labelCell)],
      tableLines(figures, rendering),
      highlightIn(highlight, figures),
      tableSource([table], rendering),
    ).children,
  }
}

/** The categories with their numbers, and the reference below them. */
function tableLines({ categories, series, reference }: Figures, rendering: Rendering): TableCell[][] {
  const numberCell = ({ text, origin }: ChartPoint): TableCell => ({ ...textCell(text), data: { origin } })
  const lines = categories.map((category, at) => [
    labelCell(category),
    ...series.map(({ points, cells }) => {
      const { cell, origin } = cells[at]!
      return points[at] ? numberCell(points[at]) : quoteCellNode(cell, origin, undefined, rendering)
    }),
  ])
  return reference ? [...lines, [labelCell(reference.label), numberCell(reference.point)]] : lines
}

const labelCell = ({ name, origin }: Label): TableCell => textCell(name, origin)

/** The name, as the chart shows it, of what an entity or a printed name means; an entity that is not in the chart leads nowhere. */
function highlighted(wanted: string, { categories, series }: Figures, { report }: Rendering): string | null {
  const entity = entityOf(wanted, report.entities)
  const labels = [...categories, ...series]
  const names = ({ printed, name }: { printed: string; name: string }) => [printed, name].map(fold)
  const found = labels.find(
    (label) => names(label).includes(fold(wanted)) || (entity && entityOf(label.printed, [entity])),
  )
  if (!found && !entity)
    throw noSuch(
      `the chart shows no "${wanted}"`,
      wanted,
      labels.map(({ name }) => name),
    )
  return found?.name ?? null
}

function highlightIn(name: string | null, { categories, series }: Figures) {
  const row = categories.findIndex((category) => category.name === name)
  const column = series.findIndex((each) => each.name === name)
  if (name === null || (row < 0 && column < 0)) return undefined
  return row >= 0 ? { row } : { column: column + 1 }
}

const orders = ['descending', 'ascending'] as const

/** Categories by their numbers in the first series, those without one last; of equal ones the table's first. */
function sorted(figures: Figures, order: string | undefined): Figures {
  if (!order) return figures
  const sign = oneOf(orders, order, 'sort') === 'ascending' ? 1 : -1
  const { points } = figures.series[0]!
  const places = points
    .map((_, at) => at)
    .sort((a, b) => {
      const [one, other] = [points[a], points[b]]
      return one && other ? sign * (endOf(one) - endOf(other)) : Number(!one) - Number(!other)
    })
  const arranged = <T>(list: T[]) => places.map((at) => list[at]!)
  const series = figures.series.map((each) => ({
    ...each,
    points: arranged(each.points),
    cells: arranged(each.cells),
    ...(each.gaps ? { gaps: arranged(each.gaps) } : {}),
  }))
  return { ...figures, categories: arranged(figures.categories), series }
}

const endOf = ({ value, max }: ChartPoint) => max ?? value

/** More series than these are not told apart by how dark they are. */
const mostGrouped = 4

/** Not every kind can show everything. */
function checkKind(kind: ChartKind, { categories, series, reference }: Figures, { sort }: Written['attributes']): void {
  const refuse = (message: string, found: string, expected: string) => {
    throw new Problem(message, { found, expected })
  }
  const names = series.map(({ printed }) => printed).join(', ')
  if (kind === 'slope') {
    if (categories.length < 2) refuse('a slope goes from one category to another', `${categories.length}`, '2 or more')
    if (reference) refuse('a slope has no reference', reference.label.printed, 'it chosen as a series')
    if (sort) refuse('a slope keeps the order of its categories', `sort="${sort}"`, 'rows or columns in their order')
  } else if (kind === 'grouped-bar') {
    if (series.length > mostGrouped) refuse('has too many series to tell apart', names, `at most ${mostGrouped}`)
  } else if (series.length > 1) {
    refuse(`a ${kind} chart has one series`, names, 'one row or column, or kind="grouped-bar"')
  }
  if (kind === 'dot' || kind === 'range') return
  const range = series.flatMap(({ points }) => points).find((point) => point?.max !== undefined)
  if (range) refuse(`a ${kind} cannot show a number with two ends`, range.text, 'kind="range" or "dot"')
}

function oneOf<T extends string>(all: readonly T[], written: string, what: string): T {
  const found = all.find((each) => each === written)
  if (!found) throw noSuch(`"${what}" cannot be "${written}"`, written, all)
  return found
}
