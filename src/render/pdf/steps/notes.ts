import { type PDFDict, PDFName, PDFNull } from '@cantoo/pdf-lib'
import type { Nodes } from 'mdast'
import { noteId } from '../../html/note-id.ts'
import { Mark, ObjectReference, StructureElement } from '../file/element.ts'
import { dictionaryAt, nameAt } from '../file/objects.ts'
import type { Step, Unfinished } from './step.ts'

/**
 * Tags the notes on sources: a mark is a Reference, and the item it leads to holds a Note, with an id (ISO 14289-1, 7.9).
 *
 * The browser names the places that the marks lead to but forgets the page's margins: they are set anew.
 */
export const notes: Step = (unfinished) => {
  const { structure, document, pages } = unfinished
  const items = new Map(
    structure.all.filter(({ type }) => type === 'LI').map((item) => [bare(pages.textOf(item.marks)), item]),
  )
  const destinations = structure.root.context.obj({})
  for (const { number, text } of notesOf(document.tree)) {
    const item = items.get(bare(`${number}${text}`))
    const body = item?.elements.find(({ type }) => type === 'LBody')
    const [mark] = item?.marks ?? []
    const box = item && pages.boxOf(item.marks)
    if (!body || !mark || !box) continue
    const [label, ...said] = body.children
    const isLabel = label instanceof Mark && bare(pages.textOf([label])) === String(number)
    const note = structure.make('Note', isLabel ? said : body.children)
    note.setText('ID', noteId(number))
    body.children = [note]
    if (isLabel) item.children = [structure.make('Lbl', [label]), body]
    destinations.set(
      PDFName.of(noteId(number)),
      destinations.context.obj([mark.page, PDFName.of('XYZ'), box[0], box[3], PDFNull]),
    )
  }
  tagReferences(unfinished, destinations)
}

/** Destinations that nothing leads to are left out. */
function tagReferences({ structure, file }: Unfinished, destinations: PDFDict): void {
  for (const element of structure.all) {
    element.children = element.children.map((child) => {
      const target = child instanceof StructureElement && child.type === 'Link' && targetOf(child)
      return target && destinations.has(PDFName.of(target)) ? structure.make('Reference', [child]) : child
    })
  }
  const before = dictionaryAt(file.catalog, 'Dests')
  for (const target of new Set(structure.all.map(targetOf)))
    if (target && before?.has(PDFName.of(target)) && !destinations.has(PDFName.of(target)))
      destinations.set(PDFName.of(target), before.get(PDFName.of(target))!)
  if (destinations.keys().length) file.catalog.set(PDFName.of('Dests'), file.context.register(destinations))
  else file.catalog.delete(PDFName.of('Dests'))
}

/** The name of the destination that a link leads to. */
export function targetOf({ children, dictionary }: StructureElement): string | undefined {
  const reference = children.find((child) => child instanceof ObjectReference)
  return reference && nameAt(dictionary.context.lookup(reference.object) as PDFDict, 'Dest')
}

function notesOf(node: Nodes): { number: number; text: string }[] {
  if (node.type === 'sourceNotes') return node.notes
  return 'children' in node ? (node.children as Nodes[]).flatMap(notesOf) : []
}

const bare = (text: string) => text.replace(/[\s\u00ad\u200b\u2060]+/g, '')
