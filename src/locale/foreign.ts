import { particles } from './international.ts'
import type { Locale } from './locale.ts'
import { type Language, languages, locales } from './locales.ts'

/** Fewer small words than this tell no language; nor do those that are less than this share of all words. */
const fewest = 2
const leastShare = 0.1
/** One word of the language around it may stand in so many of another, as names do. */
const wordsForOne = 40

/**
 * The language of a passage that is in another one than the text around it; null where that is not sure.
 *
 * A passage is told by words that one language has and the other has not: small words, and words with letters of its own. It must
 * have two of them, and more than speak for any third language; and none that speaks for the language around it. Names, figures
 * and short titles, which have no small words, thus have no language.
 */
export function foreignLanguage(text: string, around: Language): Language | null {
  const words = wordsOf(text)
  const told = languages.find((language) => {
    if (language === around) return false
    const found = evidence(words, language, around)
    if (new Set(found).size < fewest || found.length < words.length * leastShare) return false
    if (evidence(words, around, language).length > words.length / wordsForOne) return false
    return languages.every(
      (other) =>
        other === language || evidence(words, language, other).length > evidence(words, other, language).length,
    )
  })
  return told ?? null
}

/** The languages that passages within a text may be in, none as a rule: those it has enough words of. */
export function foreignCandidates(text: string, around: Language): Language[] {
  const words = lettersIn(text.toLowerCase()).map((word) => ({ text: word, isCapital: false }))
  return languages.filter(
    (language) => language !== around && new Set(evidence(words, language, around)).size >= fewest,
  )
}

/** Has a text a word that speaks for a language, and not for that around it? */
export function speaksFor(language: Language, text: string, around: Language): boolean {
  return evidence(wordsOf(text), language, around).length > 0
}

interface Word {
  /** In small letters; empty for abbreviations and parts of names, which are of no language. */
  text: string
  isCapital: boolean
}

const address = /\S*(?::\/\/|@|www\.)\S*/g

function wordsOf(text: string): Word[] {
  const written = lettersIn(text.replace(address, ' '))
  const inCapitals = !/\p{Ll}/u.test(text)
  const isName = written.every((word) => isCapital(word) || particles.includes(word))
  return written.map((word) => {
    const isAbbreviation = !inCapitals && word.length > 1 && !/\p{Ll}/u.test(word)
    const small = word.toLowerCase()
    const tells = !isAbbreviation && !(isName && particles.includes(small))
    return { text: tells ? small : '', isCapital: isCapital(word) }
  })
}

const lettersIn = (text: string): string[] => text.match(/\p{L}+/gu) ?? []

const isCapital = (word: string) => /^\p{Lu}/u.test(word)

/** The words that speak for one language and against another. */
function evidence(words: Word[], one: Language, other: Language): string[] {
  const [own, not] = [vocabularies[one], vocabularies[other]]
  return words.flatMap(({ text, isCapital }) => {
    if (own.small.has(text)) return not.all.has(text) ? [] : [text]
    if (isCapital || /^[a-z]*$/.test(text)) return []
    return [...text].some((letter) => own.letters.has(letter) && !not.letters.has(letter)) ? [text] : []
  })
}

/** The small words of a language, all its words that may be taken for another's, and its letters. */
function vocabulary({ functionWords, homographs, numberWords, to, about, letters }: Locale) {
  return {
    small: new Set(functionWords),
    all: new Set([...functionWords, ...homographs, ...Object.keys(numberWords), ...to, ...about]),
    letters: new Set(letters),
  }
}

const vocabularies = Object.fromEntries(
  languages.map((language) => [language, vocabulary(locales[language])]),
) as Record<Language, ReturnType<typeof vocabulary>>
