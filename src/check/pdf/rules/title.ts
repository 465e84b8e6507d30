import { booleanAt, dictionaryAt, textAt } from '../../../render/pdf/file/objects.ts'
import { informationOf } from '../pdf.ts'
import type { PdfRule } from '../rule.ts'

export const title: PdfRule = {
  id: 'pdf-title',
  severity: 'error',
  description: 'A file without a title, or one whose windows are to show its file name in place of the title.',
  example: 'no Title in the information dictionary; ViewerPreferences without DisplayDocTitle true',
  source: 'ISO 14289-1, 7.1; WCAG 2.4.2',
  criteria: ['2.4.2'],
  veraPdf: ['7.1-10'],
  run({ file }) {
    const shown = booleanAt(dictionaryAt(file.catalog, 'ViewerPreferences'), 'DisplayDocTitle')
    return [
      ...(textAt(informationOf(file), 'Title')?.trim() ? [] : [{ message: 'the file has no title' }]),
      ...(shown
        ? []
        : [{ message: 'windows show the name of the file and not its title: DisplayDocTitle is not true' }]),
    ]
  },
}
