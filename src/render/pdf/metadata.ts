import { type PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib'
import type { Document } from '../../document/document.ts'

/**
 * Says what a file is, in its information dictionary and in XMP (ISO 16684-1).
 *
 * @param conforms whether it is to say that it conforms to PDF/UA-1 (ISO 14289-1, 5)
 */
export function describeFile(file: PDFDocument, document: Document, date: Date, conforms: boolean): void {
  const { title, language, publisher } = document
  file.setTitle(title, { showInWindowTitleBar: true })
  file.setLanguage(language)
  if (publisher) file.setAuthor(publisher)
  file.setCreator('Prisme')
  file.setProducer('Prisme')
  file.setCreationDate(date)
  file.setModificationDate(date)
  const xmp = Buffer.from(packet(document, date, conforms))
  const metadata = file.context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })
  const before = file.catalog.get(PDFName.of('Metadata'))
  if (before instanceof PDFRef) file.context.assign(before, metadata)
  else file.catalog.set(PDFName.of('Metadata'), file.context.register(metadata))
}

function packet({ title, language, publisher }: Document, date: Date, conforms: boolean): string {
  const at = `${date.toISOString().slice(0, 19)}Z`
  const lines = [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>`,
    ...(publisher ? [`<dc:creator><rdf:Seq><rdf:li>${escaped(publisher)}</rdf:li></rdf:Seq></dc:creator>`] : []),
    `<xmp:CreateDate>${at}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${at}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>Prisme</xmp:CreatorTool>`,
    `<pdf:Producer>Prisme</pdf:Producer>`,
    ...(conforms ? [`<pdfuaid:part>1</pdfuaid:part>`] : []),
  ]
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${lines.join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character]!)
