import type { Nodes } from 'mdast'
import type { Document } from '../../document/document.ts'
import type { Slide } from '../../document/nodes.ts'
import { slide as measures } from '../slides/measures.ts'
import { blocks } from './blocks.ts'
import { bodyBox, type LayoutName, layoutNames, titleSlide } from './layouts.ts'
import { looks } from './looks.ts'
import { notesText } from './notes.ts'
import { type Paragraph, paragraph, plain } from './paragraph.ts'
import type { Sheet } from './sheet.ts'
import { isText, paragraphs } from './text.ts'
import type { Writing } from './writing.ts'

/** The layout a slide stands on: one with room for text where it holds nothing else. */
export function layoutOf({ isTitle, children }: Slide): LayoutName {
  if (isTitle) return layoutNames.title
  return children.length && children.every(isText) ? layoutNames.content : layoutNames.titleOnly
}

/** A slide's title, what it holds, where that comes from, and what the speaker says; in the order they are read. */
export function drawSlide(slide: Slide, sheet: Sheet, document: Document, writing: Writing): void {
  if (slide.isTitle) drawFirst(slide, sheet, document, writing)
  else drawContent(slide, sheet, writing)
  drawSources(slide, sheet, writing)
  const footer = [writing.theme.brand.footer ?? document.publisher, document.runningTitle].filter(Boolean).join(' · ')
  sheet.placeholder('Footer', [plain(footer, looks.footer)])
  sheet.notes(notesText(slide.notes))
}

/** The first slide: logo, whom it is for, the title, and what it says. */
function drawFirst({ title, children }: Slide, sheet: Sheet, { kicker }: Document, writing: Writing): void {
  const { logo } = writing.theme
  if (logo) {
    const { x, y, height } = titleSlide.logo
    const width = Math.min(360, (logo.width / logo.height) * height)
    sheet.logo(logo, { x, y, width, height: (logo.height / logo.width) * width })
  }
  if (kicker) sheet.placeholder('Kicker', [plain(kicker, looks.kicker)])
  sheet.placeholder('Title', [paragraph(title, looks.deckTitle)])
  const at = children.findIndex((node) => !isText(node))
  const [text, rest] = at < 0 ? [children, []] : [children.slice(0, at), children.slice(at)]
  const said = text.length ? paragraphs(text as Nodes[], writing) : []
  if (said.length) sheet.placeholder('Subtitle', said)
  if (!rest.length) return
  const top = said.length ? writing.measure.height(said, titleSlide.body.width) + 14 : 0
  const { body } = titleSlide
  blocks(rest, writing).draw(sheet, { ...body, y: body.y + top, height: body.height - top })
}

function drawContent(slide: Slide, sheet: Sheet, writing: Writing): void {
  const { title, children, part } = slide
  sheet.placeholder('Title', [paragraph(title, looks.title)])
  if (part) {
    const { width, margin } = measures
    const box = { x: width - margin - 80, y: 18, width: 80, height: 18 }
    sheet.text('Part', [plain(`${part.at}/${part.of}`, looks.part)], box, { align: 'right' })
  }
  if (!children.length) return
  if (layoutOf(slide) === layoutNames.content) sheet.placeholder('Content', paragraphs(children, writing))
  else blocks(children, writing).draw(sheet, bodyBox)
}

/** Where all of it comes from: a line each, or one after the other where they are many. */
function drawSources({ sources }: Slide, sheet: Sheet, { measure }: Writing): void {
  if (!sources.length) return
  const { margin, width, source } = measures
  const box = { x: margin, y: source.top, width: width - 2 * margin, height: source.height }
  const lines = sources.map(({ children }) => paragraph(children, looks.source))
  const fits = measure.height(lines, box.width) <= box.height
  sheet.text('Sources', fits ? lines : [joined(lines)], box, { anchor: 'bottom' })
}

function joined(lines: Paragraph[]): Paragraph {
  const runs = lines.flatMap(({ runs }, at) => (at ? [{ text: ' · ' }, ...runs] : runs))
  return { ...lines[0]!, runs }
}
