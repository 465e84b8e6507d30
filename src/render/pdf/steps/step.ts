import type { PDFDocument } from '@cantoo/pdf-lib'
import type { Document } from '../../../document/document.ts'
import type { Pages } from '../file/pages.ts'
import type { Structure } from '../file/structure.ts'

/** A printed PDF while it is finished. */
export interface Unfinished {
  file: PDFDocument
  /** What was printed. */
  document: Document
  structure: Structure
  /** The pages as they were printed. */
  pages: Pages
}

/** Mends one thing in which the browser's PDFs fall short of PDF/UA-1. */
export type Step = (unfinished: Unfinished) => void
