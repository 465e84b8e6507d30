import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import type { Root } from 'mdast'
import { headingsOf } from './headings.ts'

/**
 * Writes the titles of the outline from the document itself: Chromium loses the space where a heading wraps, takes in the marks
 * behind it, and says one twice that it moved to the next page. A title that does not begin with the heading in its place, white
 * space aside, stays as it is.
 */
export function titleOutline(file: PDFDocument, tree: Root): void {
  const headings = headingsOf(tree)
  items(file.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)).forEach((item, index) => {
    const printed = item.lookupMaybe(PDFName.of('Title'), PDFString, PDFHexString)?.decodeText() ?? ''
    const heading = headings[index]
    if (heading && bare(printed).startsWith(bare(heading.title))) {
      item.set(PDFName.of('Title'), PDFHexString.fromText(heading.title))
    }
  })
}

/** The titles of the outline, each with the page it leads to, from 1. */
export function outlinePages(file: PDFDocument): { title: string; page: number }[] {
  const pages = file.getPages().map(({ ref }) => String(ref))
  return items(file.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)).flatMap((item) => {
    const target = item.lookupMaybe(PDFName.of('Dest'), PDFArray)?.get(0)
    const title = item.lookupMaybe(PDFName.of('Title'), PDFString, PDFHexString)?.decodeText()
    const page = pages.indexOf(String(target)) + 1
    return title && page ? [{ title, page }] : []
  })
}

const bare = (text: string) => text.replace(/\s+/g, '')

/** The items of an outline, each before those below it. */
function items(parent: PDFDict | undefined): PDFDict[] {
  const found: PDFDict[] = []
  let item = parent?.lookupMaybe(PDFName.of('First'), PDFDict)
  while (item) {
    found.push(item, ...items(item))
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict)
  }
  return found
}
