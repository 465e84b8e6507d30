import type { Report } from '../model/report.ts'
import { everySection } from '../model/sections.ts'
import { plainText } from '../model/text.ts'

/** Sets a text printed in capitals in sentence case. */
export type SentenceCase = (printed: string) => string

/**
 * Sentence case as the report itself writes its words: a word takes the form it mostly has inside the report's sentences, so names
 * and abbreviations keep their capitals. A word that the report never writes otherwise becomes small.
 * A text that is not in capitals is left as it is.
 */
export function sentenceCase(report: Report): SentenceCase {
  let forms: Map<string, string> | undefined
  return (printed) => {
    const letters = printed.match(/\p{L}/gu) ?? []
    if (letters.filter((letter) => /\p{Lu}/u.test(letter)).length <= letters.length * 0.5) return printed
    forms ??= commonForms(report)
    const written = printed.replace(/[\p{L}\p{N}]+/gu, (word) =>
      /\p{Ll}/u.test(word) ? word : (forms!.get(word.toLowerCase()) ?? word.toLowerCase()),
    )
    return written.replace(/\p{L}/u, (first) => first.toUpperCase())
  }
}

/** Each word in the form most often used where capitals are not due to a sentence's beginning. */
function commonForms(report: Report): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const section of everySection(report.sections)) {
    for (const block of section.body) {
      const text = plainText(block)
      for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
        if (index === 0 || /[.!?:”"']\s*$|^\s*$/u.test(text.slice(Math.max(0, index - 3), index))) continue
        const forms = counts.get(word.toLowerCase()) ?? new Map<string, number>()
        forms.set(word, (forms.get(word) ?? 0) + 1)
        counts.set(word.toLowerCase(), forms)
      }
    }
  }
  return new Map([...counts].map(([word, forms]) => [word, [...forms].sort((a, b) => b[1] - a[1])[0]![0]]))
}
