import { parse } from 'node:path'
import { Problem } from '../input/problem.ts'
import { arranged } from './arrange.ts'
import { readCsv } from './csv.ts'
import { csvCube } from './csv-cube.ts'
import { readJsonStat } from './json-stat.ts'
import { layoutOf } from './layout.ts'
import { settingsInNotes } from './notes.ts'
import { readPx } from './px.ts'
import { merged, type Said, type SaidSettings, settingsIn, settingsOf, settingsRows } from './settings.ts'
import { isLongForm } from './shape.ts'
import type { Sheet } from './sheet.ts'
import type { Statistic } from './statistic.ts'
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
 * The formats of data files by their extension: what they are called in messages, and how they are read. Each comes down to sheets
 * whose cells keep their line and column.
 */
export const formats: Record<string, { name: string; read: Read }> = {
  '.csv': { name: 'CSV', read: csv },
  '.tsv': { name: 'CSV', read: csv },
  '.xlsx': { name: 'a workbook', read: xlsx },
  '.px': { name: 'PX', read: px },
  '.json': { name: 'JSON-stat 2', read: jsonStat },
}

/** The format of a file by its name; undefined where it is none of data. */
export const formatOf = (file: string) => formats[parse(file).ext.toLowerCase()]

/** What a data file holds. */
export async function readSheets(data: DataBytes): Promise<ReadSheet[]> {
  return (await formatOf(data.file)?.read(data)) ?? []
}

function csv({ bytes, file, name, besides }: DataBytes): ReadSheet[] {
  const { frontMatter, rows: all, encoding } = readCsv(bytes, file)
  const head = frontMatter === null ? [] : [settingsIn(frontMatter, file)]
  const { said, rows } = settingsRows({ rows: all, file })
  const front = [said, ...head]
  const doubts = encoding === 'windows-1252' ? [guessed(file)] : []
  const body = all.slice(all.length - rows.length)
  if (isLongForm(body.find((row) => row.some(({ text }) => text)) ?? []))
    return [{ name, rows, front, own: settingsOf({}, file), doubts }]
  const layout = layoutOf(body)
  const own = settingsOf(settingsInNotes(layout.notes.map(({ text }) => text)), file)
  const mapping = merged([...front, ...besides])
  const { rows: inRows, columns, pick = {} } = mapping.value
  if (!inRows && !columns && !mapping.value.pick)
    return [{ name, rows: layout.header.length ? [layout.header, ...layout.rows] : [], front, own, doubts }]
  const named = [inRows?.from ?? [], columns?.from ?? [], Object.keys(pick)].flat()
  const cube = csvCube(layout, named, file)
  return [{ name, rows: arranged(cube, { ...mapping.value, at: mapping.at }, file), front, own, doubts }]
}

async function xlsx({ bytes, file }: DataBytes): Promise<ReadSheet[]> {
  const sheets = (await readXlsx(bytes, file)).filter(({ rows }) => rows.some((row) => row.some(({ text }) => text)))
  return sheets.map(({ name, rows }) => {
    const { said, rows: below } = settingsRows({ rows, file })
    return { name, rows: below, front: [said], own: settingsOf({}, file), doubts: [] }
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
