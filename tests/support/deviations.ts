import { toString as textOf } from 'mdast-util-to-string'
import type { Chart } from '../../src/document/nodes.ts'
import { describeOrigin } from '../../src/document/source.ts'
import { type Language, locales } from '../../src/locale/locales.ts'
import type { Origin } from '../../src/origin/origin.ts'
import type { Material } from '../../src/tailor/rendering.ts'
import type { BuiltDocument } from './built.ts'
import { amountsIn, datesIn, factsIn, groundless, signedNumbersIn as numbersIn, surplus } from './facts.ts'
import { chartsIn, type Leaf, type LeafKind, leavesOf } from './leaves.ts'
import { type DrawnChart, shownInHtml, shownInMarkdown, shownInPdf, shownInWord } from './shown.ts'

/**
 * Where the numbers and dates of a built file are not those of its document: none missing, none more, in HTML, Word and Markdown
 * in the same order. What a file has beyond the document's words is apparatus, and each format's reader below names it.
 */
export async function deviationsIn(built: BuiltDocument, format: string, data: string | Uint8Array): Promise<string[]> {
  return readers[format]!(built, data as never)
}

/** Numbers and dates of a page that do not stand in the lines of the report that the page says they come from. */
export function groundlessIn(html: string, { report, written: lines }: Pick<Material, 'report' | 'written'>): string[] {
  const language = report.language as Language
  return shownInHtml(html).passages.flatMap(({ text, source }) => {
    if (!source) return []
    const named = [...source.matchAll(/\.md:(\d+)(?:-(\d+))?/g)].map(([, first, last = first]) =>
      lines.slice(Number(first) - 1, Number(last)).join('\n'),
    )
    const strange = groundless(factsIn(text, language), factsIn(named.join('\n'), language), language)
    return strange.map((fact) => `${fact} is not in ${source}`)
  })
}

/** What all formats say. */
const spoken: LeafKind[] = ['words', 'label', 'head', 'entry', 'mark', 'source', 'contact']

const readers: Record<string, (built: BuiltDocument, data: never) => string[] | Promise<string[]>> = {
  /** The tables of charts are there to be opened; the browser numbers lists. */
  html(built, data: string) {
    const { passages, charts, frame } = shownInHtml(data)
    return [
      ...unlike(
        passages.map(({ text }) => text).join(''),
        leaves(built, ...spoken, 'figure', 'note-number', 'note'),
        built,
      ),
      ...drawnAmiss(built, charts),
      ...beyond(frame, headsOf(built)),
    ]
  },

  /** Lists and notes are numbered in the text. */
  md(built, data: string) {
    return unlike(shownInMarkdown(data), leaves(built, ...spoken, 'figure', 'item', 'note-number', 'note'), built)
  },

  /** Charts are pictures; notes stand apart, numbered by Word, as lists are. */
  docx(built, data: Uint8Array) {
    const { body, contents, notes, frame, charts, logo } = shownInWord(data)
    return [
      ...unlike(body, leaves(built, ...spoken), built),
      ...unlike(notes, leaves(built, 'note'), built),
      ...beyond(
        contents,
        leaves(built, 'words').map(({ text }) => text),
      ),
      ...drawnAmiss(built, charts),
      ...beyond(`${frame} ${logo}`, headsOf(built)),
    ]
  },

  /**
   * Every page has its number and, but for the first, running heads; the heads of a long table come again on its next page; the
   * numbers of charts are those of the pictures on the page it was printed from, where these are looked at.
   */
  async pdf(built, data: Uint8Array) {
    const pages = await shownInPdf(data)
    const { words } = locales[built.document.language]
    const html = built.built.find(({ format }) => format === 'html')!.data as string
    const drawn = shownInHtml(html).charts.filter(({ shape }) => shape !== 'narrow')
    const texts = pages.map((page, at) => page.replace(`${words.page} ${at + 1} ${words.of} ${pages.length}`, ''))
    const shown = headsOf(built).reduce((text, head) => text.replaceAll(head, ''), texts.join(' '))
    const expected = [
      ...leaves(built, ...spoken, 'item', 'note-number', 'note').map(({ text }) => text),
      ...drawn.flatMap(({ texts }) => texts.map(({ text }) => text)),
    ]
    const again = pages.length > 1 ? leaves(built, 'head').flatMap(({ text }) => numbersIn(text)) : []
    return [
      ...pages.flatMap((page, at) => (page === texts[at] ? [`page ${at + 1} has another number`] : [])),
      ...surplus(numbersIn(shown), expected.flatMap(numbersIn))
        .filter((number) => !again.includes(number))
        .map((number) => `more: ${number}`),
      ...surplus(expected.flatMap(numbersIn), numbersIn(shown)).map((number) => `less: ${number}`),
    ]
  },
}

function leaves({ document, dress }: BuiltDocument, ...kinds: LeafKind[]): Leaf[] {
  return leavesOf(document.tree, dress.theme).filter(({ kind }) => kinds.includes(kind))
}

/** What stands at the head and foot of pages. */
function headsOf({ document, dress }: BuiltDocument): string[] {
  return [document.kicker, document.runningTitle, dress.theme.brand.footer ?? document.publisher ?? ''].filter(Boolean)
}

/** How a text's numbers and dates differ from those of leaves, one after the other. */
function unlike(shown: string, expected: Leaf[], { document: { language } }: BuiltDocument): string[] {
  const texts = expected.map(({ text }) => text)
  const dates = texts.flatMap((text) => datesIn(text, language))
  return [
    ...differences(numbersIn(shown), texts.flatMap(numbersIn)),
    ...surplus(dates, datesIn(shown, language)).map((date) => `less: ${date}`),
  ]
}

function differences(shown: string[], expected: string[]): string[] {
  const more = surplus(shown, expected).map((number) => `more: ${number}`)
  const less = surplus(expected, shown).map((number) => `less: ${number}`)
  const at = shown.findIndex((number, index) => number !== expected[index])
  return more.length || less.length || at < 0
    ? [...more, ...less]
    : [`other order: ${shown.slice(at, at + 3)} for ${expected.slice(at, at + 3)}`]
}

/** Numbers of a text that others do not have. */
function beyond(text: string, others: string[]): string[] {
  const known = others.flatMap(numbersIn)
  return numbersIn(text).flatMap((number) => (known.includes(number) ? [] : [`more: ${number}`]))
}

/** What is amiss with drawings: each chart is drawn, and each drawing is one of the charts. */
function drawnAmiss({ document }: BuiltDocument, drawings: DrawnChart[]): string[] {
  const charts = chartsIn(document.tree)
  const ofChart = (chart: Chart) => drawings.filter(({ words }) => words.startsWith(titleOf(chart)))
  const strangers = drawings.length - charts.flatMap(ofChart).length
  return [
    ...(strangers ? [`${strangers} drawings of no chart`] : []),
    ...charts.flatMap((chart) =>
      ofChart(chart).length
        ? ofChart(chart).flatMap((drawn) => labelsAmiss(chart, drawn, document.language))
        : [`not drawn: ${titleOf(chart)}`],
    ),
  ]
}

/**
 * Each number of the chart is a label as its point writes it, with the point's source where the drawing tells sources. Other texts
 * are what stands for a missing number, names, and marks of the axis: bare numbers at even distances, in the kinds of chart that
 * have an axis.
 */
function labelsAmiss(chart: Chart, { shape, words, texts }: DrawnChart, language: Language): string[] {
  const { categories, series, reference } = chart
  const tellsSources = shape !== 'alone'
  const label = (text: string, origin: Origin) => (tellsSources ? `${text} [${describeOrigin(origin)}]` : text)
  const isThere = <T>(each: T | null | undefined): each is T => each != null
  const points = series.flatMap(({ points }) => points).filter(isThere)
  const gaps = series.flatMap(({ gaps = [] }) => gaps).filter(isThere)
  const labels = [
    ...points.map(({ text, origin }) => label(text, origin)),
    ...(reference ? [label(`${reference.label} ${reference.point.text}`, reference.point.origin)] : []),
  ]
  const forGaps = gaps.flatMap(({ text, origin }) => [text, '–', label(text, origin), label('–', origin)])
  const written = texts.map(({ text, source }) => (source ? `${text} [${source}]` : text))
  const others = surplus(written, labels).filter((text) => !forGaps.includes(text))
  const names = [...categories, ...series.map(({ name }) => name)].flatMap(numbersIn)
  const marks = ['dot', 'range'].includes(chart.kind) ? others.filter((text) => /^[-−]?\d[\d.,]*$/.test(text)) : []
  const loose = surplus(others, marks).filter((text) => numbersIn(text).some((number) => !names.includes(number)))
  const said = [
    titleOf(chart),
    chart.subtitle,
    ...series.flatMap(spelled),
    ...(reference ? [reference.label, reference.point.text] : []),
  ]
  return [
    ...surplus(labels, written).map((label) => `less: ${label}`),
    ...loose.map((text) => `more: ${text}`),
    ...(isEven(marks.flatMap((mark) => amountsIn(mark, language))) ? [] : [`an axis of ${marks}`]),
    ...differences(numbersIn(words), said.flatMap(numbersIn)),
  ]

  function spelled({ name, points, gaps }: Chart['series'][number]): string[] {
    const each = categories.flatMap((category, at) => [category, points[at]?.text ?? gaps?.[at]?.text ?? ''])
    return series.length > 1 ? [name, ...each] : each
  }
}

const titleOf = ({ title }: Chart) => textOf({ type: 'root', children: title })

function isEven(marks: number[]): boolean {
  const steps = marks.slice(1).map((mark, at) => mark - marks[at]!)
  return steps.every((step) => step > 0 && Math.abs(step - steps[0]!) < 1e-9)
}
