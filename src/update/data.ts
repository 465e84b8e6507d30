import { readdir, readFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { listed } from '../input/nearest.ts'
import { Problem, problemsOf } from '../input/problem.ts'
import { readText } from '../input/read-text.ts'
import { readCsv } from './csv.ts'
import { type SaidSettings, type Settings, settingsIn, settingsRows, settled } from './settings.ts'
import type { Sheet } from './sheet.ts'
import { readXlsx } from './xlsx.ts'

/** A data file with all its sheets, each with what is said of it. */
export interface DataFile {
  /** As messages show it. */
  file: string
  sheets: { sheet: Sheet; settings: Settings }[]
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
  const names = (await readdir(folder).catch(() => [])).filter((name) => !/^(?:\.|~\$)/.test(name)).sort()
  const read: ReadData = { files: [], problems: [] }
  for (const name of names) {
    try {
      if (/\.(?:csv|xlsx)$/i.test(name)) read.files.push(await readDataFile(folder, name, shown, names))
      else refuse(name, shown, names)
    } catch (error) {
      const found = problemsOf(error)
      if (!found.length) throw error
      read.problems.push(...found)
    }
  }
  return read
}

async function readDataFile(folder: string, name: string, shown: string, names: string[]): Promise<DataFile> {
  const [file, path] = [`${shown}/${name}`, `data/${name}`]
  const beside = names.find((other) => isYaml(other) && parse(other).name === parse(name).name)
  const besides = beside
    ? [settingsIn(await readText(join(folder, beside), `${shown}/${beside}`), `${shown}/${beside}`)]
    : []
  const bytes = await readFile(join(folder, name))
  if (/\.xlsx$/i.test(name)) {
    const sheets = (await readXlsx(bytes, file)).filter(({ rows }) => rows.some((row) => row.some(({ text }) => text)))
    const isNamed = sheets.length > 1
    return { file, sheets: sheets.map((sheet) => withSettings({ ...sheet, file, path, isNamed }, besides)) }
  }
  const { frontMatter, rows } = readCsv(bytes, file)
  const front = frontMatter === null ? [] : [settingsIn(frontMatter, file)]
  const sheet = { file, path, name: parse(name).name, isNamed: false, rows }
  return { file, sheets: [withSettings(sheet, [...front, ...besides])] }
}

function withSettings(sheet: Sheet, others: SaidSettings[]): DataFile['sheets'][number] {
  const { said, rows } = settingsRows(sheet)
  return { sheet: { ...sheet, rows }, settings: settled([said, ...others], sheet.file) }
}

const isYaml = (name: string) => /\.ya?ml$/i.test(name)

/** Formats that people take for the same, and settings of a file that is not there, are told; anything else may lie beside. */
function refuse(name: string, shown: string, names: string[]): void {
  const file = `${shown}/${name}`
  if (/\.(?:xls|xlsm|xlsb|ods|numbers|tsv)$/i.test(name))
    throw new Problem('is not read as data', { file, found: parse(name).ext, expected: 'a .csv or .xlsx file' })
  const data = names.filter((other) => /\.(?:csv|xlsx)$/i.test(other))
  if (isYaml(name) && !data.some((other) => parse(other).name === parse(name).name))
    throw new Problem('has no data file beside it', { file, expected: `the name of one of: ${listed(data) || 'none'}` })
}
