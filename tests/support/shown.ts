import { strFromU8, unzipSync } from 'fflate'
import type { Element, Nodes as HastNodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Nodes } from 'mdast'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** What built files show to a reader, read back from their bytes. Pieces that are not one word are divided by spaces. */

/** A text of a drawing, and where it says that it comes from. */
export interface DrawnText {
  text: string
  source: string | null
}

/** A chart as it was drawn, and what it is in words. */
export interface DrawnChart {
  /** "wide" and "narrow", or "half". */
  shape: string
  words: string
  texts: DrawnText[]
}

/** A passage of a page and the nearest source around it. */
export interface Passage {
  text: string
  source: string | null
}

export interface ShownPage {
  /** What `<main>` says, drawings left out. */
  passages: Passage[]
  charts: DrawnChart[]
  /** What stands around `<main>`. */
  frame: string
}

export function shownInHtml(html: string): ShownPage {
  const page: ShownPage = { passages: [], charts: [], frame: '' }
  const main = find(fromHtml(html), ({ tagName }) => tagName === 'main')!
  const body = find(fromHtml(html), ({ tagName }) => tagName === 'body')!
  body.children = body.children.filter(
    (child) => child.type !== 'element' || !['main', 'script'].includes(child.tagName),
  )
  page.frame = textIn(body)
  read(main, null)
  return page

  function read(node: HastNodes, source: string | null): void {
    if (node.type === 'text') say(node.value, source)
    if (node.type !== 'element') return
    if (node.tagName === 'div' && classesOf(node).includes('picture')) {
      page.charts.push(drawnIn(find(node, ({ tagName }) => tagName === 'svg')!, classesOf(node)[1]!))
      return
    }
    // what tells of sources does not come from them
    const tells = ['mark', 'source'].some((name) => classesOf(node).includes(name))
    const own = tells ? null : ((node.properties.dataSource as string | undefined) ?? source)
    const apart = !['span', 'em', 'strong', 'a', 'del', 'code'].includes(node.tagName)
    if (apart) say(' ', null)
    for (const child of node.children) read(child, own)
    if (apart) say(' ', null)
  }

  /** Neighbours of one source are one passage: a number may be marked up in parts. */
  function say(text: string, source: string | null): void {
    const last = page.passages.at(-1)
    if (last && last.source === source) last.text += text
    else page.passages.push({ text, source })
  }
}

/** A picture on its own, as Word has it. */
export const shownInSvg = (svg: string) =>
  drawnIn(find(fromHtml(svg, { fragment: true, space: 'svg' }), ({ tagName }) => tagName === 'svg')!, 'alone')

function drawnIn(svg: Element, shape: string): DrawnChart {
  const texts: DrawnText[] = []
  const walk = (node: HastNodes) => {
    if (node.type === 'element' && node.tagName === 'text')
      texts.push({ text: textIn(node), source: (node.properties.dataSource as string | undefined) ?? null })
    else if ('children' in node) node.children.forEach(walk)
  }
  walk(svg)
  return { shape, words: String(svg.properties.ariaLabel ?? ''), texts }
}

export function shownInMarkdown(markdown: string): string {
  const text = (node: Nodes): string => {
    if (node.type === 'footnoteReference') return ` ${node.label} `
    if (node.type === 'footnoteDefinition') return ` ${node.label} ${node.children.map(text).join(' ')} `
    if (node.type === 'list')
      return node.children
        .map((item, at) => ` ${node.ordered ? (node.start ?? 1) + at : ''} ${item.children.map(text).join(' ')}`)
        .join(' ')
    if ('value' in node) return node.value
    const between = 'children' in node && node.children.some(({ type }) => blocks.has(type)) ? ' ' : ''
    return 'children' in node ? (node.children as Nodes[]).map(text).join(between) : ' '
  }
  return text(unified().use(remarkParse).use(remarkGfm).parse(markdown))
}

const blocks = new Set(['paragraph', 'heading', 'list', 'blockquote', 'table', 'tableRow', 'tableCell', 'code'])

export interface ShownWordFile {
  /** The text; a mark is the number of its note. */
  body: string
  /** The headings as the table of contents has them. */
  contents: string
  notes: string
  /** What stands at the head and foot of pages. */
  frame: string
  charts: DrawnChart[]
  /** What a picture says that is not of the document's text: the logo. */
  logo: string
}

export function shownInWord(docx: Uint8Array): ShownWordFile {
  const parts = unzipSync(docx)
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array())
  const paths = (pattern: RegExp) => Object.keys(parts).filter((path) => pattern.test(path))
  const document = part('word/document.xml')
  const pictures = paths(/^word\/media\/.*\.svg$/).map((path) => shownInSvg(part(path)))
  const isChart = ({ words }: DrawnChart) => words !== ''
  const box = /<w:sdt>.*?<\/w:sdt>/gs
  return {
    body: wordText(document.replace(box, '')),
    contents: (document.match(box) ?? []).map(wordText).join(' '),
    notes: wordText(part('word/footnotes.xml')),
    frame: paths(/^word\/(?:header|footer)\d*\.xml$/)
      .map((path) => wordText(part(path)))
      .join(' '),
    charts: pictures.filter(isChart),
    logo: pictures
      .filter((picture) => !isChart(picture))
      .flatMap(({ texts }) => texts.map(({ text }) => text))
      .join(' '),
  }
}

function wordText(xml: string): string {
  let text = ''
  let raised = false
  for (const [token, run, note] of xml.matchAll(wordTokens)) {
    if (run !== undefined) text += raised ? ` ${unescaped(run)} ` : unescaped(run)
    else text += note ? ` ${note} ` : ' '
    raised = token.includes('"FootnoteReference"')
  }
  return text
}

/** A run's text, the number of a note, and what divides words or raises what follows. */
const wordTokens =
  /<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:footnoteReference [^>]*w:id="(\d+)"|<w:rStyle w:val="FootnoteReference"|<w:(?:tab|br)\/>|<\/w:p>/g

export const unescaped = (text: string) =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')

/** The text of each page. */
export async function shownInPdf(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 })
  const file = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(items.flatMap((item) => ('str' in item ? [item.str] : [])).join(' '))
  }
  await task.destroy()
  return pages
}

function textIn(node: HastNodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textIn).join('') : ''
}

const classesOf = ({ properties }: Element) => (properties.className ?? []) as string[]

function find(node: HastNodes, wanted: (element: Element) => boolean): Element | undefined {
  if (node.type === 'element' && wanted(node)) return node
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = find(child, wanted)
    if (found) return found
  }
  return undefined
}
