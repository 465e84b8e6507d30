import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib'

/** Deletes the objects that nothing leads to from the trailer. */
export function deleteUnreachable({ context }: PDFDocument): void {
  const { Root, Info, ID, Encrypt } = context.trailerInfo
  const open = [Root, Info, ID, Encrypt].filter((object) => object !== undefined)
  const reached = new Set<PDFRef>()
  for (let object = open.pop(); object; object = open.pop()) {
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue
      reached.add(object)
      const target = context.lookup(object)
      if (target) open.push(target)
    } else open.push(...inside(object))
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref)
}

function inside(object: PDFObject): PDFObject[] {
  if (object instanceof PDFArray) return object.asArray()
  if (object instanceof PDFDict) return object.values()
  return object instanceof PDFStream ? object.dict.values() : []
}
