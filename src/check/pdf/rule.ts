import type { Box } from '../../render/pdf/file/geometry.ts'
import type { About, Severity } from '../rule.ts'
import type { Pdf } from './pdf.ts'

/** What is wrong with a PDF, and where. */
export interface PdfFinding {
  rule: string
  severity: Severity
  message: string
  /** From 1; left out where the whole file is meant. */
  page?: number
  /** `[left, bottom, right, top]` in points, from the page's lower left corner. */
  box?: Box
}

/** A finding as a rule tells it. */
export type PdfFound = Omit<PdfFinding, 'rule' | 'severity'>

/** What is told of a rule. */
export interface AboutPdf extends About {
  /** Where it is asked for: clauses of ISO 14289-1 (PDF/UA-1), success criteria of WCAG 2.1. */
  source: string
  /** The success criteria of WCAG 2.1 that a file with such a finding fails. */
  criteria: string[]
  /** The rules of veraPDF's profile of PDF/UA-1 that find the same, by clause and number. */
  veraPdf: string[]
}

/** One thing that PDFs are checked for. */
export interface PdfRule extends AboutPdf {
  run(pdf: Pdf): PdfFound[]
}
