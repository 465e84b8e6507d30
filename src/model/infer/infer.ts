import { type Language, languageOfCode, locales } from '../../locale/locales.ts'
import type { ReadReport } from '../../read/read.ts'
import { captionWords } from '../captions.ts'
import { fieldText, frontMatterFacts } from '../front-matter.ts'
import type { Profile } from '../profile.ts'
import type { Section } from '../report.ts'
import { everySection, outline } from '../sections.ts'
import { findTables } from '../tables.ts'
import { inferCaptions } from './captions.ts'
import { inferBackMatter, inferBibliography } from './closing.ts'
import { inferEntities } from './entities.ts'
import { atLines } from './found.ts'
import { inferHeadingCards } from './heading-cards.ts'
import { inferLanguage } from './language.ts'
import { inferTableCards } from './table-cards.ts'
import { inferTitlePage } from './title-page.ts'
import { inferWords } from './words.ts'

/** A profile read off a report, and for each key what it was read from. */
export interface Inferred {
  profile: Profile
  /** Sentences for whoever checks it, by key of the profile; `headings` tells of them all. */
  said: Partial<Record<keyof Profile | 'headings', string[]>>
}

export interface InferOptions {
  /** Said by the user; else the front matter's, else that of the report's small words. */
  language?: Language | undefined
  /** The title of a report that has none: the name of its file. */
  name: string
}

/** The profile of a report that nobody has described yet. It is a beginning: what it rests on is told, to be checked. */
export function inferProfile(read: ReadReport, { language, name }: InferOptions): Inferred {
  const blocks = read.tree.children
  const matter = read.frontMatter
  const tongue = languageFor(read.text, matter, language)
  const locale = locales[tongue.value]
  const words = inferWords(tongue.value)

  const captions = inferCaptions(blocks, locale, words)
  const draft: Profile = { language: tongue.value, captions: captions.value, cards: {}, entities: {} }
  const labels = captionWords(draft, locale)
  const options = { profile: draft, captions: labels, locale, knownTitle: frontMatterFacts(matter).title }
  const backMatter = inferBackMatter(outline(blocks, options).sections, locale, words)
  if (backMatter.value.length) draft.backMatter = backMatter.value
  const found = outline(blocks, options)
  const { tables } = findTables(blocks, { captions: labels, profile: draft, locale, sectionOf: found.sectionOf })

  const page = inferTitlePage(matter, found, locale, name)
  const bibliography = inferBibliography(found.sections, locale)
  const headingCards = inferHeadingCards(found.sections, locale, Object.values(labels).flat())
  const tableCards = inferTableCards(blocks, tables, words, headingCards.value)
  const figures = tables.filter(
    ({ lines, kind, empty }) => !empty && kind !== 'box' && !tableCards.lines.includes(lines![0]),
  )
  const entities = inferEntities(figures, read.tree, words)

  return {
    profile: {
      language: tongue.value,
      title: page.title.value,
      ...given('subtitle', page.subtitle.value),
      ...given('publisher', page.publisher.value),
      ...given('date', page.date.value),
      ...(Object.keys(captions.value).length ? { captions: captions.value } : {}),
      ...given('backMatter', draft.backMatter),
      ...given('bibliography', bibliography.value),
      cards: { ...headingCards.value, ...tableCards.value },
      entities: entities.value,
    },
    said: {
      language: tongue.said,
      title: page.title.said,
      subtitle: page.subtitle.said,
      publisher: page.publisher.said,
      date: page.date.said,
      captions: captions.said,
      backMatter: backMatter.said,
      bibliography: bibliography.said,
      cards: [...headingCards.said, ...tableCards.said],
      entities: entities.said,
      headings: [numberingOf(found.sections)],
    },
  }
}

const given = <K extends string, T>(key: K, value: T | undefined) =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, T>>

function languageFor(text: string, fields: Record<string, unknown>, wanted: Language | undefined) {
  if (wanted) return { value: wanted, said: ['As asked for with --language.'] }
  const stated = fieldText(fields.lang ?? fields.language)
  const known = stated === undefined ? undefined : languageOfCode(stated)
  if (known) return { value: known, said: [`The report's front matter says “${stated}”.`] }
  return inferLanguage(text)
}

function numberingOf(sections: Section[]): string {
  const all = [...everySection(sections)].filter((section) => section.kind === 'section')
  const numbered = all.filter((section) => section.number)
  if (!all.length) return 'The report has no headings.'
  if (!numbered.length) return `None of the ${all.length} headings is numbered: sections are named by their titles.`
  return `${numbered.length} of ${all.length} headings are numbered (${atLines(numbered.map((section) => section.line))}): those sections are named by their numbers.`
}
