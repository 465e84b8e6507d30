import { PDFDict, type PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import { type Box, shared } from '../../render/pdf/file/geometry.ts'
import { arrayAt, nameAt, numberAt, numbersAt } from '../../render/pdf/file/objects.ts'

/** An annotation of a page (ISO 32000-1, 12.5). */
export interface Annotation {
  dictionary: PDFDict
  ref: PDFRef | undefined
  /** "Link", "Widget"… */
  kind: string
  /** From 1. */
  page: number
  box: Box
  /** Neither hidden nor outside of what the page shows. */
  shown: boolean
}

/** In the order of the pages. */
export function annotationsOf(file: PDFDocument): Annotation[] {
  return file.getPages().flatMap((page, index) => {
    const all = arrayAt(page.node, 'Annots')
    const { x, y, width, height } = page.getCropBox()
    return (all?.asArray() ?? []).flatMap((item): Annotation[] => {
      const dictionary = file.context.lookup(item)
      if (!(dictionary instanceof PDFDict)) return []
      const [left = 0, bottom = 0, right = 0, top = 0] = numbersAt(dictionary, 'Rect')
      const box: Box = [left, bottom, right, top]
      const isHidden = ((numberAt(dictionary, 'F') ?? 0) & hidden) !== 0
      const isInside = shared(box, [x, y, x + width, y + height]) !== undefined
      return [
        {
          dictionary,
          ref: item instanceof PDFRef ? item : undefined,
          kind: nameAt(dictionary, 'Subtype') ?? '',
          page: index + 1,
          box,
          shown: isInside && !isHidden,
        },
      ]
    })
  })
}

/** The flag of those that are not shown (ISO 32000-1, table 165). */
const hidden = 2
