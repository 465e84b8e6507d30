import { readdir, readFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { listed } from '../input/nearest.ts'
import { Problem, problemsOf } from '../input/problem.ts'
import { type DataFolder, queryOf, readFolder } from './folder.ts'
import { formatOf, formats, readSheets } from './formats.ts'
import { answerFile, settingsOfQuery } from './query.ts'
import { dataHash, type FetchRecord } from './record.ts'
import { type Said, type Settings, settingsOf, settled } from './settings.ts'
import type { Sheet } from './sheet.ts'

/** A data file with all its sheets, each with what is said of it. */
export interface DataFile {
  /** As messages show it. */
  file: string
  sheets: { sheet: Sheet; settings: Settings }[]
  /** What it does not say of itself: it is not applied, though what it holds is looked at too. */
  problems: Problem[]
  /** What must be told of how it was read, though it is applied. */
  doubts: Problem[]
}

export interface ReadData {
  files: DataFile[]
  /** What is wrong with those that cannot be read. */
  problems: Problem[]
}

/**
 * The data files of a folder, in the order of their names; a folder that is not there holds none.
 *
 * @param folder its path
 * @param shown the path to use in messages
 */
export async function readData(folder: string, shown: string): Promise<ReadData> {
  const names = await dataNames(folder)
  const beside = await readFolder(folder, shown, names)
  const read: ReadData = { files: [], problems: [...beside.problems] }
  for (const name of names.filter((each) => !beside.unreadable.has(parse(each).name))) {
    try {
      if (formatOf(name)) {
        const bytes = await readFile(join(folder, name))
        read.files.push(await readDataFile(bytes, name, shown, beside))
      } else refuse(name, shown, names)
    } catch (error) {
      const found = problemsOf(error)
      if (!found.length) throw error
      read.problems.push(...found)
    }
  }
  read.files.push(...beside.queries.flatMap((query) => (names.includes(answerFile(query)) ? [] : notFetched(query))))
  return read
}

/** The names of the files of a data folder, in their order; what is hidden, or lies there while a program has it open, is none. */
export async function dataNames(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).filter((name) => !/^(?:\.|~\$)/.test(name)).sort()
}

/** Reads one data file as it stands in its folder, or as it would. */
export async function readDataFile(
  bytes: Uint8Array,
  name: string,
  shown: string,
  beside: DataFolder,
): Promise<DataFile> {
  const [file, path, stem] = [`${shown}/${name}`, `data/${name}`, parse(name).name]
  const query = queryOf(beside, name)
  const known = beside.records.get(stem)
  const record = known?.file === name ? known : undefined
  const besides: Said[] = [
    ...(query ? [settingsOfQuery(query)] : []),
    ...[beside.besides.get(stem), beside.files.get(name)].flatMap((said) => said ?? []),
  ]
  const sheets = await readSheets({ bytes, file, name: stem, besides })
  const problems: Problem[] = []
  const recorded = record ? [settingsOf({ date: record.date, source: record.source }, file)] : []
  const made = sheets.map(({ name, rows, front, own }) => {
    const { settings, problems: unsaid } = settled([...front, ...besides, ...recorded, own, ...beside.all], file)
    problems.push(...unsaid)
    return { sheet: { file, path, name, isNamed: sheets.length > 1, rows }, settings }
  })
  if (record) problems.push(...unfinished(bytes, record, stem, file))
  const doubts = [...sheets.flatMap((sheet) => sheet.doubts), ...(record ? changedSince(bytes, record, file) : [])]
  return { file, sheets: made, problems: once(problems), doubts }
}

/** What several sheets of a file lack is asked for once. */
const once = (problems: Problem[]) =>
  problems.filter(({ message }, at) => problems.findIndex((other) => other.message === message) === at)

/** A file that is not as it was fetched says so: its date and source are those of the fetch. */
function changedSince(bytes: Uint8Array, { sha256, replaced, fetched }: FetchRecord, file: string): Problem[] {
  if ([sha256, replaced].includes(dataHash(bytes))) return []
  return [
    new Problem(`was changed since it was fetched on ${fetched}`, {
      file,
      line: 1,
      expected: 'the file as `prisme fetch` wrote it; its date and source are still those of the fetch',
    }),
  ]
}

/** A fetch that did not come to its end left the file before, whose date the record no longer tells. */
function unfinished(bytes: Uint8Array, record: FetchRecord, name: string, file: string): Problem[] {
  const hash = dataHash(bytes)
  if (hash === record.sha256 || hash !== record.replaced) return []
  const expected = `\`prisme fetch ${name}\``
  return [new Problem('is from before the last fetch, which did not come to its end', { file, line: 1, expected })]
}

/** A query without its answer changes nothing, and says so. */
function notFetched({ file, name }: DataFolder['queries'][number]): DataFile {
  const doubt = new Problem('has not been fetched yet: its table shows what the report has', {
    file,
    line: 1,
    expected: `\`prisme fetch ${name}\``,
  })
  return { file, sheets: [], problems: [], doubts: [doubt] }
}

const extensions = Object.keys(formats).join(', ')

/** Formats that people take for the same, and settings of a file that is not there, are told; anything else may lie beside. */
function refuse(name: string, shown: string, names: string[]): void {
  const file = `${shown}/${name}`
  if (/\.(?:xls|xlsm|xlsb|ods|numbers)$/i.test(name))
    throw new Problem('is not read as data', { file, found: parse(name).ext, expected: `a file in ${extensions}` })
  const isSetting = /\.ya?ml$/i.test(name) && !/(?:^data|\.query)\.ya?ml$/i.test(name)
  const data = names.filter((other) => formatOf(other))
  const stem = parse(name).name.replace(/\.fetched$/i, '')
  if (isSetting && !data.some((other) => parse(other).name === stem))
    throw new Problem('has no data file beside it', { file, expected: `the name of one of: ${listed(data) || 'none'}` })
}
