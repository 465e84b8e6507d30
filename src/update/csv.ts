import { CsvError, parse } from 'csv-parse/sync'
import { Problem } from '../input/problem.ts'
import { decodeUtf8 } from '../input/read-text.ts'
import type { SheetCell } from './sheet.ts'

/** The most a CSV file may be, in bytes: no table that people read is nearly as large. */
const mostBytes = 5_000_000

/** Front matter is read as YAML; it stands for as many lines of the file. */
export interface CsvText {
  frontMatter: string | null
  rows: SheetCell[][]
}

/**
 * The cells of a CSV file (RFC 4180), divided by `;`, TAB or `,`, and the YAML between two lines of `---` at its beginning.
 *
 * The encoding is UTF-8, or UTF-16 where a byte order mark says so. Any other is refused: which one it is cannot be known for
 * certain, and a wrong guess makes other letters of a name.
 *
 * @throws {Problem} for another encoding, a file that is too large, and quotes that are not closed
 */
export function readCsv(bytes: Uint8Array, shown: string): CsvText {
  if (bytes.length > mostBytes)
    throw new Problem('is too large for a data file', {
      file: shown,
      found: `${bytes.length} bytes`,
      expected: `at most ${mostBytes}`,
    })
  const text = decoded(bytes, shown).replace(/^\uFEFF/, '')
  const front = /^---[^\S\n]*\r?\n([\s\S]*?\n)?---[^\S\n]*(?:\r?\n|$)/.exec(text)
  const head = front?.[0] ?? ''
  // YAML counts its lines from the top of the file, the line of --- is a comment to it
  const frontMatter = front ? `#\n${front[1] ?? ''}` : null
  return { frontMatter, rows: rowsOf(text.slice(head.length), head.split('\n').length - 1, shown) }
}

function decoded(bytes: Uint8Array, shown: string): string {
  const [first, second] = bytes
  const utf16 =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined
  const text = utf16 ? decodedUtf16(bytes, utf16, shown) : decodeUtf8(bytes, shown)
  const nul = text.indexOf('\0')
  if (nul < 0) return text
  const before = text.slice(0, nul).split('\n')
  throw new Problem('is not a text file', {
    file: shown,
    line: before.length,
    column: before.at(-1)!.length + 1,
    found: 'a NUL character',
    expected: 'CSV saved as UTF-8',
  })
}

function decodedUtf16(bytes: Uint8Array, encoding: string, shown: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Problem('is not UTF-16, as its first bytes say', { file: shown, line: 1, expected: 'CSV saved as UTF-8' })
  }
}

function rowsOf(text: string, linesBefore: number, shown: string): SheetCell[][] {
  const placeAt = places(text, linesBefore)
  let end = 0
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      cast: (value, { bytes, index }): SheetCell => {
        // `bytes` end before the delimiter, and after a row before its line ending
        const cell = { text: value.trim(), ...placeAt(index ? end + 1 : end, index === 0) }
        end = bytes
        return cell
      },
    }) as unknown as SheetCell[][]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Problem('is not valid CSV', {
      file: shown,
      ...placeAt(end && end + 1, true),
      found: error.message,
      expected: 'quotes around a whole cell, and doubled within it',
    })
  }
}

/** The first that a row holds outside quotes: `;`, TAB, `,`. Rows of settings say nothing. */
function delimiterOf(text: string): string {
  const header = text.split(/\r?\n/).find((line) => line.trim() && !/^"?#/.test(line)) ?? ''
  const plain = header.replace(/"(?:[^"]|"")*"/g, '')
  return [';', '\t'].find((sign) => plain.includes(sign)) ?? ','
}

/** The place of a byte of the text; of a row's first also behind the line endings that stand there. */
function places(text: string, linesBefore: number) {
  const bytes = Buffer.from(text)
  let [line, lineStart, seen] = [linesBefore + 1, 0, 0]
  return (byte: number, isFirst = false): { line: number; column: number } => {
    let at = byte
    while (isFirst && (bytes[at] === 0x0a || bytes[at] === 0x0d)) at++
    for (; seen < at; seen++) {
      if (bytes[seen] === 0x0a) [line, lineStart] = [line + 1, seen + 1]
    }
    return { line, column: bytes.subarray(lineStart, at).toString().length + 1 }
  }
}
