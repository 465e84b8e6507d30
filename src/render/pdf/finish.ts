import type { PDFDocument } from '@cantoo/pdf-lib'
import type { Document } from '../../document/document.ts'
import { type Size, trimPages } from './bleed.ts'
import { Pages } from './file/pages.ts'
import { Structure } from './file/structure.ts'
import { deleteUnreachable } from './file/unreachable.ts'
import { loadPdf } from './load.ts'
import { describeFile } from './metadata.ts'
import { outlinePages, titleOutline } from './outline.ts'
import { steps } from './steps.ts'

export interface FinishedPdf<Finding> {
  pdf: Uint8Array
  pages: number
  /** The headings, each with its page. */
  headings: { title: string; page: number }[]
  /** What the checks found; a file in which they find nothing says that it conforms to PDF/UA-1. */
  findings: Finding[]
}

/**
 * A printed PDF as it goes out: tagged as PDF/UA-1 asks, titled and dated, and with nothing in it that differs from one
 * printing to the next.
 *
 * @param date when the document counts as written
 * @param check what is still wrong with the file
 * @param cut of a document set with bleed: the sizes of its pages when they are cut
 * @throws {Problem} where it was set without
 */
export async function finishPdf<Finding>(
  printed: Uint8Array,
  document: Document,
  date: Date,
  check: (file: PDFDocument) => Finding[],
  cut?: Size[],
): Promise<FinishedPdf<Finding>> {
  const file = await loadPdf(printed)
  const structure = Structure.of(file)
  titleOutline(file, document.tree)
  if (structure) {
    const pages = new Pages(file)
    for (const step of steps) step({ file, document, structure, pages })
    structure.write()
  }
  if (cut) trimPages(file, cut)
  describeFile(file, document, date, false)
  const findings = check(file)
  if (!findings.length) describeFile(file, document, date, true)
  deleteUnreachable(file)
  const pdf = await file.save({ useObjectStreams: true, updateFieldAppearances: false, objectsPerTick: Infinity })
  return { pdf, pages: file.getPageCount(), headings: outlinePages(file), findings }
}
