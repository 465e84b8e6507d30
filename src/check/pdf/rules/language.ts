import { textAt } from '../../../render/pdf/file/objects.ts'
import { named, placeOf } from '../pdf.ts'
import type { PdfRule } from '../rule.ts'

export const language: PdfRule = {
  id: 'pdf-language',
  severity: 'error',
  description: 'A file that does not say its language, or a language tag that is none.',
  example: 'no Lang in the catalog; /Lang (dansk!) on an element',
  source: 'ISO 14289-1, 7.2; WCAG 3.1.1, 3.1.2',
  criteria: ['3.1.1'],
  veraPdf: ['7.2-2', '7.2-21', '7.2-22', '7.2-24', '7.2-29', '7.2-33', '7.2-34'],
  run(pdf) {
    const own = textAt(pdf.file.catalog, 'Lang')
    const ofFile =
      own === undefined
        ? [{ message: 'the file does not say its language' }]
        : languageTag.test(own)
          ? []
          : [{ message: `"${own}", the language of the file, is no language tag` }]
    const ofElements = pdf.tags.flatMap((tag) => {
      const lang = tag.element.text('Lang')
      if (lang === undefined || languageTag.test(lang)) return []
      return [{ message: `"${lang}", the language of ${named(tag, pdf)}, is no language tag`, ...placeOf(tag, pdf) }]
    })
    return [...ofFile, ...ofElements]
  },
}

/** RFC 3066, 2.1. */
const languageTag = /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i
