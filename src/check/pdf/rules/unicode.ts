import type { Painted } from '../../../render/pdf/file/page-content.ts'
import { quoted } from '../pdf.ts'
import type { PdfRule } from '../rule.ts'

export const unicode: PdfRule = {
  id: 'pdf-unicode',
  severity: 'error',
  description: 'Letters that the file does not say the meaning of: nobody can search, copy or hear them.',
  example: 'a font without ToUnicode; one that makes U+0000 of a letter',
  source: 'ISO 14289-1, 7.21.7; WCAG 1.3.1',
  criteria: ['1.3.1'],
  veraPdf: ['7.21.7-1', '7.21.7-2'],
  run({ pages }) {
    return pages.all.flatMap(({ content }, index) =>
      content.painted
        .filter(({ kind, unmapped, text }) => kind === 'text' && (unmapped > 0 || meaningless.test(text)))
        .map((painted) => ({ message: toldOf(painted), page: index + 1, box: painted.box })),
    )
  },
}

const meaningless = /[\u0000\ufeff\ufffe]/

function toldOf({ unmapped, text, font }: Painted): string {
  const which = text.trim() ? ` beside ${quoted(text.trim())}` : ''
  const name = font?.name || 'a font without a name'
  return unmapped
    ? `${unmapped} letters${which} have no text: ${name} does not say what they mean`
    : `letters${which} stand for no character: ${name} makes U+0000, U+FEFF or U+FFFE of them`
}
