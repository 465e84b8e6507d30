import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PDFBool, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser, launchBrowser } from '../../src/build/browser.ts'
import { dresses } from '../../src/build/themes.ts'
import type { Document } from '../../src/document/document.ts'
import { renderHtml } from '../../src/render/html/html.ts'
import { finishPdf } from '../../src/render/pdf/finish.ts'
import { Printer } from '../../src/render/pdf/printer.ts'
import { newPrinter } from '../support/printing.ts'
import { makeSource } from '../support/source.ts'
import { tailored } from '../support/tailored.ts'

const printer = newPrinter()
afterAll(() => printer.close())

const longHeading = 'Overskriften er så lang, at den må brydes over flere linjer, før den omsider kommer til sin ende'

const document: Document = {
  audience: 'a',
  edition: null,
  name: 'brief',
  kind: 'brief',
  title: 'Ærø får ø-færge',
  kicker: 'Til alle',
  runningTitle: 'Havnens regnskab',
  publisher: 'Havnen',
  language: 'da',
  theme: 'standard',
  tree: {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [{ type: 'text', value: 'Ærø får ø-færge' }] },
      { type: 'heading', depth: 2, children: [{ type: 'text', value: longHeading }] },
      { type: 'card', title: [{ type: 'text', value: 'Et kort' }], children: [] },
      { type: 'paragraph', children: [{ type: 'text', value: 'Åen løber.' }] },
      { type: 'pageBreak' },
      { type: 'paragraph', children: [{ type: 'text', value: 'Side to.' }] },
    ],
  },
}

describe('a printed document', () => {
  let file: PDFDocument
  let pages: number
  const date = new Date('2020-07-01T00:00:00Z')

  beforeAll(async () => {
    const { theme, layout } = await dresses(makeSource().folders.templates)('standard', {})
    const { pdf } = await printer.print(await renderHtml(document, theme, layout))
    const finished = await finishPdf(pdf, document, date, () => [])
    pages = finished.pages
    file = await PDFDocument.load(finished.pdf, { updateMetadata: false })
  })

  test('is A4, page by page', () => {
    expect(pages).toBe(2)
    const { width, height } = file.getPage(0).getSize()
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
  })

  test('is tagged, outlined, titled and in its language', () => {
    const { catalog } = file
    expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).lookup(PDFName.of('Marked'), PDFBool).asBoolean()).toBe(true)
    expect(catalog.has(PDFName.of('StructTreeRoot'))).toBe(true)
    expect(catalog.has(PDFName.of('Outlines'))).toBe(true)
    expect(file.getTitle()).toBe('Ærø får ø-færge')
    expect(catalog.get(PDFName.of('Lang'))?.toString()).toContain('da')
  })

  test('names its headings whole in the outline', () => {
    const outlines = file.catalog.lookup(PDFName.of('Outlines'), PDFDict)
    const first = outlines.lookup(PDFName.of('First'), PDFDict)
    const second = first.lookup(PDFName.of('First'), PDFDict)
    const card = second.lookup(PDFName.of('First'), PDFDict)
    const titles = [first, second, card].map((item) => item.lookup(PDFName.of('Title'), PDFHexString).decodeText())
    expect(titles).toEqual(['Ærø får ø-færge', longHeading, 'Et kort'])
  })

  test('carries its typefaces with it', () => {
    const fonts = file.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('FontDescriptor') ? [object] : [],
      )
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts)
      expect(['FontFile', 'FontFile2', 'FontFile3'].some((key) => font.has(PDFName.of(key)))).toBe(true)
    const names = fonts.map((font) => font.get(PDFName.of('FontName'))?.toString())
    expect(names.every((name) => /Source/.test(name ?? ''))).toBe(true)
  })

  test('has no date of the clock', () => {
    expect(file.getCreationDate()).toEqual(date)
    expect(file.getModificationDate()).toEqual(date)
  })

  test('holds nothing that runs', () => {
    const actions = file.context
      .enumerateIndirectObjects()
      .filter(([, object]) => object instanceof PDFDict && object.get(PDFName.of('S')) === PDFName.of('JavaScript'))
    expect(actions).toEqual([])
  })
})

test('what a page has for the screen leaves no tag in the PDF', async () => {
  const { theme, layout } = await dresses(makeSource().folders.templates)('standard', {})
  const made = await tailored(
    '# T\n\n{{value "TABEL 2.1" row="Skibe" column="Nordhavn"}} skibe\n\n::source\n\n::table{of="TABEL 2.1"}\n',
  )
  const { pdf } = await printer.print(await renderHtml(made, theme, layout))
  const file = await PDFDocument.load(pdf)
  const tags = file.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('StructElem')
        ? [String(object.get(PDFName.of('S')))]
        : [],
    )
  const meant = tags.filter((tag) => tag !== '/NonStruct')
  expect([...new Set(meant)].sort()).toEqual([
    '/Caption',
    '/Document',
    '/Figure',
    '/H1',
    '/P',
    '/TD',
    '/TH',
    '/TR',
    '/Table',
  ])
  expect(meant.filter((tag) => tag === '/P')).toHaveLength(5) // two in the head of page one
})

test('a passage in another language has an element of its own that says which', async () => {
  const { theme, layout } = await dresses(makeSource().folders.templates)('standard', {})
  const made = await tailored(
    '# T\n\nMetoden :lang[Individual Placement]{en} og *the ships of the port* virker.\n\n| a |\n|-|\n| The ships of the port |\n',
  )
  const { pdf } = await printer.print(await renderHtml(made, theme, layout))
  const file = await PDFDocument.load((await finishPdf(pdf, made, new Date(0), () => [])).pdf, {
    updateMetadata: false,
  })
  const told = file.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('StructElem')) return []
    const language = object.lookup(PDFName.of('Lang'))
    return language instanceof PDFHexString || language instanceof PDFString ? [language.decodeText()] : []
  })
  expect(told.filter((language) => language !== 'da')).toEqual(['en', 'en', 'en'])
})

test('while printing no script runs and no request leaves', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('x')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const page = `<!doctype html><title>x</title><link rel="stylesheet" href="${base}/a.css"><img src="${base}/b.png"><iframe src="${base}/c"></iframe><img src="file:///etc/passwd">
    <script>document.title = 'ran'; document.body.innerHTML = '<p style="break-after:page">1</p><p style="break-after:page">2</p><p>3</p>'</script><p>én side</p>`
  const { pdf, refused } = await printer.print(page)
  server.close()
  expect(asked).toEqual([])
  expect(refused).toEqual(expect.arrayContaining([`${base}/a.css`, `${base}/b.png`, `${base}/c`]))
  const file = await PDFDocument.load(pdf)
  expect(file.getPageCount()).toBe(1)
  expect(file.getTitle()).toBe('x')
})

test('the same page gives the same bytes', async () => {
  const page = '<!doctype html><html lang="da"><title>t</title><h1>Ærø</h1><table><tr><th scope="row">a<td>1</table>'
  const once = async () => (await finishPdf((await printer.print(page)).pdf, document, new Date(0), () => [])).pdf
  expect(Buffer.compare(Buffer.from(await once()), Buffer.from(await once()))).toBe(0)
})

test('the first page becomes a picture as wide as asked, the same each time', async () => {
  const page = '<!doctype html><title>t</title><h1>Ærø</h1><p style="break-before: page">To</p>'
  const { pdf } = await printer.print(page)
  const picture = Buffer.from(await printer.firstPage(pdf, 320))
  expect(picture.subarray(8, 16).toString('latin1')).toBe('WEBPVP8X')
  const [width, height] = [picture.readUIntLE(24, 3) + 1, picture.readUIntLE(27, 3) + 1]
  expect(width).toBe(320)
  expect(height / width).toBeCloseTo(11 / 8.5, 2)
  expect(Buffer.compare(Buffer.from(await printer.firstPage(pdf, 320)), picture)).toBe(0)
  const other = await printer.print('<!doctype html><title>t</title><h1>Samsø</h1>')
  expect(Buffer.compare(Buffer.from(await printer.firstPage(other.pdf, 320)), picture)).not.toBe(0)
})

test('what is no PDF gives no picture, and the next one does', async () => {
  await expect(printer.firstPage(new TextEncoder().encode('no'), 320)).rejects.toThrow()
  const { pdf } = await printer.print('<!doctype html><title>t</title><h1>Ærø</h1>')
  expect((await printer.firstPage(pdf, 320)).length).toBeGreaterThan(100)
})

test('a document that cannot be printed does not take the next one with it', async () => {
  let started = 0
  const mended = new Printer(async () => {
    started++
    const browser = await launchBrowser(await findBrowser())
    if (started === 1) setTimeout(() => browser.process()?.kill('SIGKILL'), 0)
    return browser
  })
  await expect(mended.print('<!doctype html><title>a</title>')).rejects.toThrow()
  expect((await mended.print('<!doctype html><title>b</title>')).pdf.length).toBeGreaterThan(500)
  expect(started).toBe(2)
  await mended.close()
})
