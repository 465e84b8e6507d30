import type { Marked } from '../../../render/pdf/file/page-content.ts'
import type { Pdf } from '../pdf.ts'
import type { PdfFound, PdfRule } from '../rule.ts'

export const artifacts: PdfRule = {
  id: 'pdf-artifact',
  severity: 'error',
  description: 'An artifact within tagged content, or tagged content within an artifact.',
  example: '/P <</MCID 3>> BDC … /Artifact BMC … EMC EMC',
  source: 'ISO 14289-1, 7.1',
  criteria: ['1.3.1'],
  veraPdf: ['7.1-1', '7.1-2'],
  run(pdf) {
    return pdf.pages.all.flatMap(({ ref, content }, index) => {
      const isTagged = ({ mcid }: Marked) => mcid !== undefined && pdf.ownersOf(ref, mcid).length > 0
      return content.marked.flatMap((mark): PdfFound[] => {
        const page = index + 1
        if (isArtifact(mark) && isWithin(mark, isTagged))
          return [{ message: 'an artifact stands within tagged content', page, ...boxOf(mark, ref, pdf) }]
        if (isTagged(mark) && isWithin(mark, isArtifact))
          return [{ message: 'tagged content stands within an artifact', page, ...boxOf(mark, ref, pdf) }]
        return []
      })
    })
  },
}

const isArtifact = ({ tag }: Marked) => tag === 'Artifact'

const isWithin = ({ within }: Marked, is: (mark: Marked) => boolean): boolean =>
  within !== undefined && (is(within) || isWithin(within, is))

function boxOf({ mcid }: Marked, page: Parameters<Pdf['ownersOf']>[0], { pages }: Pdf) {
  const box = mcid === undefined ? undefined : pages.boxOf([{ page, mcid }])
  return box && { box }
}
