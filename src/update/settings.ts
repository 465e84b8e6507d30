import { z } from 'zod'
import { Problem } from '../input/problem.ts'
import { parseYaml } from '../input/yaml.ts'
import type { Sheet, SheetCell } from './sheet.ts'

/** What a data file may do beyond giving cells of the table new values. */
const allowances = ['new-rows', 'new-columns', 'missing-rows', 'large-changes'] as const
export type Allowance = (typeof allowances)[number]

const date = z.union([z.string(), z.int()]).transform(String).refine(isDate, 'a date as 2026-03-01, 2026-03 or 2026')

/** What a data file says of itself: in its front matter, its first rows or a YAML file beside it. */
export const dataSchema = z.strictObject({
  /** The table it updates, by its id; else its name, or each row of the long form, says it. */
  table: z.string().min(1).optional(),
  /** As of which date its values hold. */
  date: date.optional(),
  /** Who made them. */
  source: z.string().min(1).optional(),
  /** The decimal mark, where its numbers do not tell. */
  decimal: z.enum([',', '.']).optional(),
  allow: z.array(z.enum(allowances)).optional(),
})

export interface Settings {
  table: string | null
  date: string
  source: string
  decimal: ',' | '.' | null
  allow: ReadonlySet<Allowance>
}

export type SaidSettings = z.output<typeof dataSchema>

/** Reads settings that are written as YAML; {@link parseYaml} tells what is thrown. */
export function settingsIn(yaml: string, shown: string): SaidSettings {
  const isEmpty = yaml.split('\n').every((line) => /^\s*(?:#|$)/.test(line))
  return parseYaml(isEmpty ? '{}' : yaml, dataSchema, shown).value
}

/**
 * The settings in the first rows of a sheet: `# date: 2026-03-01`, or `# date` with the value in the next cell; a row that begins
 * with # and has no value is a remark.
 *
 * @returns what they say, and the rows below them
 */
export function settingsRows({ rows, file }: Pick<Sheet, 'rows' | 'file'>): {
  said: SaidSettings
  rows: SheetCell[][]
} {
  const isEmpty = (row: SheetCell[]) => row.every(({ text }) => !text)
  const end = rows.findIndex((row) => !isEmpty(row) && !row[0]?.text.startsWith('#'))
  const head = rows.slice(0, end < 0 ? undefined : end)
  const yaml: string[] = []
  for (const row of head) {
    const [key, value] = keyAndValue(row)
    if (!key || !value) continue
    const written = key === 'allow' ? value.split(',').map((each) => each.trim()) : value
    yaml[row[0]!.line - 1] = `${JSON.stringify(key)}: ${JSON.stringify(written)}`
  }
  return { said: settingsIn(Array.from(yaml, (line) => line ?? '').join('\n'), file), rows: rows.slice(head.length) }
}

function keyAndValue(row: SheetCell[]): [string, string] {
  const [first = '', ...rest] = row.map(({ text }) => text)
  const [, key = '', value = ''] = /^#\s*([^:]*):?\s*(.*)$/s.exec(first) ?? []
  return [key.trim(), [value, ...rest].filter(Boolean).join(', ')]
}

/** What is said of a sheet in several places; the first that says something counts. */
export function settled(said: SaidSettings[], file: string): Settings {
  const all: SaidSettings = Object.assign({}, ...[...said].reverse())
  for (const key of ['date', 'source'] as const) {
    if (all[key] === undefined)
      throw new Problem(`does not say its ${key}`, {
        file,
        line: 1,
        expected: `"${key}: …" between two lines of ---, a first row "# ${key}: …", or a YAML file of the same name`,
      })
  }
  return {
    table: all.table ?? null,
    date: all.date!,
    source: all.source!,
    decimal: all.decimal ?? null,
    allow: new Set(all.allow ?? []),
  }
}

/** A year, a month or a day of the calendar. */
function isDate(written: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written) ?? []
  if (!year) return false
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return made.getUTCMonth() === Number(month) - 1 && made.getUTCDate() === Number(day)
}
