import type { PDFDict, PDFObject } from '@cantoo/pdf-lib'
import { arrayAt, dictionaryAt, numberAt, numbersAt } from '../../../render/pdf/file/objects.ts'
import { named, ownMarks, type Pdf, placeOf, type Tag } from '../pdf.ts'
import type { PdfRule } from '../rule.ts'

export const parents: PdfRule = {
  id: 'pdf-parent',
  severity: 'error',
  description:
    'An element that names another parent than the one that holds it, or content that the parent tree gives to another element.',
  example: 'a TD without P; StructParents 4, and no 4 in the ParentTree',
  source: 'ISO 14289-1, 7.1; ISO 32000-1, 14.7.2, 14.7.4.4',
  criteria: ['1.3.1'],
  veraPdf: ['7.1-3', '7.1-12'],
  run(pdf) {
    const { structure, tags } = pdf
    if (!structure) return []
    const owners = parentTree(structure.root)
    const found = (tag: Tag, message: string) => ({ message: `${named(tag, pdf)} ${message}`, ...placeOf(tag, pdf) })
    return tags.flatMap((tag) => {
      const parent = tag.parent?.element.dictionary ?? structure.root
      if (dictionaryAt(tag.element.dictionary, 'P') !== parent)
        return [found(tag, 'does not name the element that holds it')]
      return isInTree(tag, owners, pdf)
        ? []
        : [found(tag, 'is not the one that the parent tree names for what it owns')]
    })
  },
}

/** Whether the parent tree leads from all that an element owns to it. */
function isInTree(tag: Tag, owners: Map<number, PDFObject>, { file, annotations, holderOf }: Pdf): boolean {
  const { dictionary } = tag.element
  const marks = ownMarks(tag).every(({ page, mcid }) => {
    const node = dictionary.context.lookup(page)
    const key = numberAt(node as PDFDict, 'StructParents')
    const list = key === undefined ? undefined : dictionary.context.lookup(owners.get(key))
    return dictionaryAt(list as PDFDict, mcid) === dictionary
  })
  const held = annotations.filter(({ ref }) => holderOf(ref) === tag)
  return (
    marks &&
    held.every((annotation) => {
      const key = numberAt(annotation.dictionary, 'StructParent')
      return key !== undefined && file.context.lookup(owners.get(key)) === dictionary
    })
  )
}

/** A number tree (ISO 32000-1, 7.9.7), its leaves by number. */
function parentTree(root: PDFDict): Map<number, PDFObject> {
  const leaves = new Map<number, PDFObject>()
  const met = new Set<PDFDict>()
  const walk = (node: PDFDict | undefined) => {
    if (!node || met.has(node)) return
    met.add(node)
    const pairs = arrayAt(node, 'Nums')
    const keys = numbersAt(node, 'Nums')
    for (let at = 0; pairs && at + 1 < pairs.size(); at += 2) leaves.set(keys[at]!, pairs.get(at + 1))
    const kids = arrayAt(node, 'Kids')
    for (let at = 0; at < (kids?.size() ?? 0); at += 1) walk(dictionaryAt(kids, at))
  }
  walk(dictionaryAt(root, 'ParentTree'))
  return leaves
}
