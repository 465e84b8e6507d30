import { describe, expect, test } from 'vitest'
import { da } from '../../src/locale/da.ts'
import { de } from '../../src/locale/de.ts'
import { en } from '../../src/locale/en.ts'
import { fr } from '../../src/locale/fr.ts'
import { locales } from '../../src/locale/locales.ts'
import { nb } from '../../src/locale/nb.ts'
import { nl } from '../../src/locale/nl.ts'
import { sv } from '../../src/locale/sv.ts'
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
    ['1,5-2 timer', ['1.5..2 timer']],
    ['10.000-12.000', ['10000..12000']],
    ['7.-14. dag', ['7..14 dag']],
    ['fra 4 til 6 uger', ['4..6 uger']],
    ['100.000 kr./år', ['100000 kr./år']],
    ['kr. 500', ['500 kr.']],
    ['i mio. kr. 2019', ['2019']],
    ['5 pct.point', ['5 pct.point']],
    ['4 %-point', ['4 %-point']],
    ['12 m2', ['12 m2']],
    ['½', ['0.5']],
    ['1½ time', ['1.5 time']],
    ['+1,6 pct.', ['1.6 pct.']],
    ['§ 90', ['90']],
    ['8:2', ['8', '2']],
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
    ['$5', ['5 $']],
    ['$5 million', ['5 $ million']],
    ['€ 3.4 million', ['3.4 € million']],
    ['€3.4m', ['3.4 €m']],
    ['-$5', ['-5 $']],
    ['EUR 5 million', ['5 EUR million']],
    ['$2000', ['2000 $']],
    ['1,200 (55.5%)', ['1200', '55.5 %']],
    ['12 %', ['12 %']],
    ['5 m/s', ['5 m/s']],
    ['6 percentage points', ['6 percentage points']],
    ['5 million tons', ['5 million tons']],
    ['10–12 weeks', ['10..12 weeks']],
    ['-0.5', ['-0.5']],
    ['12 m2', ['12 m2']],
    ['5 m', ['5 m']],
    ['US$ 12 million', ['12 US$ million']],
    ['US$5-10', ['5..10 US$']],
    ['1 000 boats', ['1000 boats']],
    ['12 500 000', ['12500000']],
    ['3 000.5', ['3000.5']],
    ['10 000–15 000', ['10000..15000']],
    ['12\u00a0500 boats', ['12500 boats']],
    ['12\u2009500', ['12500']],
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
  ])('$tag %s', (locale, text) => {
    expect(told(text, locale)).toEqual([])
  })
})

describe('the notation of each language', () => {
  test.each([
    [nb, '12 500 kr', ['12500 kr']],
    [nb, 'kr 12 500,50', ['12500.5 kr']],
    [nb, '1.200,5', ['1200.5']],
    [nb, '5 mrd. kroner', ['5 mrd. kroner']],
    [nb, '5 pst.', ['5 pst.']],
    [sv, '12 500 kr', ['12500 kr']],
    [sv, '1\u00a0200\u00a0300,5', ['1200300.5']],
    [sv, '2019 200 skepp', ['2019', '200 skepp']],
    [sv, '12 5000', ['12', '5000']],
    [sv, 'Det kostar 5 200 kr.', ['5200 kr']],
    [sv, '5 %-enheter', ['5 %-enheter']],
    [sv, '1.200', []],
    [de, '1.200,5 €', ['1200.5 €']],
    [de, '30 Schiffe', ['30 Schiffe']],
    [de, '3,5 Mio. Euro', ['3.5 Mio. Euro']],
    [de, '5 v. H.', ['5 v. H.']],
    [de, '1,200.5', []],
    [nl, '€ 3,4 miljoen', ['3.4 € miljoen']],
    [nl, '1.200 foto’s', ['1200 foto’s']],
    [nl, '5 t/m 7 dagen', ['5..7 dagen']],
    [fr, '1 200,5 €', ['1200.5 €']],
    [fr, '1\u202f200', ['1200']],
    [fr, '12 pour cent', ['12 pour cent']],
    [fr, '3 millions d’euros', ['3 millions d’euros']],
    [fr, '5 d’entre eux', ['5']],
    [fr, '5 M€', ['5 M€']],
    [en, '1,200.5', ['1200.5']],
    [en, '12 500', ['12', '500']],
  ])('$tag %s', (locale, text, values) => {
    expect(told(text, locale)).toEqual(values)
  })
})

describe('a word after a number that is no unit', () => {
  test.each([
    [da, '3 og 4', ['3', '4']],
    [da, '2019 og 2020', ['2019', '2020']],
    [da, '11. marts 2020', ['11', '2020']],
    [sv, '11 mars 2020', ['11', '2020']],
    [nl, '3-4 mei', ['3..4']],
    [en, '11 March 2020', ['11', '2020']],
    [de, '2019 und 2020', ['2019', '2020']],
    [da, '5 f.eks. her', ['5']],
    [da, 'i 2020 Hansen', ['2020']],
    [en, '5 million of them', ['5 million']],
    [en, '99 per week', ['99']],
  ])('$tag %s', (locale, text, values) => {
    expect(told(text, locale)).toEqual(values)
  })

  test('a full stop is the unit’s where it abbreviates, not where it ends a sentence', () => {
    expect(told('30 år. Det er 5 år.')).toEqual(['30 år', '5 år'])
    expect(told('38 pers. og 4 kr.')).toEqual(['38 pers.', '4 kr.'])
    expect(told('4 obs. i alt')).toEqual(['4 obs.'])
  })
})

describe('what is a range', () => {
  test.each([
    ['2015-16', ['2015..2016']],
    ['3,4 -1,2', ['3.4', '-1.2']],
    ['3 -4', ['3..4']],
    ['2019 – 5 skibe', ['2019', '5 skibe']],
    ['i 2020 til 3.526 skibe', ['2020', '3526 skibe']],
    ['fra 2019 til 2020', ['2019..2020']],
    ['mellem 4 og 6 uger', ['4', '6 uger']],
    ['5 pct. til 10 pct.', ['5 pct.', '10 pct.']],
  ])('%s', (text, values) => {
    expect(told(text)).toEqual(values)
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
    [da, 'Syv teams.', ['7 teams']],
    [da, 'fem mio. kr.', ['5 mio. kr.']],
    [da, 'Et og to', []],
    [da, 'Fem-årig plan', []],
    [da, 'To uger, tre dage', []],
    [da, 'halvanden time', ['1.5 time']],
    [da, 'ca. tolv skibe', ['12 skibe']],
    [da, 'en til to uger', ['1..2 uger']],
    [da, 'tre-fire', ['3..4']],
    [da, 'Tre – fire uger', ['3..4 uger']],
    [nb, 'sju skip', ['7 skip']],
    [nb, 'fire til fem uker', ['4..5 uker']],
    [sv, 'tre till fyra', ['3..4']],
    [sv, 'Ett team', []],
    [de, 'sieben Teams', ['7 Teams']],
    [de, 'ein bis zwei Wochen', ['1..2 Wochen']],
    [de, 'eine Woche', []],
    [nl, 'drie tot vier weken', ['3..4 weken']],
    [fr, 'dix-sept bateaux', ['17 bateaux']],
    [fr, 'vingt-deux bateaux', []],
    [fr, 'quatre-vingt-dix bateaux', ['90 bateaux']],
    [fr, 'deux à trois semaines', ['2..3 semaines']],
    [en, 'twenty-one ships', []],
    [en, 'twenty one ships', []],
    [en, 'about ten ships', ['10 ships']],
  ])('$tag %s', (locale, text, values) => {
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

  test('each language', () => {
    const printed = Object.values(locales).map((locale) => formatNumber(-1234567.5, locale))
    expect(printed).toEqual([
      '-1.234.567,5',
      '−1\u00a0234\u00a0567,5',
      '−1\u00a0234\u00a0567,5',
      '-1.234.567,5',
      '-1.234.567,5',
      '-1\u202f234\u202f567,5',
      '-1,234,567.5',
    ])
  })

  test.each(Object.values(locales))('$tag reads what it prints', (locale) => {
    for (const number of [0, 7, 1200, 1234567.25, -4.5]) {
      const printed = formatNumber(number, locale)
      expect(parseNumber(printed, locale)).toBe(number)
      expect(valuesIn(printed, locale)).toEqual([{ value: number, unit: null, text: printed }])
    }
  })

  test('more decimals than a number can hold', () => {
    expect(() => formatValue(valuesIn(`0,${'1'.repeat(200)}`, da)[0]!, da)).not.toThrow()
  })

  test.each([
    ['2019', '2019'],
    ['2019-2020', '2019–2020'],
    ['+1,6', '+1,6'],
    ['1½ time', '1,5'],
    ['12000', '12.000'],
    ['1,5-2,25', '1,50–2,25'],
  ])('%s is printed %s', (text, printed) => {
    expect(formatValue(valuesIn(text, da)[0]!, da)).toBe(printed)
  })

  test.each(['5,0 pct.', '1.200', '3.825,50 kr.', '30–35 skibe', '-3,4 pct.'])('%s comes back as it was', (text) => {
    const printed = valuesIn(text, da).map((value) => formatValue(value, da))
    expect(printed).toEqual([text.replace(/ .*/, '')])
  })
})

describe('time grows no faster than the text', () => {
  test.each([
    ['digits', '1'],
    ['thousands', '1.111'],
    ['spaced thousands', '1 111'],
    ['ranges', '1-'],
    ['falling ranges', '98-7-'],
    ['abbreviations', '1 a. '],
    ['a chained word', '1 aaa-'],
    ['a word of apostrophes', '1aaa’'],
    ['currencies', 'kr. '],
    ['fractions', '½'],
    ['signs', '-'],
    ['number words', 'tre '],
  ])('%s', (_, part) => {
    for (const locale of [da, fr]) {
      const started = performance.now()
      valuesIn(`1 ${part.repeat(30_000)}x.1,1.1`, locale)
      expect(performance.now() - started).toBeLessThan(2_000)
    }
  })
})
