import type { PdfRule } from '../rule.ts'

export const markNesting: PdfRule = {
  id: 'pdf-mark-nesting',
  severity: 'error',
  description:
    'Marked content that does not end, that ends without having begun, or that begins in a text object and ends outside.',
  example: 'BT /P <</MCID 3>> BDC (Costs fell) Tj ET EMC',
  source: 'ISO 32000-1, 14.6.1',
  criteria: ['1.3.1'],
  veraPdf: [],
  run({ pages }) {
    return pages.all.flatMap(({ content: { misnested } }, index) =>
      misnested
        ? [{ message: `marked content begins or ends in the wrong place, ${times(misnested)}`, page: index + 1 }]
        : [],
    )
  },
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`)
