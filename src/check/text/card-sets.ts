import type { Report, Section } from '../../model/report.ts'
import { everySection } from '../../model/sections.ts'
import type { Context } from '../context.ts'
import { isSameNoun, stemsOf } from './stem.ts'

/** The cards of one type, with the section that holds them. */
export interface CardSet {
  section: Section
  cards: SetCard[]
  /** The words of the section's title, the first of them what it is a section of. */
  nouns: string[]
}

export interface SetCard {
  title: string
  line: number
  year: number | null
  fields: Record<string, string>
}

/** Studies and other cards, by the section they stand in. */
export function cardSets(report: Report, { locale }: Context): CardSet[] {
  const sections = [...everySection(report.sections)]
  const holding = (line: number) => sections.findLast((section) => section.line <= line && line <= section.endLine)
  const types = [...new Set(report.cards.map(({ type }) => type))].filter((type) => type !== 'box')
  const cards = types.map((type) =>
    report.cards
      .filter((card) => card.type === type)
      .map(({ title, lines, fields }) => ({ title, line: lines[0], year: yearOf(fields.year), fields: texts(fields) })),
  )
  const studies = report.studies.map((study) => ({
    title: study.title,
    line: study.fieldLines.title ?? study.lines[0],
    year: study.year,
    fields: texts(study),
  }))
  return [studies, ...cards].flatMap((set) => {
    const [first] = set
    const section = first && shared(sections, set, holding)
    return section ? [{ section, cards: set, nouns: stemsOf(section.title, locale) }] : []
  })
}

/** The smallest section that holds all cards of a set. */
function shared(
  sections: Section[],
  set: SetCard[],
  holding: (line: number) => Section | undefined,
): Section | undefined {
  const lines = set.map(({ line }) => line)
  const own = holding(lines[0]!)
  const ends = (section: Section): number => Math.max(section.endLine, ...section.children.map(ends))
  const holders = sections.filter((section) => section.line < lines[0]! && ends(section) >= lines.at(-1)!)
  return holders.at(-1) ?? own
}

const yearOf = (value: unknown) =>
  typeof value === 'number' ? value : typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : null

const texts = (fields: object): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

/** Does a word name what a set is a set of? */
export function namesSet(stem: string, nouns: string[]): boolean {
  return nouns.some((noun) => isSameNoun(stem, noun))
}
