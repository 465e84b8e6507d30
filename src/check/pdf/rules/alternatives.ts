import { placeOf } from '../pdf.ts'
import type { PdfRule } from '../rule.ts'

export const alternatives: PdfRule = {
  id: 'pdf-alternative',
  severity: 'error',
  description: 'A figure or a formula without words in its place.',
  example: 'a Figure without Alt and ActualText, or with an empty Alt',
  source: 'ISO 14289-1, 7.3, 7.7; WCAG 1.1.1',
  criteria: ['1.1.1'],
  veraPdf: ['7.3-1', '7.7-1'],
  run(pdf) {
    return pdf.tags
      .filter(({ role, element }) => pictured.has(role) && !element.text('Alt')?.trim() && !element.text('ActualText'))
      .map((tag) => ({ message: `a ${tag.role} has no alternative text`, ...placeOf(tag, pdf) }))
  },
}

const pictured = new Set(['Figure', 'Formula'])
