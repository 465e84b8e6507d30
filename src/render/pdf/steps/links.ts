import { PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { locales } from '../../../locale/locales.ts'
import { ObjectReference } from '../file/element.ts'
import { dictionaryAt, textAt } from '../file/objects.ts'
import { targetOf } from './notes.ts'
import type { Step } from './step.ts'

/** Describes links in words (ISO 14289-1, 7.18.5): by their text; those to a note by the note, others by their address. */
export const links: Step = ({ structure, file, document, pages }) => {
  const { all } = structure
  const notes = new Map(
    all.filter(({ type }) => type === 'Note').map((note) => [note.text('ID'), pages.textOf(note.marks)]),
  )
  const { words } = locales[document.language]
  for (const link of all.filter(({ type }) => type === 'Link')) {
    const text = pages.textOf(link.marks)
    const target = targetOf(link)
    const note = target && notes.get(target)
    for (const child of link.children) {
      const annotation = child instanceof ObjectReference && file.context.lookup(child.object)
      if (!(annotation instanceof PDFDict)) continue
      const address = textAt(dictionaryAt(annotation, 'A'), 'URI')
      const says = note ? `${words.note} ${text}: ${note}` : described(text, address)
      annotation.set(PDFName.of('Contents'), PDFHexString.fromText(says))
    }
  }
}

const described = (text: string, address: string | undefined) =>
  text && address && !address.includes(text) ? `${text} (${address})` : (address ?? text)
