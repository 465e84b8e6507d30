import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
} from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Workshop } from '../../src/build/formats.ts'
import { prepareBuild } from '../../src/build/prepare.ts'
import { dresses } from '../../src/build/themes.ts'
import { Problem } from '../../src/input/problem.ts'
import type { Format } from '../../src/tailor/audience.ts'
import { tailorDocument } from '../../src/tailor/tailor.ts'
import { distancesBetween } from '../support/distances.ts'
import { fillsOn } from '../support/pdf-pages.ts'
import { newPrinter } from '../support/printing.ts'
import { makeSource } from '../support/source.ts'

const printer = newPrinter()
afterAll(() => printer.close())

const audience = (theme = 'standard') => `title: Havnen
kicker: Til havnen
documents:
  - { name: brief, template: briefs/brief.md.hbs, theme: ${theme}, formats: [pdf, pdf-print, html] }
  - { name: deck, template: decks/deck.md.hbs, theme: ${theme}, formats: [pdf, pdf-print] }
`

const templates = {
  'templates/briefs/brief.md.hbs': `# Havnen

## Skibe

Ni skibe.

::table{of="TABEL 2.1" wide="landscape"}

## Råd

{{section "1"}}

::page-break

Mere om råd.
`,
  'templates/decks/deck.md.hbs': '# Havnen\n\n---\n\n## Skibe\n\nNi skibe.\n',
}

/** Makes the small source's documents, with what is given in place of its files. */
async function workshops(files: Record<string, string> = {}) {
  const { folders } = makeSource({ 'audiences/alle.yaml': audience(), ...templates, ...files })
  const { documents, material } = await prepareBuild(folders, {})
  const made = documents.map(async ({ audience: of, document: wanted, edition }) => {
    const { document } = await tailorDocument(of, wanted, edition, material, folders.templates)
    const dress = await dresses(folders.templates, document.kind === 'deck' ? 'deck' : 'document')(document.theme, {})
    return Workshop.of(document, dress, printer, new Date(0))
  })
  const [brief, deck] = await Promise.all(made)
  return { brief: brief!, deck: deck! }
}

const bytes = async (workshop: Workshop, format: Format) => (await workshop.make(format)).data as Uint8Array

/** A colour unlike all others, and a ground for the first slide. */
const coloured = {
  'audiences/alle.yaml': audience('farvet'),
  'templates/themes/farvet/brand.yaml': `name: Farvet
styles: [../standard/theme.css, theme.css]
colours:
  ink: "#12203a"
  muted: "#4d5d73"
  accent: "#005b82"
  highlight: "#a3320a"
  highlightGround: "#fdf1ec"
  quiet: "#6b82a2"
  rule: "#cfd7e1"
  ground: "#f2f5f9"
  paper: "#fdf8ee"
fonts:
  heading: { family: Source Serif 4, weights: [400, 600] }
  body: { family: Source Sans 3, weights: [400, 600], italic: true }
`,
  'templates/themes/farvet/theme.css': '.opening > .sheet { background: var(--highlight-ground); }\n',
}

const bleed = (3 * 72) / 25.4

describe.each(['brief', 'deck'] as const)('a %s for a printing house', (kind) => {
  let plain: PDFDocument
  let print: PDFDocument
  let files: { plain: Uint8Array; print: Uint8Array }

  beforeAll(async () => {
    const workshop = (await workshops())[kind]
    files = { plain: await bytes(workshop, 'pdf'), print: await bytes(workshop, 'pdf-print') }
    plain = await PDFDocument.load(files.plain)
    print = await PDFDocument.load(files.print)
  })

  test('is cut to the pages of the PDF, upright and on their side', () => {
    const sizes = plain.getPages().map((page) => page.getSize())
    const cut = print.getPages().map((page) => page.getTrimBox())
    expect(cut).toHaveLength(sizes.length)
    cut.forEach(({ width, height }, at) => {
      expect(width).toBeCloseTo(sizes[at]!.width, 2)
      expect(height).toBeCloseTo(sizes[at]!.height, 2)
    })
    expect(new Set(sizes.map(({ width, height }) => width > height)).size).toBe(kind === 'brief' ? 2 : 1)
  })

  test('has 3 mm of bleed, and room for marks around it', () => {
    for (const page of print.getPages()) {
      const [trim, bled, media] = [page.getTrimBox(), page.getBleedBox(), page.getMediaBox()].map(edges)
      const beyond = (outer: number[], inner: number[]) => outer.map((edge, at) => Math.abs(edge - inner[at]!))
      for (const distance of beyond(bled!, trim!)) expect(distance).toBeCloseTo(bleed, 3)
      for (const distance of beyond(media!, bled!)) expect(distance).toBeGreaterThan(15)
      expect(edges(page.getCropBox())).toEqual(media)
    }
  })

  test('shows where to cut, outside the bleed, on every plate', () => {
    for (const page of print.getPages()) {
      const trim = edges(page.getTrimBox())
      const bled = edges(page.getBleedBox())
      const media = edges(page.getMediaBox())
      const { text, lines } = marksOn(page)
      expect(text).toMatch(/^\/Artifact <<\/Type \/Page>> BDC q \/Registration CS 1 SCN\n0\.25 w\n.*S Q EMC$/s)
      const spaces = page.node.Resources()!.lookup(PDFName.of('ColorSpace'), PDFDict)
      expect(String(spaces.lookup(PDFName.of('Registration'), PDFArray).get(1))).toBe('/All')
      expect(lines).toHaveLength(8)
      const places = lines.map(([x, y, toX, toY]) => {
        expect(x === toX || y === toY).toBe(true)
        const isUpright = x === toX
        const [at, from, to] = isUpright ? [x!, y!, toY!] : [y!, x!, toX!]
        const ends = [from, to].sort((a, b) => a - b) as [number, number]
        const [low, high] = isUpright ? [1, 3] : [0, 2]
        const isOutside =
          (ends[1] <= bled[low]! && ends[0] > media[low]!) || (ends[0] >= bled[high]! && ends[1] < media[high]!)
        expect(isOutside).toBe(true)
        const edge = (isUpright ? [0, 2] : [1, 3]).find((side) => Math.abs(trim[side]! - at) < 0.01)
        return `${edge} ${ends[0] < 0 ? 'below' : 'above'}`
      })
      expect(places.sort()).toEqual([0, 1, 2, 3].flatMap((edge) => [`${edge} above`, `${edge} below`]))
    }
  })

  test('has every word where the PDF has it', async () => {
    const moved = await distancesBetween(files.plain, files.print)
    expect(moved).toEqual({ words: true, x: 9, y: 9 })
  })

  test('is the same each time', async () => {
    const again = await bytes((await workshops())[kind], 'pdf-print')
    expect(Buffer.compare(again, files.print)).toBe(0)
  })

  test('lets colours that reach the edge run into the bleed', async () => {
    const pdf = await bytes((await workshops(coloured))[kind], 'pdf-print')
    const file = await PDFDocument.load(pdf)
    for (const [at, page] of file.getPages().entries()) {
      const bled = edges(page.getBleedBox())
      const covering = (await fillsOn(pdf, at + 1)).filter(
        ({ box }) => box[0] <= bled[0]! && box[1] <= bled[1]! && box[2] >= bled[2]! && box[3] >= bled[3]!,
      )
      expect(covering.map(({ colour }) => colour).at(-1)).toBe(kind === 'deck' && at === 0 ? '#fdf1ec' : '#fdf8ee')
    }
  })
})

type Edges = [left: number, lower: number, right: number, upper: number]
const edges = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Edges => [
  x,
  y,
  x + width,
  y + height,
]

/** The last of a page's content streams, and the lines in it. */
function marksOn(page: PDFPage): { text: string; lines: number[][] } {
  const contents = page.node.lookup(PDFName.of('Contents'), PDFArray)
  const streams = contents.asArray().map((_, at) => contents.lookup(at, PDFRawStream))
  const texts = streams.map((stream) => new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode()))
  const text = texts.find((each) => each.includes('/Registration'))!.trim()
  const lines = [...text.matchAll(/^(\S+) (\S+) m (\S+) (\S+) l$/gm)].map(([, ...numbers]) => numbers.map(Number))
  return { text, lines }
}

test('a theme that sets its pages without bleed is told so', async () => {
  const style = `${coloured['templates/themes/farvet/theme.css']}@page { size: A5; margin: 10mm; }\n`
  const { brief } = await workshops({ ...coloured, 'templates/themes/farvet/theme.css': style })
  const error = await brief.make('pdf-print').catch((each: unknown) => each)
  expect(error).toBeInstanceOf(Problem)
  expect((error as Problem).details).toMatchObject({
    file: 'source/templates/themes/farvet/brand.yaml',
    found: 'a page of 420 by 595 points',
  })
  expect((await brief.make('pdf')).pages).toBeGreaterThan(1)
})

test('it is a file beside the PDF, made where the audience asks for it', async () => {
  const { folders } = makeSource({ 'audiences/alle.yaml': audience(), ...templates })
  const paths = async (formats?: string[]) =>
    (await prepareBuild(folders, formats ? { formats } : {})).documents.flatMap(({ artifacts }) =>
      artifacts.map(({ path }) => path),
    )
  expect(await paths()).toEqual(expect.arrayContaining(['alle/brief-print.pdf', 'alle/deck-print.pdf']))
  expect(await paths(['pdf-print'])).toEqual(['alle/brief-print.pdf', 'alle/deck-print.pdf'])
  const other = makeSource({ 'audiences/alle.yaml': audience().replaceAll(', pdf-print', ''), ...templates })
  expect((await prepareBuild(other.folders, { formats: ['pdf-print'] })).documents).toEqual([])
})
