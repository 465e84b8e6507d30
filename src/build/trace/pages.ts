import { PDFDocument } from '@cantoo/pdf-lib'
import { type Place, placeText } from '../../document/places.ts'
import { Pages } from '../../render/pdf/file/pages.ts'
import { Structure } from '../../render/pdf/file/structure.ts'

/** What a tagged PDF says, letters and digits only, in the order in which it is read; and where each page's part of it begins. */
export interface PrintedText {
  letters: string
  begins: { at: number; page: number }[]
}

/** Reads a PDF; what is not tagged says nothing. */
export async function readPrinted(pdf: Uint8Array): Promise<PrintedText> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false })
  const pages = new Pages(file)
  const numbers = new Map(file.getPages().map(({ ref }, at) => [ref, at + 1]))
  const printed: PrintedText = { letters: '', begins: [] }
  for (const mark of Structure.of(file)?.elements.flatMap(({ marks }) => marks) ?? []) {
    const page = numbers.get(mark.page)
    if (page && page !== printed.begins.at(-1)?.page) printed.begins.push({ at: printed.letters.length, page })
    printed.letters += lettersOf(pages.textOf([mark]))
  }
  return printed
}

/** A text's letters and digits: how lines are broken, hyphenated and marked does not count. */
const lettersOf = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

/** Says on which page of a PDF a place of its document stands, `at` a place in its text; null where that is not to be told. */
export type PageOf = (place: Place, at: number) => number | null

/** Short texts stand close to what stands before them, or are the drawing's: they are not looked for any further. */
const long = 24
const near = 160

/** Follows the places of a document, in their order, through what its PDF says. */
export function pageFinder(places: Place[], { letters, begins }: PrintedText): PageOf {
  const starts = new Map<Place, number>()
  let reached = 0
  for (const place of places) {
    const wanted = lettersOf(placeText(place))
    const found = letters.indexOf(wanted, reached)
    const isThere = found >= 0 && place.kind !== 'frame' && (wanted.length >= long || found - reached <= near)
    starts.set(place, isThere ? found : Math.max(0, reached - 1))
    if (isThere) reached = found + wanted.length
  }
  return (place, at) => {
    const start = starts.get(place)
    if (start === undefined || place.kind === 'frame') return null
    const offset = start + lettersOf(placeText(place).slice(0, at)).length
    return begins.findLast((page) => page.at <= offset)?.page ?? null
  }
}
