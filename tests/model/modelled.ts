import type { z } from 'zod'
import { modelReport } from '../../src/model/model.ts'
import { profileSchema } from '../../src/model/profile.ts'
import { type Cell, type Report, reportSchema, type Section, type Table } from '../../src/model/report.ts'
import { readReport } from '../../src/read/read.ts'

/** The model of a report written in a test, checked against the schema; Danish where the profile does not say. */
export function modelled(markdown: string, profile: Partial<z.input<typeof profileSchema>> = {}): Report {
  const parsed = profileSchema.parse({ language: 'da', ...profile })
  return reportSchema.parse(modelReport(readReport(markdown, 'report.md', parsed.language), parsed))
}

/** The tables of a piece of text below a heading; lines count from the first of the text. */
export function tablesIn(markdown: string, profile: Parameters<typeof modelled>[1] = {}): Table[] {
  return modelled(markdown, profile).tables
}

/** The rows of a table as texts, list items in brackets. */
export function texts({ rows }: Pick<Table, 'rows'>): string[][] {
  return rows.map((row) => row.map(printed))
}

const printed = ({ text, items }: Cell) => (items ? `${text}[${items.join('|')}]` : text)

/** Sections as an indented list: level, kind where it is none of the text's, number, title. */
export function outlined(sections: Section[], depth = 0): string[] {
  return sections.flatMap(({ level, kind, number, title, children }) => [
    `${'  '.repeat(depth)}${[level, kind === 'section' ? '' : kind, number ?? '-', title].filter((part) => part !== '').join(' ')}`,
    ...outlined(children, depth + 1),
  ])
}
