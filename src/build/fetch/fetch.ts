import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { noSuch } from '../../input/no-such.ts'
import { Problem, Problems, problemsOf } from '../../input/problem.ts'
import { type DataFile, dataNames, readDataFile } from '../../update/data.ts'
import { type DataFolder, readFolder } from '../../update/folder.ts'
import { answerFile, type QueryFile, queryFormats, settingsOfQuery } from '../../update/query.ts'
import { dataHash, type FetchRecord, recordFile } from '../../update/record.ts'
import { asking, settled } from '../../update/settings.ts'
import { answerTo } from './answer.ts'
import { type CellChange, cellChanges, valueCount } from './cell-changes.ts'
import { FetchFailed } from './failed.ts'
import { refuseEdited, refuseNewer } from './refuse-overwriting.ts'
import type { FetchEffects } from './request.ts'

/** What a fetch brought. */
export interface Fetched {
  name: string
  /** The data file, as messages show it. */
  file: string
  /** Is it a file that was not there, one with other values, one with the same and a later date, or no other at all? */
  state: 'new' | 'changed' | 'same values' | 'same'
  date: string
  source: string
  /** How many values it has. */
  values: number
  changes: CellChange[]
  /** What must be told of it though it was written. */
  doubts: Problem[]
}

export interface FetchOptions {
  /** The names of the queries; none for all. */
  names: string[]
  /** Seconds for each. */
  timeout: number
  dryRun: boolean
}

/**
 * Runs the queries of a data folder, one after the other, and writes their files, each whole or not at all. One that fails does not
 * stop the others.
 *
 * @param folder its path
 * @param shown the path to use in messages
 * @throws {Problem} or {Problems} before anything is asked, for names that there are not and query files that cannot be used
 */
export async function fetchData(
  folder: string,
  shown: string,
  { names, timeout, dryRun }: FetchOptions,
  effects: FetchEffects,
): Promise<{ fetched: Fetched[]; problems: Problem[] }> {
  const beside = await readFolder(folder, shown, await dataNames(folder))
  const chosen = chosenQueries(beside, names, shown)
  const found: { fetched: Fetched[]; problems: Problem[] } = { fetched: [], problems: [] }
  for (const query of chosen) {
    try {
      found.fetched.push(await fetchOne(query, { folder, shown, beside, timeout, dryRun }, effects))
    } catch (error) {
      const problems = problemsOf(error)
      if (!problems.length) throw error
      found.problems.push(...problems)
    }
  }
  return found
}

/** The queries that are asked for; what they lack is told of all of them, before anything is asked. */
function chosenQueries(beside: DataFolder, names: string[], shown: string): QueryFile[] {
  const { queries, problems } = beside
  const known = queries.map(({ name }) => name)
  const wanted = names.map((name) => name.replace(/\.query\.ya?ml$/i, ''))
  const isUnread = (name: string) => beside.unreadable.has(name)
  const unknown = wanted
    .filter((name) => !known.includes(name) && !isUnread(name))
    .map((name) => noSuch(`there is no query "${name}"`, name, known, { file: shown }))
  const chosen = queries.filter(({ name }) => !wanted.length || wanted.includes(name))
  const lacking = chosen.flatMap((query) => {
    if (queryFormats[query.query.format] !== 'csv') return []
    const { settings } = settled([settingsOfQuery(query), ...saidBeside(query, beside), ...beside.all], query.file)
    return settings.source ? [] : [asking(['source'], query.file)]
  })
  if (problems.length || unknown.length || lacking.length) throw new Problems([...problems, ...unknown, ...lacking])
  if (!chosen.length)
    throw new Problem('there is no query', {
      file: shown,
      expected: 'a file NAME.query.yaml with url, query and table',
    })
  return chosen
}

const saidBeside = (query: QueryFile, { files, besides }: DataFolder) =>
  [besides.get(query.name), files.get(answerFile(query))].flatMap((said) => said ?? [])

interface Place {
  folder: string
  shown: string
  beside: DataFolder
  timeout: number
  dryRun: boolean
}

async function fetchOne(query: QueryFile, place: Place, effects: FetchEffects): Promise<Fetched> {
  const { folder, shown, beside } = place
  const name = answerFile(query)
  const file = `${shown}/${name}`
  const before = await standing(join(folder, name))
  refuseEdited(before, beside.records.get(query.name), file)
  const { body } = await answerTo(query, place.timeout, effects)
  const read = await readAnswer(body, query, place)
  const [first] = read.sheets
  const fetchedOn = effects.now().toISOString().slice(0, 10)
  const { date = '', source = '' } = first?.settings ?? {}
  const record: FetchRecord = {
    file: name,
    url: query.query.url,
    fetched: fetchedOn,
    date: date || fetchedOn,
    source,
    sha256: dataHash(body),
    replaced: before && dataHash(before),
  }
  if (!source) throw asking(['source'], query.file)
  const old = before && (await readDataFile(before, name, shown, beside).catch(() => null))
  refuseNewer(old, record, file)
  const changes = cellChanges(old, read)
  const isSame = before !== null && dataHash(before) === record.sha256
  if (!isSame && !place.dryRun) {
    // the record first: should the data not follow, its hash tells that the file is from before
    await effects.write(join(folder, recordFile(query.name)), recordText(record))
    await effects.write(join(folder, name), body)
  }
  const state = !before ? 'new' : isSame ? 'same' : changes.length ? 'changed' : 'same values'
  const doubts = [...read.doubts, ...(date || isSame ? [] : [undated(fetchedOn, query)])]
  const kept = isSame ? beside.records.get(query.name) : undefined
  return {
    name: query.name,
    file,
    state,
    date: kept?.date ?? record.date,
    source,
    values: valueCount(read),
    changes,
    doubts,
  }
}

/** The bytes of a file; null where there is none. What cannot be read is not none: it would be written over. */
async function standing(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** The answer as it will be read from its file; what cannot be read, or not be brought into rows and columns, is not written. */
async function readAnswer(body: Uint8Array, query: QueryFile, { shown, beside }: Place): Promise<DataFile> {
  const name = answerFile(query)
  const bare = { ...beside, records: new Map<string, FetchRecord>() }
  try {
    return await readDataFile(body, name, shown, bare)
  } catch (error) {
    const problems = problemsOf(error)
    if (!problems.length) throw error
    const told = problems.map(({ message, details }) =>
      details.file === `${shown}/${name}`
        ? new FetchFailed(`the answer to ${query.file} ${message}`, { ...details, file: name })
        : new Problem(message, details),
    )
    throw new Problems(told)
  }
}

const undated = (day: string, query: QueryFile) =>
  new Problem('the answer does not say its date: that of the fetch is taken', {
    ...query.at(['format']),
    found: day,
    expected: 'the format json-stat2 or px, which says when the table was updated, or a "date"',
  })

const recordText = (record: FetchRecord) =>
  `# What prisme fetch remembers of the file it wrote; do not edit.\n${stringify(record, { lineWidth: 0 })}`
