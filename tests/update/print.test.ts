import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/locale/locales.ts'
import { locales } from '../../src/locale/locales.ts'
import { notationOf } from '../../src/update/notation.ts'
import { printed } from '../../src/update/print.ts'
import type { Sheet, SheetCell } from '../../src/update/sheet.ts'

const sheet: Sheet = { file: 'data/t.csv', path: 'data/t.csv', name: 't', isNamed: false, rows: [] }
const cell = (written: string | number, isPercent = false): SheetCell => ({
  text: String(written),
  ...(typeof written === 'number' ? { number: written, isPercent } : {}),
  line: 3,
  column: 7,
})

function print(
  old: string,
  given: (string | number | SheetCell | [string | number, string])[],
  { language = 'da' as Language, decimal = null as ',' | '.' | null, decimals = 1 } = {},
): string {
  const locale = locales[language]
  const all = given.map((each) => {
    const [written, unit] = Array.isArray(each) ? each : [each, null]
    return { cell: typeof written === 'object' ? written : cell(written), unit }
  })
  const notation = notationOf(
    all.map((each) => each.cell),
    decimal,
    locale,
    sheet,
  )
  return printed(old, all, { sheet, locale, notation, decimals: () => decimals }).text
}

describe('a new number has the form of the old', () => {
  test.each<[string, (string | number)[], string]>([
    ['3.825', ['4102'], '4.102'],
    ['452', ['1452'], '1.452'],
    ['24,5 uger', ['26'], '26,0 uger'],
    ['25 uger', ['25.3'], '25,3 uger'],
    ['25 uger', ['26'], '26 uger'],
    ['52,4 mio. kr.', ['53,15'], '53,2 mio. kr.'],
    ['ca. 115 borgere', ['120'], 'ca. 120 borgere'],
    ['30-35 samtaler/uge', ['32-36'], '32-36 samtaler/uge'],
    ['30-35 samtaler/uge', ['33'], '33 samtaler/uge'],
    ['30 samtaler/uge', ['30-35'], '30–35 samtaler/uge'],
    ['+0,7', ['0,4'], '+0,4'],
    ['+0,7', ['-0,4'], '-0,4'],
    ['−0,7', ['-0,4'], '−0,4'],
    ['0,7', ['0,45'], '0,5'],
    ['1\u00a0200', ['1300'], '1\u00a0300'],
    ['2019', ['2020'], '2020'],
    ['3.825 (5,9 pct.)', ['4102'], '4.102 (5,9 pct.)'],
    ['3.825 (5,9 pct.)', ['4102 (6,1 pct.)'], '4.102 (6,1 pct.)'],
    ['3.825 (5,9 pct.)', ['4,102 (6.1%)'], '4.102 (6,1 pct.)'],
    ['3.825 (5,9 pct.)', ['6,1%'], '3.825 (6,1 pct.)'],
    ['', [4102], '4.102'],
    ['–', ['4102'], '4.102'],
    ['Ja', ['Nej'], 'Nej'],
    ['Syv teams', ['Otte teams'], 'Otte teams'],
  ])('%s given %j is %s', (old, given, text) => {
    expect(print(old, given)).toBe(text)
  })

  test('one value for each unit', () => {
    expect(print('3.825 (5,9 pct.)', [4102, [6.1, '%']])).toBe('4.102 (6,1 pct.)')
    expect(print('3.825 (5,9 pct.)', [[6.1, '%']])).toBe('3.825 (6,1 pct.)')
    expect(print('3.825 (5,9 pct.)', [cell(6.1, true)])).toBe('3.825 (6,1 pct.)')
  })

  test('in the notation of the report, whatever the file has', () => {
    expect(print('42 (62%)', ['1234.5'], { language: 'en' })).toBe('1,234.5 (62%)')
    expect(print('4.2', ['1.234,5'], { language: 'en' })).toBe('1,234.5')
    expect(print('4,2', ['1,234.5'])).toBe('1.234,5')
    expect(print('8.102', ['8,205'], { decimal: '.' })).toBe('8.205')
    expect(print('24 Wochen', ['1234,5'], { language: 'de' })).toBe('1.234,5 Wochen')
  })
})

describe('what cannot be', () => {
  const problem = (...given: Parameters<typeof print>) => {
    try {
      return print(...given)
    } catch (error) {
      const { message, details } = error as { message: string; details: object }
      return { message, ...details }
    }
  }

  test('text where a number stands', () => {
    expect(problem('24,5 uger', ['ukendt'])).toEqual({
      message: 'is text where the table has a number',
      file: 'data/t.csv',
      line: 3,
      column: 7,
      found: 'ukendt',
      expected: 'a number, as in "24,5 uger"',
    })
    expect(problem('3.825 (5,9 pct.)', ['..'])).toMatchObject({ message: /text where/ })
  })

  test('another unit', () => {
    expect(problem('24,5 uger', ['24 dage'])).toMatchObject({
      message: 'is in another unit than the table',
      expected: expect.stringContaining('uger'),
    })
    expect(problem('452', ['6,1%'])).toMatchObject({ message: /unit/ })
  })

  test('numbers in two notations', () => {
    expect(problem('1 (2 pct.)', ['1.234,5', ['1,234.5', '%']])).toMatchObject({
      message: 'writes its numbers in two ways',
      found: '1,234.5',
    })
  })
})
