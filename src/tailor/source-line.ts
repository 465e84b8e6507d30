import type { Nodes, Root } from 'mdast'
import type { SourceLine } from '../document/nodes.ts'
import { mergeLines, type Source, sourcesFrom } from '../document/source.ts'
import { Problem } from '../input/problem.ts'
import type { Locale } from '../locale/locale.ts'
import { locales } from '../locale/locales.ts'
import { listed, writtenDate } from '../locale/written.ts'
import type { Report, Section, Table, Update } from '../model/report.ts'
import { joinOf } from '../origin/origin.ts'
import { linesOrigin } from './origins.ts'
import { languageOf, type Rendering } from './rendering.ts'

/** "Source: Port Authority, table 2.1 (lines 12–18) of the report" under a table, or several; their notes are texts of their own. */
export function tableSource(tables: Table[], rendering: Rendering): SourceLine {
  const { report, corrector } = rendering
  const locale = locales[languageOf(rendering)]
  const { words } = locale
  const origins = [...new Set(tables.flatMap((table) => table.source ?? []))]
  const named = tables.map((table) => {
    const lines: [number, number] = [table.captionLine ?? table.lines![0], table.lines![1]]
    const name = table.id ? table.id.toLowerCase() : placeName(report, lines, locale)
    return { name, lines }
  })
  const places = listed(
    named.map(({ name, lines }) => `${name} (${linesText([lines], locale)})`),
    locale,
  )
  const updated = updateText(
    tables.flatMap((table) => table.updates ?? []),
    rendering,
  )
  const text = `${words.source}: ${[...origins, places].join(', ')} ${words.inTheReport}${updated}.`
  const lined = named.map(({ lines }) => linesOrigin(rendering.file, lines, 1))
  const notes = new Map(
    tables.flatMap(({ notes, noteLines }) =>
      notes.map((note, at): [string, [number, number]] => {
        const lines: [number, number] = [noteLines[at]!, noteLines[at]!]
        return [corrector.text(note, lines), lines]
      }),
    ),
  )
  const said = [...notes].map(([note, lines]) => {
    const value = ` ${words.note}: ${note}`
    return { type: 'text' as const, value, data: { origin: linesOrigin(rendering.file, lines, value.length) } }
  })
  return { type: 'sourceLine', children: [{ type: 'text', value: text }, ...said], data: { origin: joinOf(lined) } }
}

/** "Source: section 4.4 (lines 24–28) and section 5.8 (line 42) of the report": see {@link placesText}. */
export function placesSource(sources: Source[], rendering: Rendering): SourceLine {
  const { words } = locales[languageOf(rendering)]
  const updated = updateText(
    sources.flatMap((source) => source.updated ?? []),
    rendering,
  )
  const value = `${words.source}: ${placesOf(sources, rendering)} ${words.inTheReport}${updated}.`
  return { type: 'sourceLine', children: [{ type: 'text', value }] }
}

/** "Section 4.4 (lines 24–28) and section 5.8 (line 42)": the sections and lines of pieces of the report. Statements are told by
 * what they rest on. */
export function placesText(sources: Source[], rendering: Rendering): string {
  const updates = sources.flatMap((source) => source.updated ?? [])
  const text = placesOf(sources, rendering) + updateText(updates, rendering)
  return text[0]!.toUpperCase() + text.slice(1)
}

/** "; updated 1 March 2026, source Port Authority": as of which date the values of updates hold and who made them; nothing where none are. */
export function updateText(updates: Pick<Update, 'date' | 'source'>[], rendering: Rendering): string {
  const locale = locales[languageOf(rendering)]
  const { words, capitalNouns } = locale
  const source = capitalNouns ? words.source : words.source.toLowerCase()
  const all = updates.map((update) => `; ${words.updated} ${dateText(update.date, locale)}, ${source} ${update.source}`)
  return [...new Set(all)].join('')
}

/** "1 March 2026", "March 2026" or "2026". */
function dateText(written: string, locale: Locale): string {
  const [year, month, day] = written.split('-').map(Number) as [number, number?, number?]
  if (!month) return String(year)
  const date = new Date(Date.UTC(year, month - 1, day ?? 1))
  return writtenDate(date, day ? locale : { ...locale, date: locale.date.replace(/^.*?(?=\{[mM])/, '') })
}

function placesOf(sources: Source[], rendering: Rendering): string {
  const { report } = rendering
  const locale = locales[languageOf(rendering)]
  const bySection = new Map<string, [number, number][]>()
  for (const { lines } of sources) {
    const name = placeName(report, lines, locale)
    bySection.set(name, [...(bySection.get(name) ?? []), lines])
  }
  const places = [...bySection]
    .sort(([, a], [, b]) => Math.min(...a.map(([first]) => first)) - Math.min(...b.map(([first]) => first)))
    .map(([name, lines]) => `${name} (${linesText(mergeLines(lines, 4), locale)})`)
  return listed(places, locale)
}

/** Does a piece bring its own source line, or is it one? */
export function tellsItsSource({ type, data }: Nodes): boolean {
  return data?.told === true || selfTold.has(type)
}

const selfTold = new Set(['sourceLine', 'exhibit', 'chart', 'diagram', 'keyFigures', 'sourceNotes'])

/** The sources in a tree, those left out that are told where they stand. */
export function sourcesIn(nodes: Nodes[]): Source[] {
  return nodes.flatMap((node) => {
    if (tellsItsSource(node)) return []
    const inner = 'children' in node ? sourcesIn(node.children as Nodes[]) : []
    const titled = 'title' in node && Array.isArray(node.title) ? sourcesIn(node.title as Nodes[]) : []
    return [...sourcesFrom(node.data?.origin), ...titled, ...inner]
  })
}

/**
 * Each `::source` of a tree tells of what stands above it among its siblings, back to the last heading, the title of the piece or
 * another source line.
 *
 * @returns what is told of
 */
export function fillSourceLines(tree: Root | Nodes, rendering: Rendering, covered = new Set<object>()): Set<object> {
  if (!('children' in tree)) return covered
  const children = tree.children as Nodes[]
  children.forEach((node, index) => {
    if (node.type !== 'sourceLine' || node.children.length) {
      fillSourceLines(node, rendering, covered)
      return
    }
    const above = children.slice(0, index)
    const from = above.findLastIndex((sibling) => sibling.type === 'heading' || sibling.type === 'sourceLine')
    const title = from < 0 && 'title' in tree && Array.isArray(tree.title) ? tree.title : []
    const told = above.slice(Math.max(0, from))
    const sources = sourcesIn([...title, ...told])
    if (!sources.length)
      throw new Problem('has nothing above it that comes from the report', {
        ...node.asked,
        expected: 'content since the last heading or source line',
      })
    for (const each of [...told, title]) covered.add(each)
    children[index] = placesSource(sources, rendering)
  })
  return covered
}

function linesText(ranges: [number, number][], { words }: Locale): string {
  const text = ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
  const single = ranges.length === 1 && ranges[0]![0] === ranges[0]![1]
  return `${single ? words.line : words.lines} ${text}`
}

/** A text without the numbers of lines in it. */
export function withoutLines(text: string, { words }: Locale): string {
  return text.replace(new RegExp(`\\b(?:${words.lines}|${words.line}) \\d[\\d–, ]*`, 'g'), '')
}

/** "afsnit 5.3", "bilag 6": the nearest section with a number around a line; where none has, the section by its title. */
function placeName({ sections }: Report, [line]: [number, number], { words, quotes }: Locale): string {
  let numbered: string | null = null
  let titled: string | null = null
  const descend = (list: Section[]) => {
    for (const { number, title, line: first, endLine, children } of list) {
      if (line < first || line > endLine) continue
      if (number) numbered = /^\d/.test(number) ? `${words.section} ${number}` : number.toLowerCase()
      titled = `${words.section} ${quotes[0]}${title}${quotes[1]}`
      descend(children)
    }
  }
  descend(sections)
  return numbered ?? titled ?? words.frontPage
}
