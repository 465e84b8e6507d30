import { PDFArray, PDFName, PDFString } from '@cantoo/pdf-lib'
import type { StructureElement } from '../file/element.ts'
import { arrayAt, textAt } from '../file/objects.ts'
import type { Step } from './step.ts'

/**
 * Numbers the ids of header cells anew, in the order of the document, and drops those that no cell names. The browser
 * numbers them after its memory, which goes on counting from one document to the next: the same page would never give the
 * same bytes twice.
 */
export const ids: Step = ({ structure }) => {
  const { all, root } = structure
  const named = new Set(all.flatMap((cell) => headersOf(cell)))
  const names = new Map<string, string>()
  const byId = new Map<string, StructureElement>()
  for (const element of all) {
    const id = element.text('ID')
    if (id === undefined) continue
    if (element.type !== 'Note' && !named.has(id)) {
      element.dictionary.delete(PDFName.of('ID'))
      continue
    }
    const name = element.type === 'Note' ? id : `head-${names.size + 1}`
    if (element.type !== 'Note') names.set(id, name)
    element.dictionary.set(PDFName.of('ID'), PDFString.of(name))
    byId.set(name, element)
  }
  for (const cell of all.filter((element) => arrayAt(element.attributes('Table'), 'Headers'))) {
    const headers = headersOf(cell).flatMap((id) => (names.has(id) ? [PDFString.of(names.get(id)!)] : []))
    cell.setAttributes('Table', { Headers: headers.length ? root.context.obj(headers) : undefined })
  }
  // a name tree is sorted by the bytes of its names
  const sorted = [...byId].sort(([one], [other]) => (one < other ? -1 : 1))
  if (sorted.length) {
    const pairs = sorted.flatMap(([name, element]) => [PDFString.of(name), element.ref])
    root.set(PDFName.of('IDTree'), root.context.register(root.context.obj({ Names: root.context.obj(pairs) })))
  } else root.delete(PDFName.of('IDTree'))
}

function headersOf(cell: StructureElement): string[] {
  const headers = arrayAt(cell.attributes('Table'), 'Headers')
  return headers instanceof PDFArray ? headers.asArray().flatMap((_, at) => textAt(headers, at) ?? []) : []
}
