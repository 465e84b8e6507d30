import { readFile } from 'node:fs/promises'
import { Problem } from './problem.ts'

/**
 * The text of a UTF-8 file, without a byte order mark.
 *
 * @param path the file to read
 * @param shown the name to use in messages
 * @throws {Problem} when it is not there, is a folder, or is not UTF-8 (with the line and column of the first wrong byte)
 */
export async function readText(path: string, shown = path): Promise<string> {
  return decodeUtf8(await readBytes(path, shown), shown)
}

/**
 * The bytes of a text file.
 *
 * @throws {Problem} when it is not there or is a folder
 */
export async function readBytes(path: string, shown = path): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw unreadable(error, shown)
  }
}

/** Bytes as text; see {@link readText}. */
export function decodeUtf8(bytes: Uint8Array, shown: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const { line, column, byte } = firstWrongByte(bytes)
    throw new Problem('is not UTF-8', {
      file: shown,
      line,
      column,
      found: `byte 0x${byte.toString(16).padStart(2, '0')}`,
      expected: 'text saved as UTF-8 (a Latin-1 or Windows file must be converted first)',
    })
  }
}

function unreadable(error: unknown, shown: string): Problem {
  const code = (error as NodeJS.ErrnoException).code
  const reason =
    code === 'ENOENT' || code === 'ENOTDIR'
      ? 'there is no such file'
      : code === 'EISDIR'
        ? 'is a folder'
        : `cannot be read (${code})`
  return new Problem(reason, { file: shown, expected: 'a readable text file' }, { cause: error })
}

/**
 * The longest right beginning is found by halving. A streaming decoder also accepts the start of a sequence, but gives no
 * character for it: the wrong byte is the first one that is not in its text.
 */
function firstWrongByte(bytes: Uint8Array): { line: number; column: number; byte: number } {
  const decoded = (length: number) => {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return decoder.decode(bytes.subarray(0, length), { stream: true })
  }
  const valid = (length: number) => {
    try {
      decoded(length)
      return true
    } catch {
      return false
    }
  }
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (valid(middle)) good = middle
    else bad = middle
  }
  const before = decoded(good)
  const lines = before.replace(/^\uFEFF/, '').split('\n')
  return { line: lines.length, column: lines.at(-1)!.length + 1, byte: bytes[Buffer.byteLength(before)]! }
}
