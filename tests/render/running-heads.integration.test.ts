import type { Nodes, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Workshop } from '../../src/build/formats.ts'
import { reportDate } from '../../src/build/run.ts'
import { type Dress, dresses } from '../../src/build/themes.ts'
import type { Document } from '../../src/document/document.ts'
import { type Language, languages } from '../../src/locale/locales.ts'
import { renderHtml } from '../../src/render/html/html.ts'
import { tailorAll } from '../support/built.ts'
import { type PdfPages, pdfPages } from '../support/pdf-pages.ts'
import { newPrinter } from '../support/printing.ts'
import { makeSource } from '../support/source.ts'

const printer = newPrinter()
afterAll(() => printer.close())
let dress: Dress
beforeAll(async () => {
  dress = await dresses(makeSource().folders.templates)('standard', {})
})

/** The upper margin of a page after the first, in points, as the standard theme has it. */
const margin = 60

const isHead = ({ height }: { height: number }, y: number) => y > height - margin

/** What stands at the head of each page, from left to right. */
const headsOf = ({ pages }: PdfPages) =>
  pages.map((page) => {
    const lines = page.texts.filter(({ y }) => isHead(page, y))
    return lines
      .sort((a, b) => a.x - b.x)
      .map(({ text }) => text)
      .join('')
  })

const made = async (document: Document, dressed = dress) =>
  (await (await Workshop.of(document, dressed, printer, new Date(0))).make('pdf')).data as Uint8Array

const text = (value: string) => ({ type: 'text' as const, value })
const chapter = (title: string): RootContent => ({ type: 'heading', depth: 2, children: [text(title)] })
const paragraph = (value: string): RootContent => ({ type: 'paragraph', children: [text(value)] })
const newPage: RootContent = { type: 'pageBreak' }

const brief = (children: RootContent[], language: Language = 'da'): Document => ({
  audience: 'a',
  edition: null,
  name: 'brief',
  kind: 'brief',
  title: 'Havnen',
  kicker: 'Til alle',
  runningTitle: 'Havnens regnskab',
  publisher: 'Havnen',
  language,
  theme: 'standard',
  tree: { type: 'root', children: [{ type: 'heading', depth: 1, children: [text('Havnen')] }, ...children] },
})

describe('the briefs of the report', () => {
  test('each page is headed by the chapter it begins in, and counted; the outline has the words of the headings', async () => {
    const { prepared, documents } = await tailorAll('source')
    const long: string[] = []
    for (const { name, document, dress } of documents) {
      if (document.kind !== 'brief') continue
      const workshop = await Workshop.of(document, dress, printer, reportDate(prepared.source.report.date))
      const printed = await pdfPages((await workshop.make('pdf')).data as Uint8Array)
      const { length } = printed.pages
      const titles = headingsIn(document.tree)
      expect(
        printed.outline.filter(({ title }) => !titles.includes(title)),
        name,
      ).toEqual([])
      if (length > 2) long.push(name)
      const expected = chaptersBy(printed, length > 2 ? chapterTitles(document) : [])
      headsOf(printed).forEach((head, at) => {
        const page = `${name}, page ${at + 1}`
        if (at > 0) expect(head, page).toBe(`${document.kicker}${expected[at] ?? document.runningTitle}`)
        const foot = printed.pages[at]!.texts.map((each) => each.text).join('')
        expect(foot, page).toContain(`Side ${at + 1} af ${length}`)
      })
    }
    expect(long).toEqual(['analytikere', 'jobkonsulenter', 'ledelse'])
  }, 300_000)
})

const chapterTitles = ({ tree }: Document) =>
  tree.children.flatMap((node) => {
    if (node.type === 'sourceNotes') return [node.title]
    return node.type === 'heading' && node.depth === 2 ? [textOf(node)] : []
  })

/** What stands as a heading somewhere in a document, of its pieces too. */
function headingsIn(node: Nodes): string[] {
  const title = node.type === 'heading' ? node.children : 'title' in node ? node.title : null
  const own = title ? [typeof title === 'string' ? title : textOf(title)] : []
  return [...own, ...('children' in node ? (node.children as Nodes[]).flatMap(headingsIn) : [])]
}

/** By where the outline leads: a chapter with no text above it on its page is that page's. */
function chaptersBy({ pages, outline }: PdfPages, titles: string[]): (string | undefined)[] {
  const chapters = outline.filter(({ title, depth }) => depth === 1 && titles.includes(title))
  return pages.map((page, at) => {
    const top = Math.max(...page.texts.filter(({ y }) => !isHead(page, y)).map(({ y }) => y))
    const first = chapters.find((each) => each.page === at + 1 && each.y > top)
    return (first ?? chapters.findLast((each) => each.page <= at))?.title
  })
}

test('a chapter that a page begins with heads it, else the one that goes on, before the first the report', async () => {
  const card: RootContent = { type: 'card', title: [text('Et kort')], children: [{ type: 'paragraph', children: [] }] }
  const pieces = [
    [paragraph('Før')],
    [paragraph('Endnu før'), chapter('Skibe')],
    [chapter('Kraner'), card],
    [paragraph('Mere om kraner'), chapter('Ud'), chapter('Hjem')],
    [paragraph('Til sidst')],
  ]
  const pdf = await made(brief(pieces.flatMap((piece, at) => (at ? [newPage, ...piece] : piece))))
  const heads = ['Havnens regnskab', 'Kraner', 'Kraner', 'Hjem'].map((head) => `Til alle${head}`)
  expect(headsOf(await pdfPages(pdf)).slice(1)).toEqual(heads)
})

test('a ground that runs on behind chapters begins no page', async () => {
  const pdf = await made(brief([chapter('Skibe'), newPage, chapter('Kraner'), newPage, chapter('Kajer')]), {
    ...dress,
    theme: { ...dress.theme, css: `${dress.theme.css} main { background: var(--ground); }` },
  })
  expect(headsOf(await pdfPages(pdf)).slice(1)).toEqual(['Til alleKraner', 'Til alleKajer'])
})

test('a long title is cut after a word, and what CSS would read is only text', async () => {
  const long =
    'Havnens skibe, kraner og kajer gennem hundrede år, og hvad de hver for sig har kostet byen og dens borgere'
  const odd = 'A "b" \\ </style> { } é'
  const pdf = await made(brief([chapter(long), newPage, paragraph('1'), newPage, chapter(odd), paragraph('2')]))
  const heads = headsOf(await pdfPages(pdf)).map((head) => head.replace('Til alle', ''))
  const kept = heads[1]!.replace('…', '')
  expect(heads[1]).toMatch(/[\p{L}]…$/u)
  expect(kept.length).toBeGreaterThan(40)
  expect(long.startsWith(kept)).toBe(true)
  expect(long.slice(kept.length)).toMatch(/^[, ]/)
  expect(heads[2]).toBe(odd)
})

test('a document of two pages keeps the head of its layout, as does a page printed from a browser', async () => {
  const two = [chapter('Skibe'), newPage, paragraph('Mere')]
  expect(headsOf(await pdfPages(await made(brief(two))))[1]).toBe('Til alleHavnens regnskab')
  const three = brief([...two, newPage, paragraph('Mere')])
  const { pdf } = await printer.print(await renderHtml(three, dress.theme, dress.layout))
  expect(headsOf(await pdfPages(pdf)).slice(1)).toEqual(['Til alleHavnens regnskab', 'Til alleHavnens regnskab'])
})

test('heads cost neither bytes nor sameness', async () => {
  const document = brief([chapter('Skibe'), newPage, paragraph('Mere'), newPage, paragraph('Mere')])
  const [one, two] = [await made(document), await made(document)]
  expect(Buffer.compare(one, two)).toBe(0)
  const chapterless = brief(document.tree.children.slice(2))
  expect(Math.abs(one.length - (await made(chapterless)).length)).toBeLessThan(2000)
})

test.each<[Language, string]>([
  ['da', 'Side 2 af 3'],
  ['nb', 'Side 2 av 3'],
  ['sv', 'Sida 2 av 3'],
  ['de', 'Seite 2 von 3'],
  ['nl', 'Pagina 2 van 3'],
  ['fr', 'Page 2 sur 3'],
  ['en', 'Page 2 of 3'],
])('pages are counted in the language of the document: %s', async (language, expected) => {
  const three = [newPage, paragraph('b'), newPage, paragraph('c')]
  const { pages } = await pdfPages(await made(brief(three, language)))
  expect(pages[1]!.texts.map((each) => each.text).join('')).toContain(expected)
})

test('there is no language without its way to count pages', () => {
  expect([...languages].sort()).toEqual(['da', 'de', 'en', 'fr', 'nb', 'nl', 'sv'])
})
