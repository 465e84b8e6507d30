import type { Font } from '../../../render/pdf/file/fonts.ts'
import type { PdfFound, PdfRule } from '../rule.ts'

export const fonts: PdfRule = {
  id: 'pdf-font',
  severity: 'error',
  description: 'A typeface that the file does not bring with it.',
  example: 'text in Helvetica without a FontFile',
  source: 'ISO 14289-1, 7.21.4.1',
  criteria: [],
  veraPdf: ['7.21.4.1-1'],
  run({ pages }) {
    const told = new Set<Font>()
    return pages.all.flatMap(({ content }, index): PdfFound[] =>
      content.painted.flatMap(({ font, opacity, box }) => {
        if (!font || font.embedded || opacity === 0 || told.has(font)) return []
        told.add(font)
        return [{ message: `the typeface ${font.name} is not in the file`, page: index + 1, box }]
      }),
    )
  },
}
