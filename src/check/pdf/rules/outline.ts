import { dictionaryAt } from '../../../render/pdf/file/objects.ts'
import type { PdfRule } from '../rule.ts'

export const outline: PdfRule = {
  id: 'pdf-outline',
  severity: 'warning',
  description: 'A file with headings and without an outline (bookmarks) to go by.',
  example: 'seven H2, and no Outlines in the catalog',
  source: 'ISO 14289-1, 7.17; WCAG 2.4.5',
  criteria: [],
  veraPdf: [],
  run({ file, tags }) {
    const count = tags.filter(({ role }) => /^H[1-6]?$/.test(role)).length
    const first = dictionaryAt(dictionaryAt(file.catalog, 'Outlines'), 'First')
    return count && !first ? [{ message: `the file has ${count} headings and no outline` }] : []
  },
}
