import { describe, expect, test } from 'vitest'
import { foreignLanguage } from '../../src/locale/foreign.ts'
import { languageTag } from '../../src/locale/language-tag.ts'
import { languages, locales } from '../../src/locale/locales.ts'
import { told } from '../support/told.ts'

const pairs = languages.flatMap((around) => languages.map((language) => [around, language] as const))
const sentencesOf = (text: string) => text.split(/(?<=\.)\s+/)

describe('the language of a passage', () => {
  test.each(pairs)('in a text in %s, a paragraph in %s', (around, language) => {
    expect(foreignLanguage(told[language], around)).toBe(around === language ? null : language)
  })

  test('a sentence has its own or none, and most have it', () => {
    const found = pairs.flatMap(([around, language]) =>
      sentencesOf(told[language]).map((sentence) => ({
        sentence,
        around,
        language,
        is: foreignLanguage(sentence, around),
      })),
    )
    expect(found.filter(({ is, around, language }) => is && (is !== language || is === around))).toEqual([])
    const foreign = found.filter(({ around, language }) => around !== language)
    expect(foreign.filter(({ is }) => is).length / foreign.length).toBeGreaterThan(0.9)
  })

  test.each([
    ['Pathways to Work: evidence from a trial in the north', 'en'],
    ['ANNUAL REPORT OF THE PORTS AND THE SHIPS THAT CALL', 'en'],
    ['Wege in die Beschäftigung und was sie kosten', 'de'],
    ['Une évaluation de la politique des ports', 'fr'],
    ['En utvärdering av och för hamnarna', 'sv'],
    ['Hva virker? En gjennomgang av tiltak', 'nb'],
    ['Wat werkt er niet aan het beleid', 'nl'],
  ])('a title: %s', (title, language) => expect(foreignLanguage(title, 'da')).toBe(language))

  test.each([
    ['names', 'Gerard J. van den Berg, Ursula von der Leyen'],
    ['names of places', 'Rio de la Plata og Den Haag'],
    ['numbers', '1.200 (5,9 pct.) – 2012'],
    ['an abbreviation', 'IT OG OF'],
    ['few words', 'Individual Placement and Support'],
    ['words that mean something else', 'Ny by, ny have'],
    ['words of the trade', 'onboarding, webinars og workshops i et team'],
    ['an address', 'https://example.org/the/report/of/the/year'],
    ['another language within', 'Studiet The Effects of the Programme er fra 2012 og bruger et forsøg'],
    ['a language of two that write it alike', 'Jeg kan ikke se det'],
  ])('none: %s', (_, text) => expect(foreignLanguage(text, 'da')).toBeNull())

  test('names in a text in English', () => {
    expect(foreignLanguage('Ursula von der Leyen and Charles de Gaulle', 'en')).toBeNull()
    expect(foreignLanguage('Mario del Monte', 'en')).toBeNull()
  })
})

test('a word is a homograph only where it is a small word of another language', () => {
  for (const language of languages) {
    const others = languages.filter((other) => other !== language).flatMap((other) => locales[other].functionWords)
    const { homographs, functionWords } = locales[language]
    expect(homographs.filter((word) => !others.includes(word) || functionWords.includes(word))).toEqual([])
  }
})

test.each([
  ['en', 'en'],
  ['EN-gb', 'en-GB'],
  ['zh-Hant-TW', 'zh-Hant-TW'],
  ['grc', 'grc'],
  ['dk', undefined],
  ['english', undefined],
  ['en_GB', undefined],
  ['e', undefined],
  ['en-', undefined],
  ['', undefined],
])('the tag "%s" is %s', (written, tag) => expect(languageTag(written)).toBe(tag))
