import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Browser, HTTPRequest, Page } from 'puppeteer'

/**
 * Draws the first page of a PDF with PDF.js in a page of the browser, where scripts run: those of PDF.js and no others. The page
 * gets them, and the PDF, from here; every other request is refused.
 */
export class FirstPages {
  private readonly page: Page
  private pdf: Uint8Array = new Uint8Array()

  private constructor(page: Page) {
    this.page = page
  }

  static async open(browser: Browser): Promise<FirstPages> {
    const page = await browser.newPage()
    const pages = new FirstPages(page)
    await page.setRequestInterception(true)
    page.on('request', (request) => void pages.answer(request))
    await page.goto(address, { waitUntil: 'load' })
    return pages
  }

  /** A WebP picture, as wide as asked. */
  async draw(pdf: Uint8Array, width: number): Promise<Uint8Array> {
    this.pdf = pdf
    const url = (await this.page.evaluate(`draw(${width})`)) as string
    return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
  }

  private async answer(request: HTTPRequest): Promise<void> {
    const url = request.url()
    if (url.startsWith('blob:') || url.startsWith('data:')) return request.continue()
    const name = url.startsWith(address) ? url.slice(address.length) : null
    if (name === '') return request.respond({ contentType: 'text/html; charset=utf-8', body: viewer })
    if (name === 'document.pdf') return request.respond({ contentType: 'application/pdf', body: this.pdf })
    if (name && scripts.includes(name))
      return request.respond({ contentType: 'text/javascript', body: await readFile(join(pdfJs(), name)) })
    return request.abort('accessdenied')
  }
}

/** A name that no machine has. */
const address = 'https://viewer.invalid/'

const scripts = ['pdf.min.mjs', 'pdf.worker.min.mjs']

const pdfJs = () => join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'legacy', 'build')

/**
 * Drawn three times as large and made small: letters set at whole pixels of a small page would stand apart. The worker's code is
 * loaded beside the rest: for one page at a time a thread of its own costs more than it gives.
 */
const viewer = `<!doctype html><script type="module">
import * as pdfjs from './pdf.min.mjs'
import './pdf.worker.min.mjs'

const canvasOf = (width, height) => Object.assign(document.createElement('canvas'), { width, height })

window.draw = async (width) => {
  const data = await (await fetch('document.pdf', { cache: 'no-store' })).arrayBuffer()
  const task = pdfjs.getDocument({ data, useWasm: false, useSystemFonts: false, verbosity: 0 })
  const page = await (await task.promise).getPage(1)
  const viewport = page.getViewport({ scale: (3 * width) / page.getViewport({ scale: 1 }).width })
  const large = canvasOf(3 * width, Math.round(viewport.height))
  await page.render({ canvas: large, viewport }).promise
  await task.destroy()
  const small = canvasOf(width, Math.round(large.height / 3))
  const context = small.getContext('2d', { alpha: false })
  context.imageSmoothingQuality = 'high'
  context.drawImage(large, 0, 0, small.width, small.height)
  return small.toDataURL('image/webp', 0.8)
}
</script>`
