import { decodeText, decodeWindows1252 } from '../input/decode-text.ts'
import { Problem } from '../input/problem.ts'
import { decodeUtf8 } from '../input/read-text.ts'

const windows = /^(?:windows-1252|cp1252|iso-8859-1|latin1)$/i

/**
 * The text of a PX file. What can be read as UTF-8 is that, for nothing else looks like it; else CODEPAGE says what it is, and where
 * that is not there its bytes do.
 *
 * @returns the text, and whether its encoding was told by its bytes alone
 * @throws {Problem} for a file that is not in the encoding that it names
 */
export function decodePx(bytes: Uint8Array, shown: string): { text: string; isGuessed: boolean } {
  const start = Buffer.from(bytes.subarray(0, 4000)).toString('latin1')
  const page = /(?:^|;\s*)CODEPAGE\s*=\s*"([^"]*)"/i.exec(start)?.[1] ?? null
  if (page === null || isUtf8(bytes)) {
    const { text, encoding } = decodeText(bytes, shown)
    const isSaid = /CHARSET\s*=\s*"ANSI"/i.test(start)
    return { text, isGuessed: encoding === 'windows-1252' && !isSaid }
  }
  if (/^utf-?8$/i.test(page)) return { text: decodeUtf8(bytes, shown), isGuessed: false }
  if (windows.test(page)) return { text: decodeWindows1252(bytes), isGuessed: false }
  try {
    return { text: new TextDecoder(page, { fatal: true }).decode(bytes), isGuessed: false }
  } catch (error) {
    const before = start.slice(0, start.indexOf(page)).split('\n')
    throw new Problem('is not in the encoding that it names', {
      file: shown,
      line: before.length,
      column: before.at(-1)!.length + 1,
      found: `CODEPAGE="${page}": ${(error as Error).message}`,
      expected: 'CODEPAGE="utf-8", "windows-1252", "iso-8859-1" or another that the file is in',
    })
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
