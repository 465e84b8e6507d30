import { Mark, StructureElement } from '../../../render/pdf/file/element.ts'
import type { Box } from '../../../render/pdf/file/geometry.ts'
import { named, type Pdf, type Tag } from '../pdf.ts'
import type { PdfFound, PdfRule } from '../rule.ts'

/**
 * Goes by lines: none may stand wholly above one that comes before it in the structure and that it stands over. So columns,
 * cells beside each other and the parts of a slide may follow each other in any way that leads down.
 */
export const readingOrder: PdfRule = {
  id: 'pdf-reading-order',
  severity: 'warning',
  description:
    'Text that stands above what comes before it in the structure, in the same column, or on an earlier page.',
  example: 'P "Costs fell in all three", and next in the structure the heading that stands over it',
  source: 'ISO 14289-1, 7.2; WCAG 1.3.2',
  criteria: ['1.3.2'],
  veraPdf: [],
  run(pdf) {
    const found = new Map<Tag, PdfFound>()
    const read = new Map<number, Line[]>()
    let last: Line | undefined
    for (const line of pdf.roots.flatMap((tag) => linesOf(tag, pdf))) {
      const earlier = read.get(line.page) ?? []
      const below = last && line.page < last.page ? last : earlier.findLast((each) => isAbove(line, each))
      if (below && !found.has(line.tag)) found.set(line.tag, toldOf(line, below, pdf))
      earlier.push(line)
      read.set(line.page, earlier)
      last = line
    }
    return [...found.values()]
  },
}

interface Line {
  tag: Tag
  page: number
  box: Box
}

/** What stands where it does for reasons of its own: pictures, captions above or below, notes at the foot of a page. */
const placed = new Set(['Figure', 'Formula', 'Caption', 'Note', 'Form', 'Annot'])

/** What an element and those in it show, in the order of the structure; letters that follow each other on a line are one. */
function linesOf(tag: Tag, pdf: Pdf): Line[] {
  if (placed.has(tag.role)) return []
  const kids = new Map(tag.kids.map((kid) => [kid.element, kid] as const))
  return tag.element.children.flatMap((child) => {
    if (child instanceof StructureElement) return linesOf(kids.get(child)!, pdf)
    return child instanceof Mark ? shownBy(child, tag, pdf) : []
  })
}

function shownBy(mark: Mark, tag: Tag, { pages, numberOf }: Pdf): Line[] {
  const page = numberOf(mark.page)
  if (!page) return []
  return pages
    .paintedBy(mark)
    .filter(({ kind, text, opacity }) => kind === 'text' && opacity > 0 && text.trim())
    .map(({ box }) => ({ tag, page, box }))
}

/** Whether the middle of a line stands higher than all of another, and most of the shorter one over or under the longer. */
function isAbove({ box }: Line, { box: other }: Line): boolean {
  const shared = Math.min(box[2], other[2]) - Math.max(box[0], other[0])
  const shorter = Math.min(box[2] - box[0], other[2] - other[0])
  return (box[1] + box[3]) / 2 > other[3] && shared > shorter / 2
}

function toldOf({ tag, page, box }: Line, below: Line, pdf: Pdf): PdfFound {
  const where = below.page > page ? `stands on page ${page}` : 'stands above'
  const what = below.tag === tag ? 'what it begins with' : named(below.tag, pdf)
  const message = `${named(tag, pdf)} ${where}${below.page > page ? ', and after' : ''} ${what}`
  return { message, page, box }
}
