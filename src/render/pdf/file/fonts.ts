import { PDFArray, type PDFDict } from '@cantoo/pdf-lib'
import { type Operand, operationsOf } from './content.ts'
import { arrayAt, bytesAt, dictionaryAt, nameAt, numberAt, numbersAt, valueAt } from './objects.ts'

/** A character code of a string that was shown. */
export interface Glyph {
  code: number
  /** undefined where the font does not say. */
  text: string | undefined
  /** In thousandths of the font's size. */
  width: number
}

/** What a font dictionary says (ISO 32000-1, 9.5 to 9.10). */
export interface Font {
  name: string
  embedded: boolean
  /** Whether it maps its codes to Unicode at all: by a ToUnicode map or, of a simple font, by its encoding. */
  hasText: boolean
  bold: boolean
  glyphs(shown: Uint8Array): Glyph[]
}

/** Reads fonts, each once. */
export function fontReader(): (dictionary: PDFDict) => Font {
  const known = new Map<PDFDict, Font>()
  return (dictionary) => {
    const font = known.get(dictionary) ?? fontOf(dictionary)
    known.set(dictionary, font)
    return font
  }
}

function fontOf(dictionary: PDFDict): Font {
  const name = nameAt(dictionary, 'BaseFont') ?? ''
  const kind = nameAt(dictionary, 'Subtype')
  const composite = kind === 'Type0'
  const inner = (composite && dictionaryAt(arrayAt(dictionary, 'DescendantFonts'), 0)) || dictionary
  const descriptor = dictionaryAt(inner, 'FontDescriptor')
  const toUnicode = bytesAt(dictionary, 'ToUnicode')
  const texts = toUnicode && unicodeMap(toUnicode)
  const encoded = !composite && nameAt(dictionary, 'Encoding') !== undefined
  const widthOf = composite ? compositeWidths(inner) : simpleWidths(dictionary)
  const textOf = (code: number) => (texts ? texts.get(code) : encoded ? String.fromCharCode(code) : undefined)
  const known = new Map<number, Glyph>()
  const glyphOf = (code: number): Glyph => {
    const glyph = known.get(code) ?? { code, text: textOf(code), width: widthOf(code) }
    known.set(code, glyph)
    return glyph
  }
  return {
    name,
    embedded: kind === 'Type3' || fontFiles.some((key) => dictionaryAt(descriptor, key)),
    hasText: Boolean(texts) || encoded,
    bold: /bold|black|heavy/i.test(name) || (numberAt(descriptor, 'FontWeight') ?? 400) >= 700,
    glyphs: (shown) => {
      const size = composite ? 2 : 1
      const glyphs: Glyph[] = []
      for (let at = 0; at + size <= shown.length; at += size) glyphs.push(glyphOf(number(shown, at, size)))
      return glyphs
    },
  }
}

const fontFiles = ['FontFile', 'FontFile2', 'FontFile3']

const number = (bytes: Uint8Array, at = 0, size = bytes.length) => {
  let value = 0
  for (let index = at; index < at + size; index += 1) value = value * 256 + bytes[index]!
  return value
}

/** What a ToUnicode map says: codes to text. */
function unicodeMap(bytes: Uint8Array): Map<number, string> {
  const map = new Map<number, string>()
  for (const { operator, operands } of operationsOf(bytes)) {
    if (operator === 'endbfchar') {
      for (let at = 0; at + 1 < operands.length; at += 2) {
        const [code, text] = [operands[at], operands[at + 1]]
        if (code instanceof Uint8Array && text instanceof Uint8Array) map.set(number(code), utf16(text))
      }
    }
    if (operator === 'endbfrange') {
      for (let at = 0; at + 2 < operands.length; at += 3) {
        const [first, last, to] = [operands[at], operands[at + 1], operands[at + 2]]
        if (!(first instanceof Uint8Array && last instanceof Uint8Array)) continue
        const from = number(first)
        const count = Math.min(number(last) - from, 0xffff)
        const textAt = Array.isArray(to) ? (offset: number) => textOf(to[offset]) : goingOn(textOf(to))
        for (let offset = 0; offset <= count; offset += 1) {
          const text = textAt(offset)
          if (text !== undefined) map.set(from + offset, text)
        }
      }
    }
  }
  return map
}

const utf16 = (bytes: Uint8Array) => Buffer.from(bytes).swap16().toString('utf16le')

const textOf = (operand: Operand | undefined) => (operand instanceof Uint8Array ? utf16(operand) : undefined)

/** The texts that go on from one: its last character grows. */
function goingOn(text: string | undefined): (offset: number) => string | undefined {
  if (!text) return () => undefined
  const head = text.slice(0, -1)
  const last = text.charCodeAt(text.length - 1)
  return (offset) => head + String.fromCharCode(last + offset)
}

function simpleWidths(dictionary: PDFDict): (code: number) => number {
  const widths = numbersAt(dictionary, 'Widths')
  const first = numberAt(dictionary, 'FirstChar') ?? 0
  // those of a Type 3 font are in a space of its own
  const scale = (numbersAt(dictionary, 'FontMatrix')[0] ?? 0.001) * 1000
  return (code) => (widths[code - first] ?? 500 / scale) * scale
}

/** Widths of a CID font: "W" holds `first [w1 w2 …]` and `first last w`. */
function compositeWidths(dictionary: PDFDict): (code: number) => number {
  const usual = numberAt(dictionary, 'DW') ?? 1000
  const widths = new Map<number, number>()
  const list = arrayAt(dictionary, 'W')
  const size = list?.size() ?? 0
  for (let at = 0; at < size; ) {
    const first = numberAt(list, at) ?? 0
    if (valueAt(list, at + 1) instanceof PDFArray) {
      for (const [index, width] of numbersAt(list, at + 1).entries()) widths.set(first + index, width)
      at += 2
    } else {
      const last = Math.min(numberAt(list, at + 1) ?? first, first + 0xffff)
      for (let code = first; code <= last; code += 1) widths.set(code, numberAt(list, at + 2) ?? usual)
      at += 3
    }
  }
  return (code) => widths.get(code) ?? usual
}
