import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  type PDFObject,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'

/**
 * Numbers the ids of structure elements anew, from 1.
 *
 * Chromium names them after nodes of the browser's memory ("node00000025"), which go on counting from one document to the
 * next; the same page would never give the same bytes twice. Their order stays, so the sorted name tree stays sorted.
 */
export function renumberNodeIds(file: PDFDocument): void {
  const objects = file.context.enumerateIndirectObjects().map(([, object]) => object)
  const found = new Set<string>()
  for (const object of objects) eachId(object, (id) => void found.add(id))
  const names = new Map([...found].sort().map((id, index) => [id, `node${String(index + 1).padStart(8, '0')}`]))
  for (const object of objects) eachId(object, (id) => names.get(id))
}

/** Calls `visit` for each id below an object and puts in its place what that returns. */
function eachId(object: PDFObject, visit: (id: string) => string | undefined): void {
  if (object instanceof PDFStream) eachId(object.dict, visit)
  if (object instanceof PDFArray) {
    for (const [index, item] of object.asArray().entries()) {
      const renamed = rename(item, visit)
      if (renamed) object.set(index, renamed)
      else eachId(item, visit)
    }
  }
  if (object instanceof PDFDict) {
    for (const [key, item] of object.entries()) {
      const renamed = rename(item, visit)
      if (renamed) object.set(key, renamed)
      else eachId(item, visit)
    }
  }
}

function rename(item: PDFObject, visit: (id: string) => string | undefined): PDFString | undefined {
  if (!(item instanceof PDFString || item instanceof PDFHexString)) return undefined
  const id = item.decodeText()
  const name = /^node\d{8}$/.test(id) ? visit(id) : undefined
  return name ? PDFString.of(name) : undefined
}
