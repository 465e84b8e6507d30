import { CsvError, parse } from 'csv-parse/sync'
import { type DecodedText, decodeText } from '../input/decode-text.ts'
import { Problem } from '../input/problem.ts'
import { delimiterIn } from './delimiter.ts'
import { refuseLarge } from './limit.ts'
import type { SheetCell } from './sheet.ts'

/** A cell of a CSV file; labels of statistics banks stand in quotes, their numbers do not. */
export interface CsvCell extends SheetCell {
  isQuoted: boolean
}

/** Front matter is read as YAML; it stands for as many lines of the file. */
export interface CsvText {
  frontMatter: string | null
  /** Rows without any cell are left out. */
  rows: CsvCell[][]
  encoding: DecodedText['encoding']
}

/**
 * The cells of a CSV file (RFC 4180), divided by `;`, TAB or `,`, and the YAML between two lines of `---` at its beginning.
 *
 * @throws {Problem} for an encoding that {@link decodeText} does not know, a file that is too large, and quotes that are not closed
 */
export function readCsv(bytes: Uint8Array, shown: string): CsvText {
  refuseLarge(bytes, shown)
  const { text, encoding } = decodeText(bytes, shown)
  const front = /^---[^\S\n]*\r?\n([\s\S]*?\n)?---[^\S\n]*(?:\r?\n|$)/.exec(text)
  const head = front?.[0] ?? ''
  // YAML counts its lines from the top of the file, the line of --- is a comment to it
  const frontMatter = front ? `#\n${front[1] ?? ''}` : null
  return { frontMatter, rows: rowsOf(text.slice(head.length), head.split('\n').length - 1, shown), encoding }
}

function rowsOf(text: string, linesBefore: number, shown: string): CsvCell[][] {
  const placeAt = places(text, linesBefore)
  let end = 0
  try {
    return parse(text, {
      delimiter: delimiterIn(text),
      relax_column_count: true,
      skip_empty_lines: true,
      cast: (value, { bytes, index, quoting }): CsvCell => {
        // `bytes` end before the delimiter, and after a row before its line ending
        const cell = { text: value.trim(), isQuoted: quoting, ...placeAt(index ? end + 1 : end, index === 0) }
        end = bytes
        return cell
      },
    }) as unknown as CsvCell[][]
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
