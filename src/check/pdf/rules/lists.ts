import { misplaced, type Nesting } from '../nesting.ts'
import { named, placeOf } from '../pdf.ts'
import type { PdfRule } from '../rule.ts'

export const lists: PdfRule = {
  id: 'pdf-list',
  severity: 'error',
  description:
    'A list or a table of contents whose parts do not stand where they belong: items in lists, labels and bodies in items.',
  example: 'a P in an L, an LI with text and no LBody',
  source: 'ISO 14289-1, 7.2, 7.6; WCAG 1.3.1',
  criteria: ['1.3.1'],
  veraPdf: [17, 18, 19, 20, 26, 27, 28, 40].map((test) => `7.2-${test}`),
  run(pdf) {
    const late = pdf.tags.filter(
      ({ role, kids }) => (role === 'L' || role === 'TOC') && kids.findLastIndex((kid) => kid.role === 'Caption') > 0,
    )
    return [
      ...misplaced(pdf, nestings),
      ...late.map((tag) => ({ message: `${named(tag, pdf)} has its caption not first`, ...placeOf(tag, pdf) })),
    ]
  },
}

const nestings: Record<string, Nesting> = {
  L: { holds: ['L', 'LI', 'Caption'] },
  LI: { within: ['L'], holds: ['Lbl', 'LBody'] },
  LBody: { within: ['LI'] },
  TOC: { holds: ['TOC', 'TOCI', 'Caption'] },
  TOCI: { within: ['TOC'] },
}
