import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'

/** What was printed, to be looked into or finished: its metadata as they are, read in one go. */
export const loadPdf = (printed: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(printed, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
