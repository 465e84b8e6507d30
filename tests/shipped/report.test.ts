import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Slide } from '../../src/document/nodes.ts'
import { locales } from '../../src/locale/locales.ts'
import { fitSlides } from '../../src/render/slides/fit.ts'
import { builtAll, tailorAll } from '../support/built.ts'
import { builtOnce } from '../support/built-once.ts'
import { deviationsIn, groundlessIn } from '../support/deviations.ts'
import { leavesOf } from '../support/leaves.ts'
import { shownInPdf, unescaped } from '../support/shown.ts'

/** The documents of the report in source/. */
const { out, artifacts } = await builtOnce('source')

const read = (path: string) => readFileSync(join(out, path), 'utf8')
const pages = () =>
  artifacts
    .filter(({ format, document }) => format === 'html' && document === 'brief')
    .map(({ path }) => ({ path, html: read(path) }))

test('ten briefs in four formats and eight decks in three, none with a finding', () => {
  expect(artifacts).toHaveLength(10 * 4 + 8 * 3)
  expect(artifacts.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['presse/brief.pdf', 'kommuner/København/brief.html']),
  )
  expect(artifacts.flatMap(({ findings }) => findings)).toEqual([])
  for (const { pages: count, format, document } of artifacts)
    expect(count === null, `${document}.${format}`).toBe(document === 'brief' && format !== 'pdf')
})

test('a PDF of two pages with a chart has at most 120 kB, and of each typeface only the letters it shows', async () => {
  const short = artifacts.filter(({ format, pages: count, path }) => {
    const hasChart = () => read(path.replace(/pdf$/, 'html')).includes('<div class="chart"')
    return format === 'pdf' && path.endsWith('brief.pdf') && count! <= 2 && hasChart()
  })
  expect(short.length).toBeGreaterThan(5)
  for (const { path, bytes } of short) expect(bytes, path).toBeLessThanOrEqual(120_000)
  for (const { path } of artifacts.filter(({ format }) => format === 'pdf')) {
    const names = await typefacesIn(readFileSync(join(out, path)))
    expect(names.length, path).toBeGreaterThan(0)
    expect(
      names.filter((name) => !/^\/[A-Z]{6}\+./.test(name)),
      path,
    ).toEqual([])
  }
})

describe('no page shows what a reader should not see', () => {
  test('markup, tokens or holes', () => {
    for (const { path, html } of pages()) {
      const body = html.slice(html.indexOf('<main'), html.indexOf('</main>')).replace(/<[^>]+>/g, '¦')
      expect(body, path).not.toMatch(/\{\{|\}\}|:::|\*\*|\uE000|undefined|\[object|NaN/)
      expect(html, path).not.toMatch(/<(td|th)[^>]*data-source[^>]*><\/\1>|<(p|li|h[1-6]|dd|caption)>\s*<\/\2>/)
    }
  })

  test('a table without its source line', () => {
    for (const { path, html } of pages()) {
      const tables = html.match(/<table/g)?.length ?? 0
      expect(html.match(/<\/table>(?:<\/div>)?(?:<\/details>)?<p class="source"/g)?.length ?? 0, path).toBe(tables)
    }
  })

  test('a jump in its headings', () => {
    for (const { path, html } of pages()) {
      const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
      expect(levels[0], path).toBe(1)
      levels.reduce((above, level) => {
        expect(level - above, path).toBeLessThanOrEqual(1)
        return level
      })
    }
  })
})

test('the editions for the municipalities differ where the municipalities differ', () => {
  const editions = pages().filter(({ path }) => path.startsWith('kommuner/'))
  const titles = editions.map(({ html }) => /<h1>(.*?)<\/h1>/.exec(html)![1])
  const figures = editions.map(({ html }) =>
    /mellem de andre.*?<tr class="highlight">.*?<td[^>]*>(.*?) \(/s.exec(html)![1]!.replace(/<[^>]+>/g, ''),
  )
  expect(new Set(titles).size).toBe(5)
  expect(figures.sort()).toEqual(['1.237', '1.250', '3.244', '7.554', '969'])
})

test('every number of a table knows its cell', () => {
  const cells = pages().flatMap(({ html }) =>
    [...html.matchAll(/<td([^>]*)>[\d]/g)].map(([, attributes]) => attributes!),
  )
  expect(cells.length).toBeGreaterThan(200)
  expect(cells.filter((attributes) => !/data-source="report\.md:\d+/.test(attributes))).toEqual([])
})

/** tests/build/built-numbers.integration.test.ts shows that what is altered is found. */
test('every file has the numbers and dates of its document, each as often, and no other', async () => {
  const { prepared } = await tailorAll('source')
  const documents = await builtAll('source')
  expect(documents.flatMap(({ built }) => built)).toHaveLength(artifacts.length)
  for (const document of documents.filter((each) => each.document.kind === 'brief'))
    for (const { path, format, data } of document.built)
      expect(await deviationsIn(document, format, data), path).toEqual([])
  for (const { path, html } of pages()) expect(groundlessIn(html, prepared.material), path).toEqual([])
})

/** Decks are compared slide by slide: what stands on a slide, in its order, is in each of its files. */
test('deck.pdf and deck.pptx carry the same text in the same order', async () => {
  const decks = (await builtAll('source')).filter(({ document }) => document.kind === 'deck')
  expect(decks).toHaveLength(8)
  for (const { name, document, dress, built } of decks) {
    const { tree } = await fitSlides(document.tree, dress.theme)
    const data = (format: string) => built.find((file) => file.format === format)!.data as Uint8Array
    const printed = await shownInPdf(data('pdf'))
    const slides = slidesOf(data('pptx'))
    expect([printed.length, slides.length], name).toEqual([tree.children.length, tree.children.length])
    tree.children.forEach((slide, at) => {
      const said = wordsOf(slide as Slide)
      expect(missing(said, printed[at]!), `${name}, slide ${at + 1} in print`).toEqual([])
      expect(missing(said, slides[at]!), `${name}, slide ${at + 1} in PowerPoint`).toEqual([])
    })
  }
})

test('a word left out, or two exchanged, is missed', () => {
  expect(missing(['Ni', 'skibe', 'kom'], 'Ni skibe kom i maj')).toEqual([])
  expect(missing(['Ni', 'skibe', 'kom'], 'Ni kom i maj')).toEqual(['skibe', 'kom'])
  expect(missing(['Ni', 'skibe', 'kom'], 'Ni kom skibe')).toEqual(['kom'])
})

/** The names of the typefaces that a PDF brings; those of a subset begin with six letters and a plus. */
async function typefacesIn(pdf: Uint8Array): Promise<string[]> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false })
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    const isTypeface = object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('FontDescriptor')
    return isTypeface ? [String(object.get(PDFName.of('FontName')))] : []
  })
}

/** The words of a slide without those of its charts' numbers, which PowerPoint keeps in the chart, and of its notes. */
function wordsOf(slide: Slide): string[] {
  const bare = { ...slide, notes: [] }
  const leaves = leavesOf({ type: 'root', children: [bare] })
  // a missing cell is a dash to the eye
  return leaves
    .filter(({ kind, text }) => kind !== 'figure' && kind !== 'contact' && text !== locales.da.words.empty)
    .flatMap(({ text }) => split(text))
}

const split = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** The words from the first on that do not stand in a text, in their order. */
function missing(words: string[], shown: string): string[] {
  const all = split(shown)
  let at = 0
  const found = words.findIndex((word) => {
    at = all.indexOf(word, at) + 1
    return at === 0
  })
  return found < 0 ? [] : words.slice(found)
}

/** The text of each slide of a PowerPoint file, its shapes in their order. */
function slidesOf(pptx: Uint8Array): string[] {
  const parts = Object.entries(unzipSync(pptx)).flatMap(([path, part]) => {
    const [, number] = /^ppt\/slides\/slide(\d+)\.xml$/.exec(path) ?? []
    return number ? [{ number: Number(number), xml: strFromU8(part) }] : []
  })
  return parts
    .sort((a, b) => a.number - b.number)
    .map(({ xml }) =>
      [...xml.matchAll(/<a:t>([^<]*)<\/a:t>|<\/a:p>/g)]
        .map(([, text]) => (text === undefined ? ' ' : unescaped(text)))
        .join(''),
    )
}
