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
import { type CellChange, cellChanges, valueCount } from './cell-changes.ts'
import { FetchFailed, noAnswerProblem, saidIn, statusProblem } from './failed.ts'
import { wrongInQuery } from './metadata.ts'
import { type Answer, type FetchEffects, NoAnswer, request } from './request.ts'

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
  refuseEdited(before, query, file, beside)
  const { body } = await answered(query, place.timeout, effects)
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

/** A file that was changed since it was fetched, or that no fetch wrote, is not overwritten. */
function refuseEdited(before: Uint8Array | null, query: QueryFile, file: string, { records }: DataFolder): void {
  if (!before) return
  const record = records.get(query.name)
  const hash = dataHash(before)
  if (record && (hash === record.sha256 || hash === record.replaced)) return
  throw new FetchFailed(
    record ? `was changed since it was fetched on ${record.fetched}` : 'was not written by a fetch',
    {
      file,
      line: 1,
      expected: 'another name for what was written by hand, or no file of this name: it is never overwritten',
    },
  )
}

/** Asks, and holds what comes against what was asked for. */
async function answered(query: QueryFile, timeout: number, { fetch }: FetchEffects): Promise<Answer> {
  const { url, query: selection, format } = query.query
  const answer = await request(url, { query: selection, response: { format } }, timeout, fetch).catch((error) => {
    throw error instanceof NoAnswer ? noAnswerProblem(error, query, timeout) : error
  })
  const problem = statusProblem(answer, query)
  if (problem) {
    const wrong = answer.status === 400 || answer.status === 404 ? await wrongInQuery(query, timeout, fetch) : []
    throw new Problems(wrong.length ? wrong : [problem])
  }
  if (!types[queryFormats[format]].test(answer.type || 'text/plain'))
    throw new FetchFailed('the answer is of another kind than was asked for', {
      ...query.at(['url']),
      found: `${answer.type}: ${saidIn(answer)}`,
      expected: `${format}; is the address that of a table in the API?`,
    })
  if (!answer.body.length)
    throw new FetchFailed('the answer is empty', { ...query.at(['url']), expected: `a file in the format ${format}` })
  return answer
}

/** The kinds under which servers send each sort of file. */
const types: Record<(typeof queryFormats)[keyof typeof queryFormats], RegExp> = {
  csv: /csv|text\/plain|octet-stream|ms-excel/,
  px: /px|pc-axis|text\/plain|octet-stream/,
  json: /json|text\/plain|octet-stream/,
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

/** Of two files the one with the later date counts, and is not overwritten by the other. */
function refuseNewer(old: DataFile | null, record: FetchRecord, file: string): void {
  const [latest = ''] = (old?.sheets ?? [])
    .map(({ settings }) => settings.date)
    .sort()
    .reverse()
  if (latest <= record.date) return
  throw new FetchFailed('is newer than what the bank gives', {
    file,
    line: 1,
    found: `as of ${latest}; the bank's is as of ${record.date}`,
    expected: 'no file of this name, if the older one is wanted',
  })
}

const undated = (day: string, query: QueryFile) =>
  new Problem('the answer does not say its date: that of the fetch is taken', {
    ...query.at(['format']),
    found: day,
    expected: 'the format json-stat2 or px, which says when the table was updated, or a "date"',
  })

const recordText = (record: FetchRecord) =>
  `# What prisme fetch remembers of the file it wrote; do not edit.\n${stringify(record, { lineWidth: 0 })}`
