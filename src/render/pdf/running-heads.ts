import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import type { Document } from '../../document/document.ts'
import { type TextWidth, textWidth } from '../glyph-widths.ts'
import { cssString } from '../html/layout.ts'
import type { Theme } from '../theme.ts'
import type { StructureElement } from './file/element.ts'
import { Structure } from './file/structure.ts'
import { type Heading, headingsOf } from './headings.ts'
import { loadPdf } from './load.ts'

/** A document of so few pages keeps the head that its layout gives it. */
const fewest = 2

/**
 * The style sheet by which each page of a brief is headed by the chapter it begins in, once it is known which that is: layouts have
 * their running head written by the counter style `running-head`, which is given a text for each page. Null for a deck, and for a
 * document of at most two pages.
 *
 * Chromium does not know CSS's `string-set`. What a margin box says does not move the text, so that the same page printed again has
 * the same pages.
 *
 * @param printed the document without these heads
 */
export async function runningHeads(printed: Uint8Array, document: Document, theme: Theme): Promise<string | null> {
  if (document.kind === 'deck') return null
  const file = await loadPdf(printed)
  if (file.getPageCount() <= fewest) return null
  const { family, weights } = theme.brand.fonts.body
  const width = await textWidth(family, weights.includes(400) ? 400 : weights[0]!)
  const heads = chaptersOf(file, headingsOf(document.tree)).map((chapter) =>
    chapter === null ? document.runningTitle : shortened(chapter, width),
  )
  return `@counter-style running-head { system: fixed; symbols: ${heads.map(cssString).join(' ')}; }`
}

/**
 * The title of the chapter that each page begins in: of the one it begins with, else of the one that goes on; null before the first.
 *
 * @param headings those of the document; where the file has others, chapters are not known and all pages are without
 */
function chaptersOf(file: PDFDocument, headings: Heading[]): (string | null)[] {
  const elements = Structure.of(file)?.all ?? []
  const isKnown = elements.filter(isHeading).length === headings.length
  const begins = new Map<PDFRef, string | null>()
  let chapter: string | null = null
  let at = 0
  for (const element of isKnown ? elements : []) {
    if (isHeading(element)) {
      const { title, isChapter } = headings[at++]!
      if (isChapter) chapter = title
    }
    // what holds others has only a ground of its own
    if (element.elements.length) continue
    for (const { page } of element.marks) if (!begins.has(page)) begins.set(page, chapter)
  }
  let last: string | null = null
  return file.getPages().map(({ ref }) => {
    last = begins.get(ref) ?? last
    return last
  })
}

const isHeading = ({ type }: StructureElement) => /^H[1-6]$/.test(type)

/** What a head may be wide, in ems of its type: on an upright A4 page it leaves the other corner as much. */
const room = 32

/** A title with as many of its words as there is room for. */
function shortened(title: string, width: TextWidth): string {
  if (width(title) <= room) return title
  const words = title.split(' ')
  const starts = words.map(
    (_, at) =>
      `${words
        .slice(0, at + 1)
        .join(' ')
        .replace(/[\p{P}\s]+$/u, '')}…`,
  )
  return starts.findLast((start) => width(start) <= room) ?? starts[0]!
}
