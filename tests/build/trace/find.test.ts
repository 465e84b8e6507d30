import { describe, expect, test } from 'vitest'
import { finderOf } from '../../../src/build/trace/find.ts'
import { locales } from '../../../src/locale/locales.ts'

const found = (wanted: string, text: string, language: 'da' | 'en' | 'de' = 'da') =>
  finderOf(wanted, locales[language])(text).map(({ at, end }) => text.slice(at, end))

describe('numbers are found by value', () => {
  test.each<[string, string, string[]]>([
    ['7554', 'I alt 7.554 skibe, ikke 17.554', ['7.554']],
    ['7.554', 'I alt 7554 skibe', ['7554']],
    ['6,8 pct.', '6,8 procent og 6,8 %, men 6,8 uger', ['6,8 procent', '6,8 %']],
    ['6,8', '6,8 pct. og 6,80 uger', ['6,8', '6,80']],
    ['200', '180–200 borgere', ['180–200']],
    ['180-200', '180–200 borgere og 200 skibe', ['180–200']],
    ['54', '7.554', []],
  ])('%s in "%s"', (wanted, text, spans) => expect(found(wanted, text)).toEqual(spans))

  test('in the notation of the language', () => {
    expect(found('1,200', '1,200 ships, 1.2 tons', 'en')).toEqual(['1,200'])
    expect(found('1.200', '1\u202f200 Schiffe', 'de')).toEqual(['1\u202f200'])
  })
})

describe('words are found as they stand, however they are set', () => {
  test.each<[string, string, string[]]>([
    ['ledige akademikere', 'De ledige\u00a0aka\u00addemikere', ['ledige\u00a0aka\u00addemikere']],
    ['"op til" - cirka', '“op til” – cirka', ['“op til” – cirka']],
    ['Ledige', 'de ledige', []],
    ['tabel 5.1', 'Se tabel 5.1 og tabel 5.13', ['tabel 5.1']],
    ['5.1', 'Se tabel 5.1, 15.1 og 5.13', ['5.1']],
    ['   ', 'Ord', []],
  ])('"%s" in "%s"', (wanted, text, spans) => expect(found(wanted, text)).toEqual(spans))
})
