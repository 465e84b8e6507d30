import { z } from 'zod'
import { Problem } from '../input/problem.ts'
import { parseYaml, type YamlFile } from '../input/yaml.ts'
import { isDate } from './dates.ts'
import type { Sheet, SheetCell } from './sheet.ts'

/** What a data file may do beyond giving cells of the table new values. */
const allowances = [
  'new-rows',
  'new-columns',
  'missing-rows',
  'missing-values',
  'other-rows',
  'other-columns',
  'large-changes',
] as const
export type Allowance = (typeof allowances)[number]

const date = z.union([z.string(), z.int()]).transform(String).refine(isDate, 'a date as 2026-03-01, 2026-03 or 2026')
/** YAML takes 2019 for a number; here it is a name. */
const name = z.union([z.string().min(1), z.number()], { error: 'a name' }).transform(String)

const axis = z.strictObject({
  /** The dimension, or several, whose values are the rows or columns. */
  from: z.union([name, z.array(name).min(1)], { error: 'the name of a dimension, or a list of names' }).optional(),
  /** What the report calls a value of the file; null leaves it out. */
  names: z.record(z.string(), name.nullable()).optional(),
  /** The one row or column that all values are for. */
  name: name.optional(),
})

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
  /** Which dimensions of a statistics bank's table give the report's rows and columns. */
  rows: axis.optional(),
  columns: axis.optional(),
  /** The one value of each other dimension that is meant. */
  pick: z.record(z.string(), name).optional(),
  /** Which data set of a JSON-stat collection, by its label or its number, from 1. */
  dataset: name.optional(),
  /** Of a PX file in several languages, whose names count. */
  language: z.string().min(1).optional(),
})

/** What a data folder says of its files: `data.yaml`. */
export const folderSchema = z.strictObject({
  date: date.optional(),
  source: z.string().min(1).optional(),
  decimal: z.enum([',', '.']).optional(),
  /** What counts for one file instead, by its name. */
  files: z.record(z.string(), dataSchema).optional(),
})

export type SaidSettings = z.output<typeof dataSchema>

/** Settings, and where each of them is said. */
export interface Said {
  value: SaidSettings
  at: YamlFile<SaidSettings>['at']
}

/** How the dimensions of a file become the rows and columns of a table, and where that is said. */
export interface Mapping extends Pick<SaidSettings, 'rows' | 'columns' | 'pick' | 'dataset' | 'language'> {
  at: Said['at']
}

export interface Settings {
  table: string | null
  date: string
  source: string
  decimal: ',' | '.' | null
  allow: ReadonlySet<Allowance>
  mapping: Mapping
}

/** Reads settings that are written as YAML; {@link parseYaml} tells what is thrown. */
export function settingsIn(yaml: string, shown: string): Said {
  const isEmpty = yaml.split('\n').every((line) => /^\s*(?:#|$)/.test(line))
  return parseYaml(isEmpty ? '{}' : yaml, dataSchema, shown)
}

/** Settings that a file has in its own form, as a PX file its source. */
export function settingsOf(value: SaidSettings, file: string): Said {
  return { value, at: () => ({ file, line: 1, column: 1 }) }
}

/**
 * The settings in the first rows of a sheet: `# date: 2026-03-01`, or `# date` with the value in the next cell; a row that begins
 * with # and has no value is a remark. `# rows: region` is the dimension of the rows.
 *
 * @returns what they say, and the rows below them
 */
export function settingsRows({ rows, file }: Pick<Sheet, 'rows' | 'file'>): { said: Said; rows: SheetCell[][] } {
  const isEmpty = (row: SheetCell[]) => row.every(({ text }) => !text)
  const end = rows.findIndex((row) => !isEmpty(row) && !row[0]?.text.startsWith('#'))
  const head = rows.slice(0, end < 0 ? undefined : end)
  const yaml: string[] = []
  for (const row of head) {
    const [key, value] = keyAndValue(row)
    if (!key || !value) continue
    const list = value.split(',').map((each) => each.trim())
    const written = key === 'allow' ? list : key === 'rows' || key === 'columns' ? { from: list } : value
    yaml[row[0]!.line - 1] = `${JSON.stringify(key)}: ${JSON.stringify(written)}`
  }
  return { said: settingsIn(Array.from(yaml, (line) => line ?? '').join('\n'), file), rows: rows.slice(head.length) }
}

function keyAndValue(row: SheetCell[]): [string, string] {
  const [first = '', ...rest] = row.map(({ text }) => text)
  const [, key = '', value = ''] = /^#\s*([^:]*):?\s*(.*)$/s.exec(first) ?? []
  return [key.trim(), [value, ...rest].filter(Boolean).join(', ')]
}

/** Each setting as the first says it that says it. */
export function merged(said: Said[]): Said {
  const value: SaidSettings = Object.assign({}, ...said.map((each) => each.value).reverse())
  const at: Said['at'] = (path) => {
    const own = said.find((each) => each.value[path[0] as keyof SaidSettings] !== undefined) ?? said[0]
    return own!.at(path)
  }
  return { value, at }
}

/**
 * What is said of a sheet in several places; the first that says something counts.
 *
 * @returns the settings, and the problem of a date or source that nothing says; both are asked for at once
 */
export function settled(said: Said[], file: string): { settings: Settings; problems: Problem[] } {
  const { value, at } = merged(said)
  const { table = null, date = '', source = '', decimal = null, allow = [], ...mapping } = value
  const lacking = [...(date ? [] : ['date']), ...(source ? [] : ['source'])]
  const settings = { table, date, source, decimal, allow: new Set(allow), mapping: { ...mapping, at } }
  return { settings, problems: lacking.length ? [asking(lacking, file)] : [] }
}

/** Asks for the date or source of a file, and says where they may stand. */
export function asking(keys: string[], file: string): Problem {
  const keyed = (sign: string) => keys.map((key) => `${key}: …`).join(sign)
  return new Problem(`does not say its ${keys.join(' and its ')}`, {
    file,
    line: 1,
    expected: `"${keyed(', ')}" between two lines of ---, in first rows "${keyed('", "# ').replace(/^/, '# ')}", in a YAML file of the same name, or for all files of the folder in data.yaml`,
  })
}
