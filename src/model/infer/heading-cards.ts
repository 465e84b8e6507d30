import type { Locale } from '../../locale/locale.ts'
import type { HeadingCards } from '../profile.ts'
import type { Section } from '../report.ts'
import { everySection, findSection } from '../sections.ts'
import { fold } from '../text.ts'
import { atLines, cardType, type Found, keyOf, quoted } from './found.ts'

interface Series {
  word: string
  /** As the profile writes it. */
  pattern: string
  members: { section: Section; number: number }[]
}

/** The cards that stand as headings, one word counted up: "Recommendation 1: …", "Recommendation 2: …". */
export function inferHeadingCards(
  sections: Section[],
  locale: Locale,
  captionWords: string[],
): Found<Record<string, HeadingCards>> {
  const value: Record<string, HeadingCards> = {}
  const said: string[] = []
  const notCards = new Set([...locale.section, ...locale.appendix, ...captionWords].map((word) => fold(word)))
  const parents = [null, ...everySection(sections)]
  for (const parent of parents) {
    for (const { word, pattern, members } of seriesAmong(parent?.children ?? sections)) {
      if (notCards.has(fold(word)) || !isSeries(members)) continue
      const where = `${members.length} headings read as ${quoted(pattern)}, ${atLines(members.map(({ section }) => section.line))}`
      const home = parent && (parent.number ?? parent.title)
      if (!home || findSection(sections, home) !== parent) {
        said.push(`${where}; they are no cards, since no heading of its own name stands above them.`)
        continue
      }
      const type = cardType(locale.recommendation.includes(fold(word)) ? 'recommendation' : keyOf(word), value)
      value[type] = { from: 'headings', in: home, heading: pattern }
      said.push(`${where}, in section ${quoted(home)}.`)
    }
  }
  return { value, said }
}

function seriesAmong(sections: Section[]): Series[] {
  const found = new Map<string, Series>()
  for (const section of sections) {
    if (section.number || section.kind !== 'section') continue
    const match = /^(\p{L}[\p{L}-]*)(\s*(?:#|n[or]\.\s?|n[°º]\s?)?)(\d{1,3})(\s*[.:–—-]\s*)(\S.*)$/iu.exec(
      section.title,
    )
    if (!match || match[1]!.includes('{')) continue
    const [, word, before, number, after] = match as unknown as [string, string, string, string, string]
    if (!before) continue
    const pattern = `${word}${before}{number}${after}{title}`
    const series = found.get(pattern.toLowerCase()) ?? { word, pattern, members: [] }
    series.members.push({ section, number: Number(number) })
    found.set(pattern.toLowerCase(), series)
  }
  return [...found.values()]
}

/** Two or more, counted up, and with a text of their own more often than not: a part of a report has sections instead. */
function isSeries(members: Series['members']): boolean {
  const rising = members.slice(1).every(({ number }, index) => number > members[index]!.number)
  const texts = members.filter(({ section }) =>
    section.body.some((block) => block.type === 'paragraph' || block.type === 'list'),
  )
  return members.length >= 2 && rising && texts.length > members.length / 2
}
