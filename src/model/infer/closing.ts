import type { Locale } from '../../locale/locale.ts'
import type { Section } from '../report.ts'
import { everySection, findSection } from '../sections.ts'
import { fold } from '../text.ts'
import { atLines, type Found, quoted } from './found.ts'
import type { InferWords } from './words.ts'

const isNamed = (section: Section, titles: string[]) => titles.some((title) => fold(title) === fold(section.title))

/** The section that lists the literature, by its title; the last where there are several. */
export function inferBibliography(sections: Section[], locale: Locale): Found<string | undefined> {
  const all = [...everySection(sections)].filter(
    (section) => section.kind !== 'toc' && isNamed(section, locale.bibliography),
  )
  const last = all.at(-1)
  const name = last && (last.number ?? last.title)
  if (!last || !name || findSection(sections, name) !== last) return { value: undefined, said: [] }
  const others = all.slice(0, -1).map((section) => section.line)
  return {
    value: name,
    said: [
      `The section ${quoted(last.title)}, ${atLines([last.line])}.${others.length ? ` So are titled: ${atLines(others)}.` : ''}`,
    ],
  }
}

/**
 * Unnumbered sections after a numbered report, which are no part of its last chapter: one titled as a bibliography, and
 * the last heading where it begins with "about" in the report's language.
 */
export function inferBackMatter(sections: Section[], locale: Locale, words: InferWords): Found<string[]> {
  const all = [...everySection(sections)].sort((a, b) => a.line - b.line)
  const lastNumbered = all.findLastIndex((section) => section.number)
  if (lastNumbered < 0) return { value: [], said: [] }
  const after = all.slice(lastNumbered + 1).filter((section) => section.kind === 'section')
  const found = after.filter(
    (section) =>
      isNamed(section, locale.bibliography) ||
      (section === all.at(-1) && words.about.some((word) => `${fold(section.title)} `.startsWith(`${word} `))),
  )
  return {
    value: [...new Set(found.map((section) => section.title))],
    said: found.map((section) => `${quoted(section.title)} has no number and stands last, ${atLines([section.line])}.`),
  }
}
