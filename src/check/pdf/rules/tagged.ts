import { booleanAt, dictionaryAt } from '../../../render/pdf/file/objects.ts'
import type { PdfRule } from '../rule.ts'

export const tagged: PdfRule = {
  id: 'pdf-tagged',
  severity: 'error',
  description: 'A file that is not tagged, that does not say so, or whose tags are under suspicion.',
  example: 'no StructTreeRoot in the catalog; MarkInfo without Marked true, or with Suspects true',
  source: 'ISO 14289-1, 6.2, 7.1; WCAG 1.3.1',
  criteria: ['1.3.1'],
  veraPdf: ['6.2-1', '7.1-4', '7.1-11'],
  run({ file, structure, tags }) {
    const information = dictionaryAt(file.catalog, 'MarkInfo')
    return [
      ...(structure && tags.length ? [] : [{ message: 'the file is not tagged' }]),
      ...(booleanAt(information, 'Marked')
        ? []
        : [{ message: 'the file does not say that it is tagged: Marked is not true' }]),
      ...(booleanAt(information, 'Suspects') ? [{ message: 'the tags are said to be suspect' }] : []),
    ]
  },
}
