import fc from 'fast-check'
import { expect, test } from 'vitest'
import { operationsOf } from '../../../src/render/pdf/file/content.ts'

const read = (text: string) => [...operationsOf(Buffer.from(text, 'latin1'))]
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

test('operators come with their operands and where they stand', () => {
  const text = 'q 1 0 0 -1 .5 842 cm\n/F1 12 Tf % a comment (not a string\n[(ab) -20.5 <0a1>] TJ'
  const operations = read(text)
  expect(operations.map(({ operator }) => operator)).toEqual(['q', 'cm', 'Tf', 'TJ'])
  expect(operations.map(({ operands }) => operands)).toEqual([
    [],
    [1, 0, 0, -1, 0.5, 842],
    ['/F1', 12],
    [[bytes('ab'), -20.5, bytes('\x0a\x10')]],
  ])
  expect(operations.map(({ start, end }) => text.slice(start, end))).toEqual([
    'q',
    '1 0 0 -1 .5 842 cm',
    '/F1 12 Tf',
    '[(ab) -20.5 <0a1>] TJ',
  ])
})

test('strings keep what is escaped and nested', () => {
  expect(read('(a(b)\\)\\101\\\\\\\nc\\n) Tj')[0]!.operands).toEqual([bytes('a(b))A\\c\n')])
})

test('dictionaries, names, true and null', () => {
  const [operation] = read('/P <</MCID 3 /A#20b [true null /X]>> BDC')
  expect(operation!.operands).toEqual([
    '/P',
    new Map<string, unknown>([
      ['/MCID', 3],
      ['/A b', [true, null, '/X']],
    ]),
  ])
})

test('the data of an inline image are no operators', () => {
  expect(read('BI /W 2 /H 1 ID \x00Q EIx EI\nS').map(({ operator }) => operator)).toEqual(['BI', 'ID', 'EI', 'S'])
})

test.each(['(never closed', '[1 2', '<</A', '<0', '>> ) ] }', '/', 'BI ID'])('%j comes to an end', (text) => {
  expect(read(`q ${text}`)[0]).toMatchObject({ operator: 'q' })
})

test('numbers are what they say, to the last digit', () => {
  const numbers = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
  fc.assert(
    fc.property(numbers, fc.nat(12), (value, digits) => {
      const written = value.toFixed(digits)
      expect(read(`${written} w`)[0]!.operands).toEqual([Number(written)])
    }),
  )
  expect(read('+1 -.5 4. 00.50 123456789012345678901 w')[0]!.operands).toEqual([1, -0.5, 4, 0.5, 123456789012345680000])
  expect(read('1-2 - . Q').map(({ operator }) => operator)).toEqual(['1-2', '-', '.', 'Q'])
})
