import { PDFDict, type PDFDocument, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib'
import { Problem } from '../../input/problem.ts'
import { loadPdf } from './load.ts'

/** Width and height in points. */
export interface Size {
  width: number
  height: number
}

/** By how much paper is larger on each side, in points: a whole number of all that browsers count in, so that no line breaks anew. */
const larger = 9

/** What a document is set with on such paper. */
export const bleedStyle = `:root { --bleed: ${larger}pt; }`

/**
 * What printing houses ask for around a page, in points: 3 mm of bleed, into which colours run on; beyond it marks of where to cut;
 * a sheet that has room for them.
 */
const bleed = (3 * 72) / 25.4
const mark = { length: 15, width: 0.25 }
const room = 20

/** The sizes of a printed document's pages. */
export async function pageSizes(printed: Uint8Array): Promise<Size[]> {
  const file = await loadPdf(printed)
  return file.getPages().map((page) => page.getSize())
}

/**
 * Gives pages that were set with {@link bleedStyle} their boxes (ISO 32000-1, 14.11.2): the page when it is cut, the bleed, and the
 * sheet with its marks. These are an artifact of the kind "Page" (14.8.2.2.2), in the colour that stands on each plate (8.6.6.4).
 *
 * @param sizes of the same pages without bleed
 * @throws {Problem} where pages are not larger than these by the bleed
 */
export function trimPages(file: PDFDocument, sizes: Size[]): void {
  const colour = registrationColour(file)
  const pages = file.getPages()
  for (const [at, page] of pages.entries()) {
    const size = page.getSize()
    if (sizes.length !== pages.length || !hasBleed(size, sizes[at]!))
      throw new Problem('sets pages without bleed', {
        found: `a page of ${Math.round(size.width)} by ${Math.round(size.height)} points`,
        expected: '@page with a size and margins that grow by var(--bleed) on each side',
      })
    setBoxes(page, size)
    drawMarks(page, size, colour)
  }
}

/** Browsers set pages in whole pixels. */
const hasBleed = (large: Size, small: Size) =>
  [large.width - small.width, large.height - small.height].every((growth) => Math.abs(growth - 2 * larger) < 1)

function setBoxes(page: PDFPage, size: Size): void {
  const grown = (by: number) => [-by, -by, size.width + 2 * by, size.height + 2 * by] as const
  page.setMediaBox(...grown(room))
  page.setCropBox(...grown(room))
  page.setBleedBox(...grown(bleed - larger))
  page.setTrimBox(...grown(-larger))
}

/** Two lines at each corner, which end where the colours do. */
function drawMarks(page: PDFPage, { width, height }: Size, colour: PDFRef): void {
  const { node, doc } = page
  const across = [larger, height - larger].flatMap((y) => [
    `${-mark.length} ${y} m 0 ${y} l`,
    `${width} ${y} m ${width + mark.length} ${y} l`,
  ])
  const upright = [larger, width - larger].flatMap((x) => [
    `${x} ${-mark.length} m ${x} 0 l`,
    `${x} ${height} m ${x} ${height + mark.length} l`,
  ])
  const drawing = ['/Artifact <</Type /Page>> BDC q /Registration CS 1 SCN', `${mark.width} w`, ...across, ...upright]
  node.addContentStream(doc.context.register(doc.context.flateStream(`${drawing.join('\n')}\nS Q EMC`)))
  const resources = node.Resources()!
  const spaces = resources.lookupMaybe(PDFName.of('ColorSpace'), PDFDict) ?? doc.context.obj({})
  spaces.set(PDFName.of('Registration'), colour)
  resources.set(PDFName.of('ColorSpace'), spaces)
}

/** Full on all plates; black where there are none. */
function registrationColour({ context }: PDFDocument): PDFRef {
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 })
  return context.register(context.obj(['Separation', 'All', 'DeviceCMYK', tint]))
}
