import { PDFDocument } from '@cantoo/pdf-lib'
import type { Document } from '../../document/document.ts'
import { type Size, trimPages } from './bleed.ts'
import { renumberNodeIds } from './node-ids.ts'
import { outlinePages, titleOutline } from './outline.ts'

export interface FinishedPdf {
  pdf: Uint8Array
  pages: number
  /** The headings, each with its page. */
  headings: { title: string; page: number }[]
}

/**
 * A printed PDF with its metadata set: title, language and publisher of the document, a date that is not the clock's; and with
 * nothing in it that differs from one printing to the next.
 *
 * @param date when the document counts as written
 * @param cut of a document set with bleed: the sizes of its pages when they are cut
 * @throws {Problem} where it was set without
 */
export async function finishPdf(
  printed: Uint8Array,
  document: Document,
  date: Date,
  cut?: Size[],
): Promise<FinishedPdf> {
  const file = await PDFDocument.load(printed, { updateMetadata: false })
  renumberNodeIds(file)
  titleOutline(file, document.tree)
  if (cut) trimPages(file, cut)
  file.setTitle(document.title, { showInWindowTitleBar: true })
  file.setLanguage(document.language)
  if (document.publisher) file.setAuthor(document.publisher)
  file.setCreator('Prisme')
  file.setProducer('Prisme')
  file.setCreationDate(date)
  file.setModificationDate(date)
  const pdf = await file.save({ useObjectStreams: true, updateFieldAppearances: false })
  return { pdf, pages: file.getPageCount(), headings: outlinePages(file) }
}
