import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser, launchBrowser } from '../../src/build/browser.ts'
import { dresses } from '../../src/build/themes.ts'
import { locales } from '../../src/locale/locales.ts'
import { renderHtml } from '../../src/render/html/html.ts'
import { unbroken } from '../../src/render/no-breaks.ts'
import { extractedText } from '../support/extracted-report.ts'
import { newPrinter } from '../support/printing.ts'
import { makeSource } from '../support/source.ts'
import { tailored } from '../support/tailored.ts'

const themes = ['standard', 'kommune']

const sentence =
  'Havnen lagde i fjor ni skibe til kaj, og to af dem kom igen om efteråret med varer til byens butikker og værksteder. '
const paragraph = sentence.repeat(4)

/** Paragraphs as people write them: those of a report, as far as they are plain text. */
const written = extractedText.split('\n').filter((line) => /^\p{L}[^\t*<[\]|#_`:]{300,}$/u.test(line))

async function page(template: string, theme: string): Promise<string> {
  const dress = await dresses(makeSource().folders.templates)(theme, {})
  return renderHtml(await tailored(template), dress.theme, dress.layout)
}

describe('what belongs together is not cut', () => {
  const whole = (text: string, language: keyof typeof locales = 'da') =>
    unbroken(text, locales[language]).flatMap((piece) => (piece.whole ? [piece.text] : []))

  test.each([
    ['a number and its unit', 'mellem 40 % og 6,8 pct. i 12 uger', ['40 %', '6,8 pct.', '12 uger']],
    ['an amount', 'den koster 2,5 mio. kr. i dag', ['2,5 mio. kr.']],
    ['a range', 'i 30–35 samtaler', ['30–35 samtaler']],
    ['what a number is announced by', 'se nr. 5, TABEL 5.1 og § 14', ['nr. 5', 'TABEL 5.1', '§ 14']],
    ['a short beginning', 'hos a-kassen og på e-mail', ['a-kassen', 'e-mail']],
  ])('%s', (_, text, expected) => expect(whole(text)).toEqual(expected))

  test.each([
    ['a word of the sentence is no unit', 'de 5 og 7 er med'],
    ['nor what follows a year', 'i 2020 blev det ændret'],
    ['a long compound may be cut at its hyphen', 'beskæftigelses- og integrationsområdet og kvalitets-forbedring'],
  ])('%s', (_, text) => expect(whole(text)).toEqual([]))

  test('the pieces are the text', () => {
    const text = 'Ca. 40 % (tabel 5.1) af 7.554 ledige i a-kassen; 2019-2020, nr. 5–7, kr. 200, -5 pct., 1. juli 2020.'
    expect(
      unbroken(text, locales.da)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })
})

describe('on paper', () => {
  let browser: Browser
  let tab: Page
  const printer = newPrinter()

  beforeAll(async () => {
    browser = await launchBrowser(await findBrowser())
    tab = await browser.newPage()
    await tab.emulateMediaType('print')
    // the width between the margins of A4
    await tab.setViewport({ width: Math.round((170 / 25.4) * 96), height: 1000 })
  })
  afterAll(async () => {
    await browser.close()
    await printer.close()
  })

  test.each(themes)('%s: lines of running text have 55 to 78 characters on average', async (theme) => {
    expect(written.length).toBeGreaterThan(30)
    const lead = `:::lead\n${written[0]}\n:::`
    await tab.setContent(await page(`# T\n\n${lead}\n\n${written.join('\n\n')}\n\n- ${written.join('\n- ')}\n`, theme))
    const averages = (await tab.evaluate(`(async () => {
      await document.fonts.ready
      return ['.lead p', 'main > p', 'li'].map((selector) => {
        const full = [...document.querySelectorAll(selector)].flatMap((piece) => {
          const lines = new Map()
          const texts = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT)
          while (texts.nextNode()) {
            const range = document.createRange()
            for (let at = 0; at < texts.currentNode.length; at++) {
              range.setStart(texts.currentNode, at)
              range.setEnd(texts.currentNode, at + 1)
              const bottom = Math.round(range.getBoundingClientRect().bottom)
              lines.set(bottom, (lines.get(bottom) ?? 0) + 1)
            }
          }
          // the last line is as long as what is left
          return [...lines.values()].slice(0, -1)
        })
        return full.reduce((sum, count) => sum + count, 0) / full.length
      })
    })()`)) as number[]
    for (const average of averages) {
      expect(average).toBeGreaterThan(55)
      expect(average).toBeLessThan(78)
    }
  })

  test.each(themes)('%s: what stands on a page begins at half lines', async (theme) => {
    const template = [
      '# T',
      ':::lead\nEt og andet.\n:::',
      '::::key-figures\n:::key-figure\n7\n\nskibe\n:::\n::::',
      '## To',
      paragraph,
      '### Tre',
      `- ${sentence}\n- ${sentence}`,
      '::table{of="TABEL 2.1"}',
      '::::entry{number="1"}\n### Fire\n\nTekst.\n\n:::aside\nSide.\n:::\n::::',
      ':::card{title="Kort"}\nTekst.\n\n:::facts\n- Et: to\n- Tre: fire\n:::\n:::',
      ':::callout{title="Obs"}\nTekst.\n:::',
      '> Sagt er sagt.',
      'Slut.',
    ].join('\n\n')
    await tab.setContent(await page(template, theme))
    const steps = (await tab.evaluate(`(async () => {
      await document.fonts.ready
      const half = (13 / 72) * 96 * 0.5
      const pieces = [...document.querySelectorAll('main > *, caption, tr, .entry-body, .card > *, .callout > *, li')]
      const origin = document.querySelector('h1').getBoundingClientRect().top
      return pieces.map((piece) => {
        const { borderTopWidth, paddingTop } = getComputedStyle(piece)
        const { top } = piece.getBoundingClientRect()
        const inner = piece.matches('tr') ? 0 : parseFloat(borderTopWidth) + parseFloat(paddingTop)
        return [piece.tagName + '.' + piece.className, (top + inner - origin) / half]
      })
    })()`)) as [string, number][]
    expect(steps.length).toBeGreaterThan(25)
    const off = steps.filter(([, step]) => Math.abs(step - Math.round(step)) > 0.08)
    expect(off).toEqual([])
  })

  /** The texts of a PDF with their places, page by page, from above. */
  async function printed(html: string) {
    const { pdf } = await printer.print(html)
    const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
    const pages = []
    for (let number = 1; number <= file.numPages; number++) {
      const { items } = await (await file.getPage(number)).getTextContent()
      pages.push(
        items.flatMap((item) =>
          'str' in item && item.str ? [{ text: item.str, y: item.transform[5] as number }] : [],
        ),
      )
    }
    await file.destroy()
    return pages
  }

  const foot = 55
  const body = (pages: Awaited<ReturnType<typeof printed>>) =>
    pages.map((items) => items.filter(({ y }) => y > foot).map(({ text }) => text))

  test.each(themes)('%s: no heading is the last of its page, whatever follows', async (theme) => {
    // blocks of growing length, so that headings come to every height
    const pieces = Array.from({ length: 45 }, (_, index) => {
      const follower = ['Tekst.', '::table{of="TABEL 2.1"}', ':::card{title="Kort"}\nx\n:::', '- et\n- to'][index % 4]
      return `${sentence.repeat(1 + (index % 3))}\n\n${index % 2 ? '##' : '###'} Overskrift ${index}\n\n${follower}`
    })
    const pages = body(await printed(await page(`# T\n\n${pieces.join('\n\n')}\n`, theme)))
    expect(pages.length).toBeGreaterThan(4)
    for (const texts of pages)
      expect(texts.filter((text) => text.trim()).at(-1)).not.toMatch(
        /^(?:Overskrift|Skibe og tons|Kort|Nordhavn|Sydhavn)/,
      )
  })

  test('the head of a table stands on each of its pages, and no row is cut', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => `| Række ${index} | ${sentence} SLUT${index} |`)
    const pages = body(
      await printed(await page(`# T\n\n| Navn | Indhold |\n| - | - |\n${rows.join('\n')}\n`, 'standard')),
    )
    expect(pages.length).toBeGreaterThan(3)
    for (const texts of pages) {
      const all = texts.join(' ')
      expect(all).toContain('Navn')
      const begun = [...all.matchAll(/Række (\d+)/g)].map(([, number]) => number)
      const ended = [...all.matchAll(/SLUT(\d+)/g)].map(([, number]) => number)
      expect(begun.length).toBeGreaterThan(5)
      expect(ended).toEqual(begun)
    }
  })

  test('an address on the web is printed, once; one within the page is not', async () => {
    const template =
      '# T\n\n[Havnen](https://havn.example.org/kaj), [havn.example.org](https://havn.example.org), [op](#top).\n'
    const [texts] = body(await printed(await page(template, 'standard')))
    const text = texts!.join('').replace(/\s+/g, '')
    expect(text).toContain('Havnen(https://havn.example.org/kaj),havn.example.org,op.')
  })

  test('what is not cut is plain text in the PDF', async () => {
    const [texts] = body(await printed(await page('# T\n\nHele 6,8 pct. af a-kassens 12 medlemmer.\n', 'standard')))
    expect(texts!.join('').replace(/ +/g, ' ')).toContain('Hele 6,8 pct. af a-kassens 12 medlemmer.')
  })

  test('page one has its masthead in place of the running head', async () => {
    const pages = await printed(await page('# T\n\nEt.\n\n::page-break\n\nTo.\n', 'kommune'))
    for (const items of pages) {
      expect(items.filter(({ text }) => text === 'Til alle')).toHaveLength(1)
      expect(items.filter(({ text }) => text === 'Havnens regnskab')).toHaveLength(1)
    }
    const title = pages[0]!.find(({ text }) => text === 'T')!
    expect(pages[0]!.find(({ text }) => text === 'Havnens regnskab')!.y).toBeGreaterThan(title.y + 20)
  })
})
