import { named, placeOf } from '../pdf.ts'
import type { PdfRule } from '../rule.ts'

export const notes: PdfRule = {
  id: 'pdf-note',
  severity: 'error',
  description: 'A note without an ID of its own.',
  example: 'two Note elements with the ID "note-1"',
  source: 'ISO 14289-1, 7.9',
  criteria: ['1.3.1'],
  veraPdf: ['7.9-1', '7.9-2'],
  run(pdf) {
    const all = pdf.tags.filter(({ role }) => role === 'Note')
    const ids = all.map(({ element }) => element.text('ID'))
    return all.flatMap((tag, at) => {
      const id = ids[at]
      const fault = !id ? 'has no ID' : ids.indexOf(id) < at ? `has the ID "${id}", as another note has` : undefined
      return fault ? [{ message: `${named(tag, pdf)} ${fault}`, ...placeOf(tag, pdf) }] : []
    })
  },
}
