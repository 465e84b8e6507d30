import { PDFDict, type PDFDocument, PDFName, PDFNull, PDFNumber, type PDFObject, type PDFRef } from '@cantoo/pdf-lib'
import { Mark, ObjectReference, type StructureElement } from './element.ts'

/**
 * Writes the parent tree (ISO 32000-1, 14.7.4.4): for each page the elements that own its marks, for each annotation the
 * one that owns it.
 */
export function parentTree(file: PDFDocument, root: PDFDict, elements: StructureElement[]): void {
  const { context } = file
  const pages = new Map<PDFRef, PDFRef[]>()
  const annotations = new Map<PDFRef, PDFRef>()
  for (const { ref, children } of elements) {
    for (const child of children) {
      if (child instanceof ObjectReference) annotations.set(child.object, ref)
      if (!(child instanceof Mark)) continue
      const owners = pages.get(child.page) ?? []
      owners[child.mcid] = ref
      pages.set(child.page, owners)
    }
  }
  let next = 0
  const entries: [number, PDFObject][] = []
  const keep = (of: PDFRef, key: string, value: PDFObject) => {
    const owner = context.lookup(of)
    if (!(owner instanceof PDFDict)) return
    owner.set(PDFName.of(key), PDFNumber.of(next))
    entries.push([next, value])
    next += 1
  }
  for (const { ref } of file.getPages()) {
    const owners = Array.from(pages.get(ref) ?? [], (owner) => owner ?? PDFNull)
    keep(ref, 'StructParents', context.register(context.obj(owners)))
  }
  for (const [object, element] of annotations) keep(object, 'StructParent', element)
  root.set(PDFName.of('ParentTree'), context.register(context.obj({ Nums: entries.flat() as PDFObject[] })))
  root.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of(next))
}
