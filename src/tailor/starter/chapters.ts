import type { Profile } from '../../model/profile.ts'
import type { Report, Section, Table } from '../../model/report.ts'
import { everySection, findSection } from '../../model/sections.ts'
import { fold, plainText } from '../../model/text.ts'

/** A chapter of the report, with what a starter document takes from it. */
export interface Chapter {
  title: string
  /** The name of the first section in it that has paragraphs. */
  opening: string | null
  /** Ids of tables, in the order of the report. */
  tables: string[]
  /** A section whose tables are all taken, since they have no ids. */
  tablesOf: string | null
  /** The types of the cards that stand in it. */
  cards: string[]
}

const mostChapters = 20
const mostTables = 4
const mostTablesEach = 2

/** The chapters a starter document has: those before the appendices and the literature that hold something to show. */
export function chaptersOf(report: Report, profile: Profile): Chapter[] {
  let tablesLeft = mostTables
  const bibliography = profile.bibliography ? findSection(report.sections, profile.bibliography) : undefined
  const chapters = topSections(report.sections.filter((section) => section !== bibliography && isText(section)))
  return chapters
    .map((chapter): Chapter => {
      const sections = [...everySection([chapter])]
      const tables = tablesIn(sections, report).slice(0, Math.min(tablesLeft, mostTablesEach))
      const tablesOf = tables.length || !tablesLeft ? null : nameOfTables(sections, report)
      tablesLeft -= tablesOf ? 1 : tables.length
      return {
        title: chapter.title,
        opening: openingOf(sections, report),
        tables: tables.map(({ id }) => id!),
        tablesOf,
        cards: cardsIn(sections, report, profile),
      }
    })
    .filter(({ opening, tables, tablesOf, cards }) => opening || tables.length || tablesOf || cards.length)
    .slice(0, mostChapters)
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

function openingOf(sections: Section[], report: Report): string | null {
  const cardLines = new Set(report.cards.map(({ lines }) => lines[0]))
  for (const section of sections) {
    if (section.kind !== 'section' || cardLines.has(section.line)) continue
    const paragraphs = section.body.filter((block) => block.type === 'paragraph').slice(0, 2)
    const name = reachable(section, report)
    if (name && paragraphs.some((block) => /\p{L}/u.test(plainText(block)))) return name
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
