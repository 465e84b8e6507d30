import type { PDFDocument } from '@cantoo/pdf-lib'
import { bytesAt } from '../../render/pdf/file/objects.ts'

/** The XMP metadata of a file (ISO 16684-1), as they are written. */
export function xmpOf(file: PDFDocument): string | undefined {
  const bytes = bytesAt(file.catalog, 'Metadata')
  return bytes && new TextDecoder().decode(bytes)
}

/** The title that metadata give. */
export function titleIn(xmp: string): string | undefined {
  const property = /<dc:title\b[^>]*>([\s\S]*?)<\/dc:title>/.exec(xmp)?.[1]
  const item = property && /<rdf:li\b[^>]*>([\s\S]*?)<\/rdf:li>/.exec(property)?.[1]
  return item?.replace(/&(#?\w+);/g, (written, name: string) => entities[name] ?? written).trim() || undefined
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The part of PDF/UA that a file says it conforms to. */
export function claimedPart(xmp: string): string | undefined {
  const [, element, attribute] = /<pdfuaid:part>\s*(\w+)|\bpdfuaid:part\s*=\s*["'](\w+)/.exec(xmp) ?? []
  return element ?? attribute
}
