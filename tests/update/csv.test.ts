import { describe, expect, test } from 'vitest'
import type { Problem } from '../../src/input/problem.ts'
import { readCsv } from '../../src/update/csv.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding)
const rows = (data: Uint8Array) => readCsv(data, 'a.csv').rows.map((row) => row.map(({ text }) => text))

function problem(data: Uint8Array): Problem {
  try {
    readCsv(data, 'a.csv')
  } catch (error) {
    return error as Problem
  }
  throw new Error('read')
}

describe('what divides cells', () => {
  test.each([
    [
      ';',
      'a;b,c\n1;2,5\n',
      [
        ['a', 'b,c'],
        ['1', '2,5'],
      ],
    ],
    [
      ',',
      'a,"b;c"\n1,"2,5"\n',
      [
        ['a', 'b;c'],
        ['1', '2,5'],
      ],
    ],
    [
      'TAB',
      'a\tb,c\n1\t2,5\n',
      [
        ['a', 'b,c'],
        ['1', '2,5'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(rows(bytes(text))).toEqual(expected)
  })

  test('quotes, line endings within them, and blank lines', () => {
    expect(rows(bytes('a,b\r\n\r\n"x\ny","say ""hi"""\r\n'))).toEqual([
      ['a', 'b'],
      ['x\ny', 'say "hi"'],
    ])
  })
})

describe('encodings', () => {
  test('UTF-8 with and without a byte order mark', () => {
    expect(rows(bytes('\uFEFFKøbenhavn;1\n'))).toEqual([['København', '1']])
    expect(rows(bytes('København;1\n'))).toEqual([['København', '1']])
  })

  test('UTF-16 with a byte order mark', () => {
    expect(rows(bytes('\uFEFFKøbenhavn;1\n', 'utf16le'))).toEqual([['København', '1']])
    const big = bytes('\uFEFFKøbenhavn;1\n', 'utf16le').swap16()
    expect(rows(big)).toEqual([['København', '1']])
  })

  test('Windows-1252, told by its bytes, and said to be it', () => {
    const read = readCsv(Buffer.from([0x4b, 0xf8, 0x62, 0x3b, 0x80, 0x35, 0x0a]), 'a.csv')
    expect(read.rows[0]!.map(({ text }) => text)).toEqual(['Køb', '€5'])
    expect(read.encoding).toBe('windows-1252')
    expect(readCsv(bytes('Køb;€5\n'), 'a.csv').encoding).toBe('utf-8')
    expect(rows(bytes("São Tomé;l'été;côte d\x92azur\n", 'latin1'))).toEqual([['São Tomé', "l'été", 'côte d’azur']])
  })

  test.each([
    ['a letter of an old DOS page', Buffer.from([0x4b, 0x9b, 0x62, 0x3b, 0x31]), 1, 2, '0x9b'],
    ['a byte that Windows-1252 has not', Buffer.from([0x61, 0x0a, 0x62, 0x81, 0x3b]), 2, 2, '0x81'],
    ['damaged UTF-8', Buffer.concat([bytes('Ærø;1\nK'), Buffer.from([0xf8]), bytes('b;2')]), 2, 2, '0xf8'],
    ['a control character', Buffer.from([0x61, 0x01, 0xe6, 0x3b]), 1, 3, '0xe6'],
  ])('neither: %s', (_, data, line, column, byte) => {
    expect(problem(data)).toMatchObject({
      message: 'is not UTF-8',
      details: { file: 'a.csv', line, column, found: `byte ${byte}`, expected: expect.stringContaining('UTF-8') },
    })
  })

  test('UTF-16 without a mark, or cut short', () => {
    expect(problem(bytes('a;1\n', 'utf16le'))).toMatchObject({
      message: 'is not a text file',
      details: { line: 1, column: 2 },
    })
    expect(problem(Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41]))).toMatchObject({ message: /not UTF-16/ })
  })
})

describe('places', () => {
  test('each cell knows its line and column, also behind letters of several bytes, quotes and front matter', () => {
    const { rows, frontMatter } = readCsv(bytes('---\ndate: 2026\n---\nø;"b\nc";d\n\n  e;f\n'), 'a.csv')
    expect(rows.map((row) => row.map(({ text, line, column }) => [text, line, column]))).toEqual([
      [
        ['ø', 4, 1],
        ['b\nc', 4, 3],
        ['d', 5, 4],
      ],
      [
        ['e', 7, 1],
        ['f', 7, 5],
      ],
    ])
    expect(frontMatter!.split('\n')[1]).toBe('date: 2026')
  })

  test('quotes that are not closed', () => {
    expect(problem(bytes('a;b\nc;"d\n'))).toMatchObject({
      message: 'is not valid CSV',
      details: { line: 2, column: 3 },
    })
    expect(problem(bytes('a;b\nc;"d"e\n'))).toMatchObject({
      message: 'is not valid CSV',
      details: { line: 2, column: 3 },
    })
  })
})

test('a file that is too large is not read', () => {
  expect(problem(new Uint8Array(5_000_001))).toMatchObject({ message: 'is too large for a data file' })
})
