import { parse } from 'node:path'
import { Problem } from '../input/problem.ts'
import { arranged } from './arrange.ts'
import { type CsvCell, readCsv } from './csv.ts'
import { readJsonStat } from './json-stat.ts'
import { readPx } from './px.ts'
import { merged, type Said, type SaidSettings, settingsIn, settingsOf, settingsRows } from './settings.ts'
import type { Sheet } from './sheet.ts'
import type { Statistic } from './statistic.ts'
import { tableRows } from './table-rows.ts'
import { readXlsx } from './xlsx.ts'

/** A sheet of a data file, with what the file itself says of it. */
export interface ReadSheet {
  name: string
  rows: Sheet['rows']
  /** What its front matter or first rows say: it counts before what stands beside it. */
  front: Said[]
  /** What its own form says, as a PX file its source: it counts after that, and before what the folder says. */
  own: Said
  /** What must be told of how it was read. */
  doubts: Problem[]
}

/** A data file's bytes, and what is said beside it. */
export interface DataBytes {
  bytes: Uint8Array
  /** As messages show it. */
  file: string
  /** What its name without the extension is. */
  name: string
  /** Settings of the files beside it, the first that says something counting. */
  besides: Said[]
}

type Read = (data: DataBytes) => ReadSheet[] | Promise<ReadSheet[]>

/**
 * The formats of data files by their extension: what they are called in messages, how they are read, and the setting that no other
 * has. Each comes down to sheets whose cells keep their line and column.
 */
export const formats: Record<string, { name: string; read: Read; own?: 'language' | 'dataset' }> = {
  '.csv': { name: 'CSV', read: csv },
  '.tsv': { name: 'CSV', read: csv },
  '.xlsx': { name: 'a workbook', read: xlsx },
  '.px': { name: 'PX', read: px, own: 'language' },
  '.json': { name: 'JSON-stat 2', read: jsonStat, own: 'dataset' },
}

/** The format of a file by its name; undefined where it is none of data. */
export const formatOf = (file: string) => formats[parse(file).ext.toLowerCase()]

/**
 * What a data file holds.
 *
 * @throws {Problem} or {Problems} for a file that cannot be read, and for a setting that says nothing of its format
 */
export async function readSheets(data: DataBytes): Promise<ReadSheet[]> {
  const format = formatOf(data.file)
  if (!format) return []
  const { value, at } = merged([...data.besides, settingsOf({}, data.file)])
  for (const { name, own } of Object.values(formats)) {
    if (own && own !== format.own && value[own] !== undefined)
      throw new Problem(`"${own}" says nothing of ${format.name}`, {
        ...at([own]),
        found: `${own}: ${value[own]}`,
        expected: `it beside a file in ${name} only`,
      })
  }
  return await format.read(data)
}

function csv({ bytes, file, name, besides }: DataBytes): ReadSheet[] {
  const { frontMatter, rows: all, encoding } = readCsv(bytes, file)
  const head = frontMatter === null ? [] : [settingsIn(frontMatter, file)]
  const { said, rows } = settingsRows({ rows: all, file })
  const front = [said, ...head]
  const made = tableRows(all.slice(all.length - rows.length), merged([...front, ...besides]), file)
  return [{ name, ...made, front, doubts: encoding === 'windows-1252' ? [guessed(file)] : [] }]
}

async function xlsx({ bytes, file, besides }: DataBytes): Promise<ReadSheet[]> {
  const sheets = (await readXlsx(bytes, file)).filter(({ rows }) => rows.some((row) => row.some(({ text }) => text)))
  return sheets.map(({ name, rows: all }) => {
    const { said, rows } = settingsRows({ rows: all, file })
    const width = Math.max(...rows.map((row) => row.length))
    const cells = rows.map((row, at) =>
      Array.from({ length: width }, (_, column): CsvCell => {
        const line = all.length - rows.length + at + 1
        return { ...(row[column] ?? { text: '', line, column: column + 1 }), isQuoted: false }
      }),
    )
    return { name, ...tableRows(cells, merged([said, ...besides]), file), front: [said], doubts: [] }
  })
}

function px({ bytes, file, name, besides }: DataBytes): ReadSheet[] {
  const { language } = merged([...besides, settingsOf({}, file)]).value
  const { isGuessed, ...statistic } = readPx(bytes, file, language)
  return [sheetOf(statistic, { file, name, besides }, isGuessed ? [guessed(file)] : [])]
}

function jsonStat({ bytes, file, name, besides }: DataBytes): ReadSheet[] {
  const { dataset } = merged([...besides, settingsOf({}, file)]).value
  return [sheetOf(readJsonStat(bytes, file, dataset), { file, name, besides }, [])]
}

function sheetOf({ cube, own, doubts }: Statistic, data: Omit<DataBytes, 'bytes'>, more: Problem[]): ReadSheet {
  const { file, name, besides } = data
  const { value, at } = merged([...besides, settingsOf({}, file)])
  const rows = arranged(cube, { ...value, at }, file)
  return { name, rows, front: [], own: settingsOf(own satisfies SaidSettings, file), doubts: [...doubts, ...more] }
}

const guessed = (file: string) =>
  new Problem('is not UTF-8 and was read as Windows-1252', {
    file,
    line: 1,
    expected: 'names with the right letters; a file saved as UTF-8 leaves no doubt',
  })
