import type { RootContent } from 'mdast'
import { locales } from '../locale/locales.ts'
import type { ReadReport } from '../read/read.ts'
import { captionWords } from './captions.ts'
import { findCards } from './cards.ts'
import { findClaims } from './claims/claims.ts'
import { coverageOf } from './coverage.ts'
import { findCrossReferences } from './cross-references.ts'
import { findEntities } from './entities.ts'
import { findFootnotes } from './footnotes.ts'
import { frontMatterFacts } from './front-matter.ts'
import { findLinks } from './links.ts'
import { oddities } from './oddities.ts'
import type { Profile } from './profile.ts'
import { findReferences } from './references.ts'
import type { MarginNote, Report } from './report.ts'
import { everySection, findSection, type Outline, outline } from './sections.ts'
import { findStudies } from './studies.ts'
import { findTables } from './tables.ts'
import { plainText } from './text.ts'

/** The typed report of a tree, as its profile tells it apart. */
export function modelReport(read: ReadReport, profile: Profile): Report {
  const { tree, text, repairs } = read
  const locale = locales[profile.language]
  const captions = captionWords(profile, locale)
  const front = frontMatterFacts(read.frontMatter)
  const found = outline(tree.children, { profile, captions, locale, knownTitle: front.title })
  const { sections, frontMatter } = found
  const { tables, taken } = findTables(tree.children, { captions, profile, locale, sectionOf: found.sectionOf })
  const marginNotes = findMarginNotes(found)
  leaveText(found, taken)
  const cards = findCards(sections, tables, profile)
  const title = profile.title ?? front.title ?? found.title ?? ''
  const footnotes = findFootnotes(tree)
  const entities = findEntities(tables, profile)
  const crossReferences = findCrossReferences(text, { sections, tables, cards }, captions, locale)
  const literature = profile.bibliography ? findSection(sections, profile.bibliography) : undefined
  const report: Omit<Report, 'coverage'> = {
    schemaVersion: 1,
    title,
    subtitle: profile.subtitle ?? front.subtitle,
    shortTitle: profile.shortTitle ?? title,
    publisher: profile.publisher ?? front.publisher,
    date: profile.date ?? front.date,
    language: profile.language,
    sections,
    tables,
    cards,
    studies: findStudies(tables, profile, locale),
    footnotes,
    references: findReferences(sections, profile),
    crossReferences,
    claims: findClaims({
      tree,
      sectionOf: found.sectionOf,
      tables,
      entities,
      crossReferences,
      captions,
      locale,
      skip: (section) =>
        section !== null && (section === literature || section.kind === 'toc' || section.kind === 'backMatter'),
    }),
    entities,
    marginNotes,
    links: findLinks(tree),
    repairs,
    warnings: [...read.warnings, ...oddities(tables, footnotes)].sort((a, b) => a.line - b.line || a.column - b.column),
    frontMatter: frontMatter.filter((block) => !taken.has(block)),
  }
  return { ...report, coverage: coverageOf(read, report, taken) }
}

function findMarginNotes({ sectionOf }: Outline): MarginNote[] {
  return [...sectionOf]
    .filter(([block]) => block.type === 'marginNote')
    .map(([block, section]) => ({ text: plainText(block), line: block.position!.start.line, belongsTo: section.id }))
}

/** What became a table, a note or a footnote is no longer text of its section; a box keeps its own. */
function leaveText({ sections }: Outline, taken: Set<RootContent>): void {
  const apart = new Set(['marginNote', 'footnoteDefinition', 'thematicBreak'])
  for (const section of everySection(sections)) {
    section.body = section.body.filter(
      (block) => !apart.has(block.type) && (section.kind === 'box' || !taken.has(block)),
    )
  }
}
