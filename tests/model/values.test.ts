import { describe, expect, test } from 'vitest'
import { da } from '../../src/locale/da.ts'
import { en } from '../../src/locale/en.ts'
import { formatNumber, formatValue, parseNumber, valuesIn } from '../../src/model/values.ts'

/** Values as short texts: "30..35 uger", "5.9 pct.", "2019". */
const told = (text: string, locale = da) =>
  valuesIn(text, locale).map(({ value, max, unit }) =>
    [max === undefined ? value : `${value}..${max}`, unit].filter((part) => part !== null).join(' '),
  )

describe('Danish notation', () => {
  test.each([
    ['1.200', ['1200']],
    ['1.200.300,25 kr.', ['1200300.25 kr.']],
    ['10000', ['10000']],
    ['0,5', ['0.5']],
    ['3.825 (5,9 pct.)', ['3825', '5.9 pct.']],
    ['12 %', ['12 %']],
    ['12%', ['12 %']],
    ['30-35 skibe/uge', ['30..35 skibe/uge']],
    ['3 – 4 uger', ['3..4 uger']],
    ['2,5-3,5 pct.', ['2.5..3.5 pct.']],
    ['2019-2020', ['2019..2020']],
    ['23,9 mio. kr.', ['23.9 mio. kr.']],
    ['2 mia. kr.', ['2 mia. kr.']],
    ['4 mio.', ['4 mio.']],
    ['ca. 1.300 skibe i maj 2020', ['1300 skibe', '2020']],
    ['-3,4 pct.', ['-3.4 pct.']],
    ['−3,4 (−1)', ['-3.4', '-1']],
    ['–3', ['-3']],
    ['Kaj-3, A4', ['3']],
    ['Ingen', []],
    ['', []],
  ])('%s', (text, values) => {
    expect(told(text)).toEqual(values)
  })

  test('each value keeps what was printed', () => {
    expect(valuesIn('3.825 (5,9 pct.)', da)).toEqual([
      { value: 3825, unit: null, text: '3.825' },
      { value: 5.9, unit: 'pct.', text: '5,9 pct.' },
    ])
  })
})

describe('English notation', () => {
  test.each([
    ['1,200 boats', ['1200 boats']],
    ['1,200.50', ['1200.5']],
    ['5.9 per cent', ['5.9 per cent']],
    ['3.5%', ['3.5 %']],
    ['$5 million', ['5 million']],
    ['5 million tons', ['5 million tons']],
    ['10–12 weeks', ['10..12 weeks']],
    ['-0.5', ['-0.5']],
  ])('%s', (text, values) => {
    expect(told(text, en)).toEqual(values)
  })
})

describe('what is no number in the language is none, rather than another one', () => {
  test.each([
    [da, '1.2.3'],
    [da, '1.0000'],
    [da, '8.30'],
    [da, '12,3,4'],
    [en, '3,5'],
    [en, '1.2.3'],
  ])('%o %s', (locale, text) => {
    expect(told(text, locale)).toEqual([])
  })
})

describe('number words count where they begin a short text', () => {
  test.each([
    [da, 'Syv teams', ['7 teams']],
    [da, 'Et team', ['1 team']],
    [da, 'tolv små skibe', ['12 små skibe']],
    [da, 'To af de skibe der kom', []],
    [da, 'Tre', []],
    [da, 'De tre skibe', []],
    [da, 'Tre af 5', ['5']],
    [en, 'Seven teams', ['7 teams']],
    [en, 'Syv teams', []],
  ])('%o %s', (locale, text, values) => {
    expect(told(text, locale)).toEqual(values)
  })
})

describe('printing', () => {
  test('numbers', () => {
    expect(formatNumber(1234.5, da)).toBe('1.234,5')
    expect(formatNumber(1234.5, en)).toBe('1,234.5')
    expect(formatNumber(2, da, 1)).toBe('2,0')
    expect(parseNumber('−1.234,5', da)).toBe(-1234.5)
  })

  test.each(['5,0 pct.', '1.200', '3.825,50 kr.', '30–35 skibe', '-3,4 pct.'])('%s comes back as it was', (text) => {
    const printed = valuesIn(text, da).map((value) => formatValue(value, da))
    expect(printed).toEqual([text.replace(/ .*/, '')])
  })
})
