import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import axe from 'axe-core'
import type { PhrasingContent, RootContent } from 'mdast'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser, launchBrowser } from '../../src/build/browser.ts'
import { type Dress, dresses } from '../../src/build/themes.ts'
import type { Document } from '../../src/document/document.ts'
import type { Slide } from '../../src/document/nodes.ts'
import { renderDeck } from '../../src/render/html/deck.ts'
import { type FinishedPdf, finishPdf } from '../../src/render/pdf/finish.ts'
import { chart, drawings, figures, document as shared } from '../support/every-node.ts'
import { newPrinter } from '../support/printing.ts'
import { shownInPdf } from '../support/shown.ts'

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (value: string): Extract<RootContent, { type: 'paragraph' }> => ({
  type: 'paragraph',
  children: [text(value)],
})
const slide = (title: string, children: Slide['children'], more: Partial<Slide> = {}): Slide => ({
  type: 'slide',
  title: [text(title)],
  isTitle: false,
  sources: [{ type: 'sourceLine', children: [text('Kilde: Havnekontoret')] }],
  notes: [],
  children,
  ...more,
})

const slides = [
  slide('Havnen vokser', [{ type: 'lead', children: [paragraph('Kun Nordhavn voksede.')] }], {
    isTitle: true,
    notes: [paragraph('Sig velkommen.')],
  }),
  slide('Nordhavn har flest skibe', [chart], { notes: [paragraph('Peg på Nordhavn.')] }),
  slide('Skibe og kraner', [{ type: 'exhibit', caption: [text('Begge havne')], children: [figures] }], {
    part: { at: 1, of: 2 },
  }),
  slide('Det kræver det', [{ type: 'heading', depth: 2, children: [text('En kran')] }, paragraph('Og en kaj.')]),
]
const deckOf = (children: Slide[]): Document => ({
  ...shared,
  kind: 'deck',
  name: 'deck',
  tree: { type: 'root', children },
})
const titles = ['Havnen vokser', 'Nordhavn har flest skibe', 'Skibe og kraner 1/2', 'Det kræver det']

const folder = mkdtempSync(join(tmpdir(), 'prisme-deck-'))
const file = join(folder, 'deck.html')
const printer = newPrinter()
const date = new Date('2020-07-01T00:00:00Z')
let dress: Dress
let html: string
let browser: Browser
let page: Page
const asked: string[] = []

const htmlOf = (document: Document, handout = false) =>
  renderDeck(document, dress.theme, dress.layout, drawings, handout)

beforeAll(async () => {
  const path = resolve('templates')
  dress = await dresses({ folders: [{ path, shown: 'templates', name: 'templates' }] }, 'deck')('standard', {})
  html = await htmlOf(deckOf(slides))
  writeFileSync(file, html)
  browser = await launchBrowser(await findBrowser())
  page = await browser.newPage()
  page.on('request', (request) => asked.push(request.url()))
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await printer.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs in the page; its text, as it is not this program's. */
const run = <T>(script: string) => page.evaluate(script) as Promise<T>

async function open(width: number, height: number, scripts = true): Promise<void> {
  await page.setJavaScriptEnabled(scripts)
  await page.setViewport({ width, height })
  await page.goto('about:blank')
  await page.goto(pathToFileURL(file).href)
  if (scripts && width >= 640) await page.waitForSelector('.reveal.ready')
}

async function violations(): Promise<unknown[]> {
  await run(axe.source)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']
  return run(`axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] }).then(
    ({ violations }) => violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html.slice(0, 200)) })))`)
}

const shown = () => run<string>(`document.querySelector('section.present :is(h1, h2)').textContent`)

/** Presses a key and waits until the slide has the title. */
async function press(key: Parameters<Page['keyboard']['press']>[0], title: string): Promise<void> {
  await page.keyboard.press(key)
  await page.waitForFunction(
    `document.querySelector('section.present :is(h1, h2)').textContent === ${JSON.stringify(title)}`,
    { timeout: 5000 },
  )
}

describe('the printed deck', () => {
  let finished: FinishedPdf<never>
  let printed: PDFDocument

  beforeAll(async () => {
    const { pdf, refused, overfull } = await printer.print(html)
    expect([refused, overfull]).toEqual([[], []])
    finished = await finishPdf(pdf, deckOf(slides), date, () => [])
    printed = await PDFDocument.load(finished.pdf, { updateMetadata: false })
  })

  test('has a page of its own for each slide, 960 by 540 points', () => {
    const sizes = printed.getPages().map((each) => Object.values(each.getSize()).map(Math.round))
    expect(sizes).toEqual(slides.map(() => [960, 540]))
  })

  test('is tagged, and outlined by the titles of its slides', () => {
    expect(printed.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)).toBeDefined()
    const pages = titles.map((title, index) => ({ title, page: index + 1 }))
    expect(finished.headings).toEqual([...pages, { title: 'En kran', page: 4 }])
  })

  test('says what its slides say, in their order, and not what the speaker does', async () => {
    const pages = (await shownInPdf(finished.pdf)).map((each) => each.replace(/\s+/g, ' ').trim())
    expect(pages[0]).toBe('Til havnen Havnen vokser Kun Nordhavn voksede. Kilde: Havnekontoret Havnekontoret 1')
    expect(pages[2]).toMatch(/^Skibe og kraner 1\/2 Begge havne Havn .*Kilde: Havnekontoret Havnekontoret 3$/)
    expect(pages[3]).toBe('Det kræver det En kran Og en kaj. Kilde: Havnekontoret Havnekontoret 4')
    expect(pages.join(' ')).not.toContain('Sig velkommen')
  })

  test('is the same bytes each time', async () => {
    expect(await htmlOf(deckOf(slides))).toBe(html)
    const again = await finishPdf((await printer.print(html)).pdf, deckOf(slides), date, () => [])
    expect(Buffer.from(again.pdf).equals(Buffer.from(finished.pdf))).toBe(true)
  })

  test('has with notes an upright page for each slide', async () => {
    const { pdf } = await printer.print(await htmlOf(deckOf(slides), true))
    const file = await PDFDocument.load(pdf)
    expect((await shownInPdf(pdf))[0]).toContain('Sig velkommen.')
    expect(file.getPages().map((each) => Math.round(each.getHeight()))).toEqual(slides.map(() => 842))
  })
})

describe('a slide that holds too much', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => paragraph(`Linje ${at + 1}`))
  const overfull = async (...children: Slide[]) => (await printer.print(await htmlOf(deckOf(children)))).overfull

  test('is found with its number, its title and by how much', async () => {
    const [first] = slides
    const [found, ...others] = await overfull(first!, slide('For meget', lines(20), { part: { at: 2, of: 2 } }))
    expect(found).toMatchObject({ slide: 2, title: 'For meget 2/2' })
    expect(found!.by).toBeGreaterThan(200)
    expect(others).toEqual([])
    const [more] = await overfull(first!, slide('For meget', lines(21)))
    expect(more!.by - found!.by).toBeGreaterThan(20)
    expect(more!.by - found!.by).toBeLessThan(60)
  })

  test.each([
    ['its title', slide('Titlen er lang '.repeat(20), [])],
    [
      'its sources',
      slide('T', [], { sources: [{ type: 'sourceLine', children: [text('Kilde: havnen. '.repeat(60))] }] }),
    ],
    [
      'what is wider than it',
      slide('T', [
        {
          type: 'exhibit',
          caption: [],
          children: [
            {
              ...figures,
              children: [
                {
                  type: 'tableRow',
                  children: [
                    {
                      type: 'tableCell',
                      children: [{ type: 'inlineCode', value: 'x' }, text('\u00a0bred'.repeat(60))],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ]),
    ],
  ])('may do so by %s', async (_, slide) => {
    expect(await overfull(slides[0]!, slide)).toMatchObject([{ slide: 2 }])
  })

  test('may be the title slide', async () => {
    const first = { ...slides[0]!, children: lines(15) }
    expect(await overfull(first, slides[1]!)).toMatchObject([{ slide: 1, title: 'Havnen vokser' }])
  })
})

describe('shown in a browser', () => {
  test('moves on with keys, and comes back', async () => {
    await open(1280, 720)
    expect(await shown()).toBe(titles[0])
    await press('ArrowRight', titles[1]!)
    await press('Space', titles[2]!)
    await press('End', titles[3]!)
    await press('Home', titles[0]!)
  })

  test('hides all slides but one, and the notes, from screen readers; no role keeps them from reading', async () => {
    await open(1280, 720)
    const read = await run<string[]>(`[...document.querySelectorAll('main > section')].flatMap((slide) =>
      slide.getAttribute('aria-hidden') === 'true' ? [] : slide.querySelector('h1, h2').textContent)`)
    expect(read).toEqual([titles[0]])
    expect(await run(`[...document.querySelectorAll('aside.notes')].some((notes) => notes.checkVisibility())`)).toBe(
      false,
    )
    expect(await run(`document.getElementById('deck').hasAttribute('role')`)).toBe(false)
    expect(await run(`document.querySelector('.navigate-right').ariaLabel`)).toBe('Næste slide')
  })

  test.each([1280, 390])('%i pixels wide gives axe nothing to find, and does not scroll sideways', async (width) => {
    await open(width, 720)
    expect(await violations()).toEqual([])
    expect(await run('document.documentElement.scrollWidth')).toBe(width)
  })

  test('shows all slides at once with O, until it is pressed again', async () => {
    await open(1280, 720)
    const overview = `document.querySelector('.reveal').classList.contains('overview')`
    await page.keyboard.press('o')
    await page.waitForFunction(overview, { timeout: 5000 })
    await page.keyboard.press('o')
    await page.waitForFunction(`!${overview}`, { timeout: 5000 })
  })

  test('opens for the speaker a window with notes and a clock, which follows', async () => {
    await open(1280, 720)
    const opened = new Promise<Page | null>((found) => page.once('popup', found))
    await page.keyboard.press('s')
    const speaker = (await opened)!
    const says = (notes: string) =>
      speaker.waitForFunction(
        `document.querySelector('.speaker-controls-notes .value')?.textContent === ${JSON.stringify(notes)}`,
        { timeout: 10_000, polling: 100 },
      )
    await says('Sig velkommen.')
    expect(await speaker.evaluate(`document.querySelector('.clock-value').textContent`)).toMatch(/^\d\d:\d\d/)
    await page.bringToFront()
    await press('ArrowRight', titles[1]!)
    await says('Peg på Nordhavn.')
    await speaker.close()
  }, 30_000)

  test('is printed from there a page a slide too, and shown again after that', async () => {
    await open(1280, 720)
    await press('ArrowRight', titles[1]!)
    const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }))
    expect(pdf.getPageCount()).toBe(slides.length)
    await page.waitForSelector('.reveal.ready')
    expect(await shown()).toBe(titles[1])
  })

  test('moves nothing where motion is not wanted', async () => {
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    await open(1280, 720)
    const still = await run(`document.getElementById('deck').classList.contains('none')`)
    await page.emulateMediaFeatures([])
    await open(1280, 720)
    const moving = await run(`document.getElementById('deck').classList.contains('none')`)
    expect([still, moving]).toEqual([true, false])
  })

  test.each([1280, 390])('without its script is read down the page, %i pixels wide', async (width) => {
    await open(width, 720, false)
    const tops = await run<{ title: string; top: number; bottom: number }[]>(
      `[...document.querySelectorAll('main > section')].map((slide) => {
        const { top, bottom } = slide.getBoundingClientRect()
        return { title: slide.querySelector('h1, h2').textContent, top, bottom }
      })`,
    )
    expect(tops.map(({ title }) => title)).toEqual(titles)
    for (const [index, { top }] of tops.slice(1).entries()) expect(top).toBeGreaterThanOrEqual(tops[index]!.bottom)
  })

  test('asks for nothing but itself', () => {
    const others = asked.filter(
      (url) => !url.startsWith(pathToFileURL(file).href) && !/^(?:data|about|blob):/.test(url),
    )
    expect(others).toEqual([])
    expect(html).not.toMatch(/(?:src|href)="https?:/)
  })
})
