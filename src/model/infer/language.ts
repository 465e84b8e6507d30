import { type Language, languages, locales } from '../../locale/locales.ts'
import type { Found } from './found.ts'

/** The language whose small words are most frequent in a text. */
export function inferLanguage(text: string): Found<Language> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const shares = languages
    .map((language) => {
      const small = new Set(locales[language].functionWords)
      return { language, share: words.filter((word) => small.has(word)).length / Math.max(1, words.length) }
    })
    .sort((a, b) => b.share - a.share)
  const [best, second] = shares
  if (!best || best.share === 0)
    return { value: 'en', said: ['No small word of a language Prisme knows was found: check this one.'] }
  const told = [best, ...(second && second.share > 0 ? [second] : [])]
    .map(({ language, share }) => `${Math.round(share * 100)} % are small words of ${language}`)
    .join(', ')
  const sure = best.share >= 0.1 && best.share > (second?.share ?? 0) * 1.2 && words.length >= 20
  return {
    value: best.language,
    said: [`Of ${words.length} words ${told}.${sure ? '' : ' That is little: check it.'}`],
  }
}
