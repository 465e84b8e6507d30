import type { Browser, HTTPRequest, Page, PDFOptions } from 'puppeteer'
import type { Overfull } from '../slides/fit.ts'
import { FirstPages } from './first-page.ts'
import { overfullSlides } from './overfull.ts'

/** Gets what was printed, and may give a style sheet with which the same page is printed once more. */
export type Restyle = (pdf: Uint8Array) => Promise<string | null>

/**
 * Prints HTML through one page of one browser, one document after the other: on two cores that is faster than several
 * pages at once.
 *
 * While it prints, scripts are off and every request but the document itself is refused; what was refused is told.
 */
export class Printer {
  private page: Promise<Page> | undefined
  private firstPages: Promise<FirstPages> | undefined
  private last: Promise<unknown> = Promise.resolve()
  private current: { html: string; refused: string[] } = { html: '', refused: [] }
  private readonly open: () => Promise<Browser>
  private browser: Promise<Browser> | undefined

  /** @param open starts the browser, when the first document comes and after one that could not be printed */
  constructor(open: () => Promise<Browser>) {
    this.open = open
  }

  /**
   * The bytes of a PDF, tagged and outlined, as the browser made them, and the slides in it that hold too much.
   */
  print(
    html: string,
    restyle: Restyle = async () => null,
  ): Promise<{ pdf: Uint8Array; refused: string[]; overfull: Overfull[] }> {
    return this.inTurn(async () => {
      const page = await this.pageFor(html)
      await page.emulateMediaType('print')
      const overfull = await overfullSlides(page)
      await page.emulateMediaType()
      const once = await page.pdf(paper)
      const style = await restyle(once)
      const pdf = style ? await page.evaluate(styling(style)).then(() => page.pdf(paper)) : once
      return { pdf, refused: this.current.refused, overfull }
    })
  }

  /** A PNG of an SVG, with the styles before it, twice its size in pixels. */
  picture(svg: string, width: number, height: number): Promise<Uint8Array> {
    return this.inTurn(async () => {
      const page = await this.pageFor(`<!doctype html><style>body{margin:0}svg{display:block}</style>${svg}`)
      await page.setViewport({ width, height, deviceScaleFactor: 2 })
      return page.screenshot({ type: 'png', omitBackground: true })
    })
  }

  /** A WebP picture of a PDF's first page, `width` pixels wide. */
  firstPage(pdf: Uint8Array, width: number): Promise<Uint8Array> {
    return this.inTurn(async () => {
      this.firstPages ??= this.running().then((browser) => FirstPages.open(browser))
      return (await this.firstPages).draw(pdf, width)
    })
  }

  async close(): Promise<void> {
    await this.last
    const browser = await this.browser?.catch(() => undefined)
    await browser?.close()
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work).catch((error) => this.startOver(error))
    this.last = turn.catch(() => {})
    return turn
  }

  /** The page, with the HTML in it. */
  private async pageFor(html: string): Promise<Page> {
    this.page ??= this.newPage()
    const page = await this.page
    this.current = { html, refused: [] }
    await page.goto(address, { waitUntil: 'load' })
    return page
  }

  /** What failed may have taken page or browser with it: the next document gets new ones. */
  private async startOver(error: unknown): Promise<never> {
    const browser = await this.browser?.catch(() => undefined)
    this.page = undefined
    this.firstPages = undefined
    this.browser = undefined
    await browser?.close().catch(() => undefined)
    throw error
  }

  private running(): Promise<Browser> {
    this.browser ??= this.open()
    return this.browser
  }

  private async newPage(): Promise<Page> {
    const browser = await this.running()
    const [blank] = await browser.pages()
    const page = blank ?? (await browser.newPage())
    await page.setJavaScriptEnabled(false)
    await page.setRequestInterception(true)
    page.on('request', (request) => void this.answer(request))
    return page
  }

  private answer(request: HTTPRequest): Promise<void> {
    if (request.url() === address && request.isNavigationRequest()) {
      return request.respond({ contentType: 'text/html; charset=utf-8', body: this.current.html })
    }
    if (request.url().startsWith('data:')) return request.continue()
    this.current.refused.push(request.url())
    return request.abort('accessdenied')
  }
}

/** A name that no machine has. */
const address = 'https://document.invalid/'

const paper: PDFOptions = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }

/** Runs in the page, where a style element's own `onload` would not. */
const styling = (style: string) =>
  `document.head.append(Object.assign(document.createElement('style'), { textContent: ${JSON.stringify(style)} }))`
