import type { PDFDocument } from '@cantoo/pdf-lib'
import type { AboutPdf, PdfFinding } from './rule.ts'
import { claimedPart, xmpOf } from './xmp.ts'

export const claim: AboutPdf = {
  id: 'pdf-claim',
  severity: 'error',
  description:
    'A file that says it conforms to PDF/UA-1 and in which something else is found, or one that could say so and does not.',
  example: 'pdfuaid:part 1 in the metadata of a file with a Figure without Alt',
  source: 'ISO 14289-1, 5',
  criteria: [],
  veraPdf: ['5-1', '5-2'],
}

/** Whether a file says of itself what the other findings bear out. */
export function claimFindings(file: PDFDocument, findings: PdfFinding[]): PdfFinding[] {
  const part = claimedPart(xmpOf(file) ?? '')
  const wrong = findings.filter(({ severity }) => severity === 'error').length
  const found = (severity: PdfFinding['severity'], message: string) => [{ rule: claim.id, severity, message }]
  if (part === '1' && wrong)
    return found('error', `the file says that it conforms to PDF/UA-1, and it has ${errors(wrong)}`)
  if (part && part !== '1')
    return found('info', `the file says that it conforms to part ${part} of PDF/UA: part 1 was checked`)
  if (!part && !findings.length)
    return found('info', 'nothing was found, and the file does not say that it conforms to PDF/UA-1')
  return []
}

const errors = (count: number) => (count === 1 ? 'an error' : `${count} errors`)
