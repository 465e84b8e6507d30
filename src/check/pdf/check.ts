import type { PDFDocument } from '@cantoo/pdf-lib'
import { pdfOf } from './pdf.ts'
import type { PdfFinding } from './rule.ts'
import { pdfRules } from './rules.ts'

/** What keeps a PDF from being read by everybody (ISO 14289-1, PDF/UA-1; WCAG 2.1), rule by rule, each from the first page on. */
export function checkPdf(file: PDFDocument): PdfFinding[] {
  const pdf = pdfOf(file)
  return pdfRules.flatMap(({ id, severity, run }) => run(pdf).map((found) => ({ rule: id, severity, ...found })))
}
