import type { RootContent } from 'mdast'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Workshop } from '../../src/build/formats.ts'
import { type Dress, dresses } from '../../src/build/themes.ts'
import type { Document } from '../../src/document/document.ts'
import { type Language, languages } from '../../src/locale/locales.ts'
import { renderHtml } from '../../src/render/html/html.ts'
import { headsOf } from '../support/heads.ts'
import { pdfPages } from '../support/pdf-pages.ts'
import { newPrinter } from '../support/printing.ts'
import { makeSource } from '../support/source.ts'

const printer = newPrinter()
afterAll(() => printer.close())
let dress: Dress
beforeAll(async () => {
  dress = await dresses(makeSource().folders.templates)('standard', {})
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
