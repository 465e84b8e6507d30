import { quoted } from '../pdf.ts'
import type { PdfRule } from '../rule.ts'

export const untagged: PdfRule = {
  id: 'pdf-untagged',
  severity: 'error',
  description: 'Something on a page that is neither tagged nor marked as an artifact.',
  example: 'a page number painted outside of marked content',
  source: 'ISO 14289-1, 7.1; WCAG 1.3.1',
  criteria: ['1.3.1'],
  veraPdf: ['7.1-3'],
  run({ pages }) {
    return pages.all.flatMap(({ content }, index) =>
      content.painted
        .filter(({ belongs }) => belongs === undefined)
        .map(({ kind, text, box }) => ({
          message: `${kind === 'text' ? `the text ${quoted(text)}` : `${articles[kind]} ${kind}`} is neither tagged nor an artifact`,
          page: index + 1,
          box,
        })),
    )
  },
}

const articles = { area: 'an', line: 'a', picture: 'a' }
