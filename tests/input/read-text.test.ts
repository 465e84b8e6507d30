import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '../../src/input/problem.ts'
import { decodeUtf8, readText } from '../../src/input/read-text.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prisme-text-'))
  await writeFile(join(folder, 'a.md'), 'Blå æbler\n')
})
afterAll(() => rm(folder, { recursive: true }))

describe('readText', () => {
  test('the text of a file', async () => {
    expect(await readText(join(folder, 'a.md'))).toBe('Blå æbler\n')
  })

  test.each([
    ['missing.md', 'there is no such file'],
    ['a.md/below', 'there is no such file'],
    ['.', 'is a folder'],
  ])('%s: %s', async (name, reason) => {
    const error = await readText(join(folder, name), 'shown.md').catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Problem)
    expect(error).toMatchObject({ message: reason, details: { file: 'shown.md', expected: 'a readable text file' } })
  })

  test('a NUL in the path is a problem too', async () => {
    await expect(readText(`${folder}/a\0.md`)).rejects.toBeInstanceOf(Problem)
  })
})

describe('decodeUtf8', () => {
  test('a byte order mark is left out', () => {
    expect(decodeUtf8(bytes('\xef\xbb\xbfa'), 'a.md')).toBe('a')
  })

  // æ is e6 in Latin-1, which in UTF-8 begins a sequence of three: the wrong byte is e6, not the one after it
  test.each([
    ['ø in the second line', bytes('Linje 1\nBl\xf8d\n'), 2, 3, '0xf8'],
    ['æ before letters', bytes('abc \xe6bler'), 1, 5, '0xe6'],
    ['after letters of two bytes', bytes('\xc3\xa6\xc3\xb8 \xe5 x'), 1, 4, '0xe5'],
    ['after a byte order mark', bytes('\xef\xbb\xbfab\xf8c'), 1, 3, '0xf8'],
    ['a sequence that the end cuts off', bytes('ab\xe2\x82'), 1, 3, '0xe2'],
    ['UTF-16', bytes('\xff\xfea\0'), 1, 1, '0xff'],
  ])('%s', (_, content, line, column, byte) => {
    expect(() => decodeUtf8(content, 'a.md')).toThrow(Problem)
    try {
      decodeUtf8(content, 'a.md')
    } catch (error) {
      expect(error).toMatchObject({
        message: 'is not UTF-8',
        details: { file: 'a.md', line, column, found: `byte ${byte}` },
      })
    }
  })
})

/** Each character of the text as one byte. */
function bytes(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}
