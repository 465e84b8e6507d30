import { toString as textOf } from 'mdast-util-to-string'
import type { Document } from '../../document/document.ts'
import type { Slide } from '../../document/nodes.ts'
import { locales } from '../../locale/locales.ts'
import type { Theme } from '../theme.ts'
import { finish } from './finish.ts'
import { defineLayouts } from './layouts.ts'
import { emptyDeck } from './library.ts'
import { measureOf } from './measure.ts'
import { Sheet } from './sheet.ts'
import { drawSlide, layoutOf } from './slide.ts'

/** A deck as a PowerPoint file to go on working in: layouts, text, tables and charts of its own, and no pictures of them. */
export async function renderPptx(document: Document, theme: Theme, date: Date): Promise<Uint8Array> {
  const { brand } = theme
  const locale = locales[document.language]
  const measure = await measureOf(brand)
  const pptx = emptyDeck()
  defineLayouts(pptx)
  const slides = document.tree.children.filter((node): node is Slide => node.type === 'slide')
  const sheets = slides.map((slide) => {
    const layout = layoutOf(slide)
    const sheet = new Sheet(pptx.addSlide({ masterName: layout }), layout)
    const title = slide.title.map((each) => textOf(each)).join('')
    drawSlide(slide, sheet, document, { theme, locale, measure, title })
    return sheet
  })
  const written = (await pptx.write({ outputType: 'uint8array' })) as Uint8Array
  const creator = document.publisher ?? brand.name
  return finish(written, sheets, brand, { title: document.title, creator, language: locale.tag, date })
}
