import type { Logo } from '../theme/logo.ts'
import type { Colour } from './colours.ts'
import type { LayoutName } from './layouts.ts'
import type { ChartKind, LibrarySlide, Row } from './library.ts'
import type { NativeChart } from './native-chart.ts'
import type { Paragraph } from './paragraph.ts'
import { runsOf } from './runs.ts'
import { pixel } from './vectors.ts'
import type { Box } from './writing.ts'

/** What a table is, for those who do not see it. */
export interface TableSaid {
  description: string
  header: boolean
  rowHeaders: boolean
}

/** A shape's ground, the space around its text, and where the text stands in it. */
export interface Frame {
  fill?: Colour
  padding?: number
  anchor?: 'top' | 'middle' | 'bottom'
  align?: 'left' | 'right'
}

/** A slide to draw on. Lengths are points. What is drawn gets a name of its own, and is read in the order it is drawn in. */
export class Sheet {
  private readonly slide: LibrarySlide
  private readonly counts = new Map<string, number>()
  /** By the names of their shapes. */
  readonly tables = new Map<string, TableSaid>()
  readonly charts: NativeChart[] = []

  /** Vector pictures, by the names of their shapes. */
  readonly vectors = new Map<string, Uint8Array>()
  readonly layout: LayoutName

  constructor(slide: LibrarySlide, layout: LayoutName) {
    this.slide = slide
    this.layout = layout
  }

  /** Fills a placeholder of the slide's layout. */
  placeholder(name: string, content: Paragraph[]): void {
    this.slide.addText(runsOf(content), { placeholder: name })
  }

  text(name: string, content: Paragraph[], box: Box, { fill, padding = 0, anchor = 'top', align }: Frame = {}): void {
    this.slide.addText(runsOf(content), {
      ...inches(box),
      objectName: this.named(name),
      margin: padding,
      valign: anchor,
      isTextBox: !fill,
      ...(align ? { align } : {}),
      ...(fill ? { fill: { color: fill } } : {}),
    })
  }

  /** A surface or, where it is thin, a line. */
  surface(name: string, box: Box, colour: Colour): void {
    this.slide.addShape('rect', { ...inches(box), objectName: this.named(name), fill: { color: colour } })
  }

  table(name: string, rows: Row[], widths: number[], heights: number[], at: Box, said: TableSaid): void {
    const objectName = this.named(name)
    this.tables.set(objectName, said)
    const height = heights.reduce((sum, each) => sum + each, 0)
    this.slide.addTable(rows, {
      ...inches({ ...at, height }),
      colW: widths.map(inch),
      rowH: heights.map(inch),
      objectName,
    })
  }

  chart(name: string, chart: NativeChart, box: Box, altText: string): void {
    this.charts.push(chart)
    const { categories: labels, series } = chart
    const data = series.map((each) => ({ name: each.name, labels: [...labels], values: each.values as number[] }))
    const type = chart.kind === 'line' ? 'line' : 'bar'
    this.slide.addChart(type as ChartKind, data, {
      ...inches(box),
      objectName: this.named(name),
      altText,
    })
  }

  logo({ type, data, alt }: Logo, box: Box): void {
    const objectName = this.named('Logo')
    if (type === 'image/svg+xml') this.vectors.set(objectName, data)
    const shown = type === 'image/svg+xml' ? pixel : `data:${type};base64,${Buffer.from(data).toString('base64')}`
    this.slide.addImage({ data: shown, ...inches(box), objectName, altText: alt })
  }

  notes(text: string): void {
    if (text) this.slide.addNotes(text)
  }

  private named(name: string): string {
    const count = (this.counts.get(name) ?? 0) + 1
    this.counts.set(name, count)
    return `${name} ${count}`
  }
}

const inch = (points: number) => points / 72
export const inches = ({ x, y, width, height }: Box) => ({ x: inch(x), y: inch(y), w: inch(width), h: inch(height) })
