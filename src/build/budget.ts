import type { Document } from '../document/document.ts'
import { passagesOf } from '../document/passages.ts'
import { lixOf, type Readability, sentencesIn, wordsIn } from '../document/readability.ts'
import type { AudienceDocument } from '../tailor/audience.ts'
import type { Made } from './formats.ts'
import type { ArtifactFinding } from './manifest.ts'

/** What a document has too much of, and what to cut. */
export function overBudget(
  document: Document,
  { pages, headings }: Made,
  { words, lix }: Readability,
  limits: AudienceDocument['limits'] = {},
): ArtifactFinding[] {
  const over: ArtifactFinding[] = []
  const find = (rule: string, message: string) => over.push({ rule, severity: 'warning', message })
  if (document.kind === 'deck' && pages && limits.slides && pages > limits.slides)
    find(
      'slide-limit',
      `${pages} slides, the limit is ${limits.slides}. ${longestParts(document, (words * (pages - limits.slides)) / pages)}`,
    )
  if (document.kind === 'brief' && pages && limits.pages && pages > limits.pages) {
    const beyond = headings.filter(({ page }) => page > limits.pages!).map(({ title }) => `"${title}"`)
    const what = beyond.length ? beyond.join(', ') : 'the end of the last section'
    const parts = longestParts(document, (words * (pages - limits.pages)) / pages)
    find('page-limit', `${pages} pages, the limit is ${limits.pages}: beyond it stand ${what}. ${parts}`)
  }
  if (limits.words && words > limits.words)
    find('word-limit', `${words} words, the limit is ${limits.words}. ${longestParts(document, words - limits.words)}`)
  if (limits.lix && lix !== null && lix > limits.lix)
    find('reading-level', `LIX ${lix}, the limit is ${limits.lix}. Hardest: ${hardest(document)}`)
  return over
}

/** The longest parts, as many as are needed to find what must go. */
function longestParts(document: Document, surplus: number): string {
  const lengths = new Map<string, number>()
  for (const { under, text } of passagesOf(document))
    lengths.set(under, (lengths.get(under) ?? 0) + wordsIn(text).length)
  const longest = [...lengths].sort((a, b) => b[1] - a[1]).slice(0, 3)
  const parts = longest.map(([title, count]) => `"${title}" (${count} words)`)
  return `About ${Math.ceil(surplus)} words must go; longest are ${parts.join(', ')}`
}

/** The three sentences that are hardest to read, with their own LIX. */
function hardest(document: Document): string {
  const sentences = passagesOf(document)
    .filter(({ isProse }) => isProse)
    .flatMap(({ text }) => sentencesIn(text))
    .filter((sentence) => wordsIn(sentence).length > 5)
    .map((sentence) => ({ sentence, lix: lixOf([sentence]) }))
    .sort((a, b) => b.lix - a.lix)
    .slice(0, 3)
  return sentences.map(({ sentence, lix }) => `"${shortened(sentence)}" (${Math.round(lix)})`).join(', ')
}

const shortened = (sentence: string) => (sentence.length > 70 ? `${sentence.slice(0, 69).trimEnd()}…` : sentence)
