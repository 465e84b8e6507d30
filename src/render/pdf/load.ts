import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'

/** A PDF to be looked into or finished: its metadata as they are, read in one go. */
export const loadPdf = (pdf: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
