import { union } from '../../../render/pdf/file/geometry.ts'
import { named, ownMarks, placeOf, quoted } from '../pdf.ts'
import type { PdfFound, PdfRule } from '../rule.ts'

export const marks: PdfRule = {
  id: 'pdf-mark',
  severity: 'error',
  description:
    'Marked content that no element of the structure owns or that several do, and elements that own what is not there.',
  example: '/P <</MCID 7>> BDC (Costs fell) Tj EMC, and no element has 7 among its kids',
  source: 'ISO 14289-1, 7.1; ISO 32000-1, 14.7.4',
  criteria: ['1.3.1'],
  veraPdf: ['7.1-3'],
  run(pdf) {
    const { pages, structure, tags, ownersOf, numberOf } = pdf
    if (!structure) return []
    const painted = pages.all.flatMap(({ ref, content }, index) =>
      [...new Set(content.marked.flatMap(({ mcid }) => mcid ?? []))].flatMap((mcid): PdfFound[] => {
        const owners = ownersOf(ref, mcid)
        const shown = pages.paintedBy({ page: ref, mcid })
        if (owners.length === 1 || !shown.length) return []
        const text = shown.map(({ text }) => text).join('')
        const what = text.trim() ? `the text ${quoted(text.trim())}` : `what is marked ${mcid}`
        const message = owners.length
          ? `${what} is owned by ${owners.length} elements`
          : `${what} is owned by no element`
        return [{ message, page: index + 1, box: shown.map(({ box }) => box).reduce(union) }]
      }),
    )
    const known = new Map(
      pages.all.map(({ ref, content }) => [ref, new Set(content.marked.map(({ mcid }) => mcid))] as const),
    )
    const missing = tags.flatMap((tag) => {
      const lost = ownMarks(tag).find(({ page, mcid }) => !known.get(page)?.has(mcid))
      const page = lost && numberOf(lost.page)
      return lost
        ? [
            {
              message: `${named(tag, pdf)} owns mark ${lost.mcid}, which is not on ${page ? 'its page' : 'any page'}`,
              ...placeOf(tag, pdf),
            },
          ]
        : []
    })
    return [...painted, ...missing]
  },
}
