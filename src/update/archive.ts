import { unzipSync, zipSync } from 'fflate'
import { Problem } from '../input/problem.ts'

/** The most a workbook may be in its file, and its parts together when unpacked, in bytes. */
const most = { packed: 10_000_000, unpacked: 100_000_000 }

/** What an old or encrypted Office file begins with. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * A workbook's archive packed anew without compression, so that who reads it meets nothing larger than it is. A part never
 * unpacks to more than the archive says of it: what a false archive hides beyond that is cut off.
 *
 * @throws {Problem} for what is no workbook, and for one that is too large or unpacks to too much
 */
export function stored(bytes: Uint8Array, shown: string): Uint8Array {
  if (compoundFile.every((byte, at) => bytes[at] === byte))
    throw new Problem('is an old workbook or one with a password', {
      file: shown,
      expected: 'a workbook saved as .xlsx, without a password',
    })
  refuseOver(bytes.length, most.packed, shown)
  let unpacked = 0
  try {
    const parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize
        refuseOver(unpacked, most.unpacked, shown)
        return true
      },
    })
    return zipSync(parts, { level: 0 })
  } catch (error) {
    throw error instanceof Problem ? error : notReadable(shown, error as Error)
  }
}

function refuseOver(bytes: number, limit: number, shown: string): void {
  if (bytes > limit)
    throw new Problem('is too large for a data file', {
      file: shown,
      found: `${bytes} bytes`,
      expected: `at most ${limit}`,
    })
}

export function notReadable(shown: string, error: Error): Problem {
  const expected = 'a workbook saved as .xlsx'
  return new Problem('is not a readable workbook', { file: shown, found: error.message, expected }, { cause: error })
}
