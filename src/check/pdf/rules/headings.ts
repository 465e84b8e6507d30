import { named, type Pdf, placeOf, type Tag } from '../pdf.ts'
import type { PdfFound, PdfRule } from '../rule.ts'

export const headings: PdfRule = {
  id: 'pdf-heading',
  severity: 'error',
  description:
    'A heading that is more than one level below the one before it, a first heading that is not H1, or H beside H1 to H6.',
  example: 'H2 "Findings" and then H4 "Staff"',
  source: 'ISO 14289-1, 7.4.2, 7.4.4; WCAG 1.3.1, 2.4.6',
  criteria: ['1.3.1'],
  veraPdf: ['7.4.2-1', '7.4.4-1', '7.4.4-2', '7.4.4-3'],
  run(pdf) {
    const numbered = pdf.tags.filter(({ role }) => /^H[1-6]$/.test(role))
    const plain = pdf.tags.filter(({ role }) => role === 'H')
    return [
      ...numbered.flatMap((tag, at) => jump(tag, numbered[at - 1], pdf)),
      ...(numbered.length ? plain : []).map((tag) => ({
        message: `${named(tag, pdf)} has no level, and other headings have one`,
        ...placeOf(tag, pdf),
      })),
      ...plain.flatMap((tag) => second(tag, pdf)),
    ]
  },
}

function jump(tag: Tag, before: Tag | undefined, pdf: Pdf): PdfFound[] {
  const allowed = (before ? levelOf(before) : 0) + 1
  if (levelOf(tag) <= allowed) return []
  const place = before ? `follows ${named(before, pdf)}` : 'is the first heading'
  return [{ message: `${named(tag, pdf)} ${place}: H${allowed} is the lowest that may`, ...placeOf(tag, pdf) }]
}

const levelOf = ({ role }: Tag) => Number(role.slice(1))

function second(tag: Tag, pdf: Pdf): PdfFound[] {
  const first = tag.parent?.kids.find(({ role }) => role === 'H')
  return first && first !== tag
    ? [{ message: `${named(tag, pdf)} is the second H of one ${tag.parent!.element.type}`, ...placeOf(tag, pdf) }]
    : []
}
