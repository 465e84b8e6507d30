import type { RootContent } from 'mdast'
import type { Locale } from '../locale/locale.ts'
import { quoted } from '../model/claims/claims.ts'
import { type Grid, gridsOf } from '../model/claims/grid.ts'
import type { Mention } from '../model/claims/mentions.ts'
import { entityFinder } from '../model/claims/naming.ts'
import { passagesIn } from '../model/claims/prose.ts'
import type { Claim, Report, Section } from '../model/report.ts'
import { everySection } from '../model/sections.ts'
import { reportFile } from '../model/traced-text.ts'
import type { Origin } from '../origin/origin.ts'
import { slice, type Traced } from '../origin/traced.ts'
import type { Nearness, Sentence } from './assertions/sentence.ts'
import { groupBy } from './group-by.ts'

/** A sentence of a report, and the line that each of its characters stands on. */
export interface ReportSentence extends Sentence, Traced {
  /** The numbers of it that are known to be those of cells. */
  claims: Claim[]
}

/** A text of the report: a paragraph, an item of a list, a heading or a note. */
interface Text extends Traced {
  sentences: { from: number; to: number }[]
  lineAt: (at: number) => number
  section: Section | null
  /** Its block: the items of a list have one. */
  block: number
  /** The table that it stands below. */
  table: string | null
}

/** The tables of a report as assertions are held against them. */
export function gridsIn(report: Report, locale: Locale): { grids: Grid[]; tableOf: (grid: Grid) => number } {
  const all = report.tables.map((table) => gridsOf([{ table, order: 0 }], report.entities, locale)[0] ?? null)
  const at = new Map(all.flatMap((grid, index): [Grid, number][] => (grid ? [[grid, index]] : [])))
  return { grids: [...at.keys()], tableOf: (grid) => at.get(grid)! }
}

/** Every sentence of a report's text, of its headings, and of the notes below its tables. */
export function sentencesIn(report: Report, locale: Locale): ReportSentence[] {
  const find = entityFinder(report.entities)
  const texts = textsIn(report, locale)
  const claimsAt = groupBy(report.claims, ({ sentence }) => sentence)
  const tablesNear = nearTables(texts, report)
  return texts.flatMap((text, index) => {
    const named = find(text.text)
    return text.sentences.map(({ from, to }): ReportSentence => {
      const sentence = text.text.slice(from, to)
      const claims = claimsAt.get(sentence) ?? []
      return {
        ...slice(text, from, to),
        before: text.text.slice(0, from),
        entities: named
          .filter(({ at }) => at < to)
          .map(({ at, end, entity }) => ({ at: at - from, end: end - from, entity })),
        claims,
        nearness: tablesNear(text, index, sentence),
        isFollowed: (mention) => claims.some((claim) => isOf(claim, mention, sentence)),
      }
    })
  })
}

/** Does a claim tell of a number of its sentence? */
export const isOf = ({ value, max, quote }: Claim, mention: Mention, sentence: string) =>
  mention.value === value && mention.max === max && quoted(sentence, mention.at) === quote

function textsIn(report: Report, locale: Locale): Text[] {
  const literature = new Set(['toc', 'backMatter'])
  const sections = [...everySection(report.sections)].filter(({ kind }) => !literature.has(kind))
  let block = 0
  const inBody = sections.flatMap((section) => [
    textOf(section.title, section.line, section, block++, null),
    ...section.body.flatMap((each: RootContent) => {
      block++
      return passagesIn(each, section, 0, locale).map((passage): Text => ({ ...passage, block, table: null }))
    }),
  ])
  const byId = new Map(sections.map((section) => [section.id, section]))
  const notes = report.tables.flatMap(({ id, caption, notes: own, noteLines, section }) =>
    own.map((note, at) =>
      textOf(note, noteLines[at] ?? 1, byId.get(section ?? '') ?? null, block++, id ?? caption ?? null),
    ),
  )
  return [...inBody, ...notes]
}

function textOf(text: string, line: number, section: Section | null, block: number, table: string | null): Text {
  // a heading or note is known by its line alone
  const point = { line, column: 1 }
  const origin: Origin = { kind: 'block', file: reportFile, start: point, end: point, length: text.length }
  return { text, origin, sentences: [{ from: 0, to: text.length }], lineAt: () => line, section, block, table }
}

/** How many texts apart two may stand for one to be about the tables that the other gives numbers of. */
const reach = 3

function nearTables(
  texts: Text[],
  report: Report,
): (text: Text, index: number, sentence: string) => (grid: Grid) => Nearness {
  const referring = groupBy(
    report.crossReferences.filter(({ targetKind }) => targetKind === 'table' || targetKind === 'figure'),
    ({ line }) => line,
  )
  const parents = new Map<string, Section>()
  for (const section of everySection(report.sections))
    for (const child of section.children) parents.set(child.id, section)
  const claimed = groupBy(report.claims, ({ sentence }) => sentence)
  const ownTables = texts.map(({ text, sentences }) => {
    const claims = sentences.flatMap(({ from, to }) => claimed.get(text.slice(from, to)) ?? [])
    return new Set(claims.filter(({ derived }) => derived !== 'count').map(({ table }) => table))
  })
  return (text, index, sentence) => {
    const [first, last] = [text.lineAt(0), text.lineAt(text.text.length)]
    const references = Array.from({ length: last - first + 1 }, (_, at) => referring.get(first + at) ?? []).flat()
    const anchored = new Set<string>()
    texts.forEach((other, at) => {
      const isBeside = other.section === text.section && (other.block === text.block || Math.abs(at - index) <= reach)
      if (isBeside) for (const table of ownTables[at]!) anchored.add(table)
    })
    const above = new Set<string>()
    for (let section = text.section; section; section = parents.get(section.id) ?? null) above.add(section.id)
    return ({ name, table }): Nearness => {
      if (text.table === name) return 'basis'
      if (references.some(({ target, text: said }) => target === table.id && sentence.includes(said)))
        return 'reference'
      if (table.section !== null && above.has(table.section)) return 'section'
      return anchored.has(name) || references.some(({ target }) => target === table.id) ? 'section' : 'far'
    }
  }
}
