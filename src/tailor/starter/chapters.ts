import type { Profile } from '../../model/profile.ts'
import type { Report, Section, Table } from '../../model/report.ts'
import { everySection, findSection } from '../../model/sections.ts'
import { fold, plainText } from '../../model/text.ts'

/** A chapter of the report, with what a starter document takes from it. */
export interface Chapter {
  title: string
  /** Where it begins to speak: the first section in it that has paragraphs. */
  opening: Opening | null
  /** Ids of tables, in the order of the report. */
  tables: string[]
  /** A section whose tables are all taken, since they have no ids. */
  tablesOf: string | null
  /** The types of the cards that stand in it. */
  cards: string[]
}

/** The blocks a section begins with, as a template asks for them. */
export interface Opening {
  section: string
  only: 'paragraphs' | null
  first: number
}

export interface Chapters {
  chapters: Chapter[]
  /** The lines of those that are left out: nothing in them can be shown, or they are too many. */
  left: number[]
}

const mostChapters = 20
const mostTables = 4
const mostTablesEach = 2

/** The chapters a starter document has: those before the appendices and the literature that hold something to show. */
export function chaptersOf(report: Report, profile: Profile): Chapters {
  let tablesLeft = mostTables
  const bibliography = profile.bibliography ? findSection(report.sections, profile.bibliography) : undefined
  const sections = topSections(report.sections.filter((section) => section !== bibliography && isText(section)))
  const shown: Chapter[] = []
  const left: number[] = []
  for (const section of sections) {
    const chapter = chapterOf(section, report, profile, tablesLeft)
    const { opening, tables, tablesOf, cards } = chapter
    const hasContent = opening || tables.length || tablesOf || cards.length
    if (hasContent && shown.length < mostChapters) {
      shown.push(chapter)
      tablesLeft -= tablesOf ? 1 : tables.length
    } else if (section.title) left.push(section.line)
  }
  return { chapters: shown, left }
}

function chapterOf(chapter: Section, report: Report, profile: Profile, tablesLeft: number): Chapter {
  const sections = [...everySection([chapter])]
  const tables = tablesIn(sections, report).slice(0, Math.min(tablesLeft, mostTablesEach))
  return {
    title: chapter.title,
    opening: openingOf(sections, report),
    tables: tables.map(({ id }) => id!),
    tablesOf: tables.length || !tablesLeft ? null : nameOfTables(sections, report),
    cards: cardsIn(sections, report, profile),
  }
}

/** The tables before the first section that have an id. */
export function tablesOfFrontMatter({ tables }: Report): string[] {
  return tables
    .filter((table) => table.section === null && isShown(table))
    .slice(0, mostTables)
    .map(({ id }) => id!)
}

/** Not an appendix, and not what stands around the text. */
const isText = ({ kind, number }: Section) => kind === 'section' && (!number || /^\d/.test(number))

/** One section that holds all others is no chapter but the report: its own sections are. */
function topSections(sections: Section[]): Section[] {
  const [only, ...rest] = sections
  if (!only || rest.length || only.children.filter(isText).length < 2) return sections
  return [{ ...only, children: [] }, ...only.children.filter(isText)]
}

/** The name by which a template finds a section; null where that name is another's, or cannot be written. */
function reachable(section: Section, { sections }: Report): string | null {
  const name = section.number ?? section.title
  return findSection(sections, name)?.id === section.id && !name.includes('\\') ? name : null
}

function openingOf(sections: Section[], report: Report): Opening | null {
  const cardLines = new Set(report.cards.map(({ lines }) => lines[0]))
  for (const section of sections) {
    const name = reachable(section, report)
    if (section.kind !== 'section' || cardLines.has(section.line) || !name) continue
    const paragraphs = section.body.filter((block) => block.type === 'paragraph').slice(0, 2)
    const texts = paragraphs.map((block) => plainText(block))
    if (!texts.some((text) => /\p{L}/u.test(text))) continue
    if (!texts[0]!.endsWith(':')) return { section: name, only: 'paragraphs', first: texts[1]?.endsWith(':') ? 1 : 2 }
    // it leads up to what follows, which is to come along
    return { section: name, only: null, first: section.body.indexOf(paragraphs[0]!) + 2 }
  }
  return null
}

function tablesIn(sections: Section[], report: Report): Table[] {
  const ids = new Set(sections.map(({ id }) => id))
  return report.tables.filter((table) => table.section !== null && ids.has(table.section) && isShown(table))
}

/** Has content and an id, and fits on a page. */
function isShown(table: Table): boolean {
  return table.kind === 'table' && !table.empty && table.id !== null && table.rows.length <= 30 && width(table) <= 7
}

const width = ({ rows }: Table) => rows[0]?.length ?? 0

/** The first section that has tables without ids and none that is not for showing. */
function nameOfTables(sections: Section[], report: Report): string | null {
  for (const section of sections) {
    const tables = report.tables.filter((table) => table.section === section.id && !table.empty)
    const fit = tables.every((table) => table.kind === 'table' && table.rows.length <= 30 && width(table) <= 7)
    const name = reachable(section, report)
    if (name && tables.length && tables.length <= 3 && fit && tables.every(({ rows }) => rows.length)) return name
  }
  return null
}

function cardsIn(sections: Section[], { cards }: Report, profile: Profile): string[] {
  return Object.entries(profile.cards).flatMap(([type, card]) => {
    const home = card.from === 'headings' ? fold(card.in) : null
    const isHere = sections.some(({ number, title }) => fold(number ?? title) === home)
    return isHere && cards.some((found) => found.type === type) ? [type] : []
  })
}
