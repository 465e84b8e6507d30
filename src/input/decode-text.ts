import { Problem } from './problem.ts'
import { decodeUtf8 } from './read-text.ts'

/** A text, and how its bytes were read. */
export interface DecodedText {
  text: string
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
}

/**
 * Bytes as the text they can only be: UTF-16 where a byte order mark says so, UTF-8 where they are that, else Windows-1252 where
 * they read as words in it. Text that is partly UTF-8 is damaged, and letters of an old DOS or Mac page make no words: both are
 * refused, for a wrong guess makes other letters of a name.
 *
 * @throws {Problem} at the first byte that fits none of them, and at a NUL character
 */
export function decodeText(bytes: Uint8Array, shown: string): DecodedText {
  const decoded = decodedAny(bytes, shown)
  const nul = decoded.text.indexOf('\0')
  if (nul < 0) return { ...decoded, text: decoded.text.replace(/^\uFEFF/, '') }
  const before = decoded.text.slice(0, nul).split('\n')
  throw new Problem('is not a text file', {
    file: shown,
    line: before.length,
    column: before.at(-1)!.length + 1,
    found: 'a NUL character',
    expected: 'text saved as UTF-8',
  })
}

function decodedAny(bytes: Uint8Array, shown: string): DecodedText {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decodedUtf16(bytes, 'utf-16le', shown)
  if (first === 0xfe && second === 0xff) return decodedUtf16(bytes, 'utf-16be', shown)
  try {
    return { text: decodeUtf8(bytes, shown), encoding: 'utf-8' }
  } catch (error) {
    const text = windows1252(bytes)
    if (text === null) throw error
    return { text, encoding: 'windows-1252' }
  }
}

function decodedUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', shown: string): DecodedText {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    throw new Problem('is not UTF-16, as its first bytes say', {
      file: shown,
      line: 1,
      expected: 'text saved as UTF-8',
    })
  }
}

/** What stands between letters of a word in Windows-1252: apostrophes, dashes, a soft hyphen, a middle dot, a fixed space. */
const withinWords = /[’–—\u00ad·\u00a0]/

/** Text of bytes that are not UTF-8, as Windows-1252; null where it cannot be that. */
function windows1252(bytes: Uint8Array): string | null {
  const raw = Buffer.from(bytes).toString('latin1')
  const hasControls = [...raw].some((sign) => (sign < ' ' && !/[\t\n\r]/.test(sign)) || sign === '\x7f')
  const isUnassigned = /[\x81\x8d\x8f\x90\x9d]/.test(raw)
  // a UTF-8 sequence: such a text is damaged UTF-8, not another page
  const isPartlyUtf8 = /[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/.test(raw)
  if (hasControls || isUnassigned || isPartlyUtf8) return null
  const text = decodeWindows1252(bytes)
  const joints = text.matchAll(/(?<=\p{L})[^\p{L}\p{ASCII}](?=\p{L})/gu)
  return [...joints].every(([sign]) => withinWords.test(sign)) ? text : null
}

/** What Windows-1252 has from 0x80 to 0x9f; all else is as in Latin-1. */
const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Bytes as Windows-1252, which TextDecoder of some releases of Node takes for Latin-1. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes).toString('latin1')
  return latin1.replace(/[\x80-\x9f]/g, (sign) => upper[sign.charCodeAt(0) - 0x80]!)
}
