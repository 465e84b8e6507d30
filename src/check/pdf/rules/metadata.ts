import { PDFStream } from '@cantoo/pdf-lib'
import { nameAt, textAt, valueAt } from '../../../render/pdf/file/objects.ts'
import { informationOf, quoted } from '../pdf.ts'
import type { PdfRule } from '../rule.ts'
import { titleIn, xmpOf } from '../xmp.ts'

export const metadata: PdfRule = {
  id: 'pdf-metadata',
  severity: 'error',
  description: 'A file without XMP metadata, or with metadata that lack its title or give another.',
  example: 'dc:title is "Draft" and the information dictionary has "Night clinics"',
  source: 'ISO 14289-1, 7.1',
  criteria: [],
  veraPdf: ['7.1-8', '7.1-9'],
  run({ file }) {
    const stream = valueAt(file.catalog, 'Metadata')
    const isMetadata = nameAt(stream instanceof PDFStream ? stream : undefined, 'Type') === 'Metadata'
    const xmp = xmpOf(file)
    if (xmp === undefined || !isMetadata) return [{ message: 'the file has no XMP metadata' }]
    const said = titleIn(xmp)
    const title = textAt(informationOf(file), 'Title')
    if (!said) return [{ message: 'the XMP metadata have no dc:title' }]
    if (title && said !== title)
      return [{ message: `dc:title in the XMP metadata is ${quoted(said)}, the file's title ${quoted(title)}` }]
    return []
  },
}
