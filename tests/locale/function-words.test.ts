import { expect, test } from 'vitest'
import { type Language, languages, locales } from '../../src/locale/locales.ts'
import { told } from '../support/told.ts'

/** How many of a text's words are function words of a language. */
function score(text: string, language: Language): number {
  const own = new Set(locales[language].functionWords)
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => own.has(word)).length
}

test.each(languages)('a paragraph in %s scores highest in it, and clearly', (language) => {
  const own = score(told[language], language)
  const others = languages.filter((other) => other !== language)
  const close = others.filter((other) => score(told[language], other) >= own * 0.9)
  expect(close).toEqual([])
})

test.each(languages)('a sentence in %s is told from the other languages', (language) => {
  for (const sentence of told[language].split(/(?<=\.)\s+/)) {
    const best = Math.max(...languages.map((other) => score(sentence, other)))
    expect(
      languages.filter((other) => score(sentence, other) === best),
      sentence,
    ).toEqual([language])
  }
})

test('each two languages differ in at least ten function words', () => {
  const close = languages.flatMap((one) =>
    languages
      .filter((other) => other !== one)
      .filter((other) => {
        const words = new Set(locales[other].functionWords)
        return locales[one].functionWords.filter((word) => !words.has(word)).length < 10
      })
      .map((other) => `${one} ${other}`),
  )
  expect(close).toEqual([])
})
