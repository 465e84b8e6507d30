import { inflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'

type Container = PDFDict | PDFArray | PDFStream | undefined

/** What stands under a key or at an index, references followed; undefined where nothing does. */
export function valueAt(container: Container, key: string | number): PDFObject | undefined {
  if (container instanceof PDFStream) return valueAt(container.dict, key)
  if (container instanceof PDFDict) return container.lookup(PDFName.of(String(key)))
  if (!(container instanceof PDFArray) || typeof key !== 'number' || key < 0 || key >= container.size())
    return undefined
  return container.lookup(key)
}

/** A dictionary, also that of a stream. These all give undefined for what is of another type. */
export function dictionaryAt(container: Container, key: string | number): PDFDict | undefined {
  const value = valueAt(container, key)
  return value instanceof PDFStream ? value.dict : value instanceof PDFDict ? value : undefined
}

export function arrayAt(container: Container, key: string | number): PDFArray | undefined {
  const value = valueAt(container, key)
  return value instanceof PDFArray ? value : undefined
}

export function numberAt(container: Container, key: string | number): number | undefined {
  const value = valueAt(container, key)
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

/** Without its slash. */
export function nameAt(container: Container, key: string | number): string | undefined {
  const value = valueAt(container, key)
  return value instanceof PDFName ? textOfName(value) : undefined
}

/** There is one object for each name, and decoding one takes a while. */
const names = new WeakMap<PDFName, string>()

function textOfName(name: PDFName): string {
  const known = names.get(name) ?? name.decodeText()
  names.set(name, known)
  return known
}

export function textAt(container: Container, key: string | number): string | undefined {
  const value = valueAt(container, key)
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}

export function booleanAt(container: Container, key: string | number): boolean | undefined {
  const value = valueAt(container, key)
  return value instanceof PDFBool ? value.asBoolean() : undefined
}

export function numbersAt(container: Container, key: string | number): number[] {
  const array = arrayAt(container, key)
  return Array.from({ length: array?.size() ?? 0 }, (_, index) => numberAt(array, index) ?? 0)
}

/** The decoded bytes of a stream. */
export function bytesAt(container: Container, key: string | number): Uint8Array | undefined {
  const value = valueAt(container, key)
  return value instanceof PDFStream ? bytesOf(value) : undefined
}

export function bytesOf(stream: PDFStream): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return stream.getContents()
  return inflated(stream) ?? decodePDFRawStream(stream).decode()
}

/** What is deflated and nothing else goes the fast way; undefined for the rest, and for what is cut off. */
function inflated({ dict, contents }: PDFRawStream): Uint8Array | undefined {
  if (nameAt(dict, 'Filter') !== 'FlateDecode' || valueAt(dict, 'DecodeParms')) return undefined
  try {
    return inflateSync(contents)
  } catch {
    return undefined
  }
}
