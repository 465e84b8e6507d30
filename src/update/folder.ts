import { parse } from 'node:path'
import { gather } from '../input/gather.ts'
import { noSuch } from '../input/no-such.ts'
import { Problem, problemsOf } from '../input/problem.ts'
import { readText } from '../input/read-text.ts'
import { parseYaml, readYaml, type YamlFile } from '../input/yaml.ts'
import { answerFile, type QueryFile, querySchema } from './query.ts'
import { type FetchRecord, recordSchema } from './record.ts'
import { folderSchema, type Said, settingsIn } from './settings.ts'

/** What stands beside the data files of a folder. */
export interface DataFolder {
  /** The names of its files, in their order; hidden ones are none. */
  names: string[]
  queries: QueryFile[]
  /** What `prisme fetch` remembers, by the name of the query. */
  records: Map<string, FetchRecord>
  /** What `data.yaml` says of each file, by its name, and of all. */
  files: Map<string, Said>
  all: Said[]
  /** Settings in a YAML file of a data file's name, by that name without its extension. */
  besides: Map<string, Said>
  /** Of which files the settings cannot be read, by their names without extension: they cannot be read either. */
  unreadable: Set<string>
  problems: Problem[]
}

/** Reads everything beside the data files of a folder; what cannot be read is told, each file for itself. */
export async function readFolder(folder: string, shown: string, names: string[]): Promise<DataFolder> {
  const found: DataFolder = {
    names,
    queries: [],
    records: new Map(),
    files: new Map(),
    all: [],
    besides: new Map(),
    unreadable: new Set(),
    problems: [],
  }
  for (const name of names.filter((each) => /\.ya?ml$/i.test(each))) {
    const [path, file] = [`${folder}/${name}`, `${shown}/${name}`]
    try {
      await readBeside(path, file, name, found)
    } catch (error) {
      const problems = problemsOf(error)
      if (!problems.length) throw error
      found.problems.push(...problems)
      const stems = /^data\.ya?ml$/i.test(name) ? names.map((each) => parse(each).name) : [stemOf(name)]
      for (const stem of stems) found.unreadable.add(stem)
    }
  }
  return found
}

/** "unemployment" of unemployment.yaml, and of unemployment.query.yaml. */
const stemOf = (name: string) => name.replace(/(?:\.(?:query|fetched))?\.ya?ml$/i, '')

async function readBeside(path: string, file: string, name: string, found: DataFolder): Promise<void> {
  const stem = stemOf(name)
  const [, kind] = /\.(query|fetched)\.ya?ml$/i.exec(name) ?? []
  if (kind === 'query') {
    const { value, at } = await readYaml(path, querySchema, file)
    const other = found.queries.find((each) => each.name === stem)
    if (other)
      throw new Problem('is a second query for one file', {
        file,
        line: 1,
        found: other.file,
        expected: 'another name',
      })
    found.queries.push({ name: stem, file, query: value, at })
  } else if (kind === 'fetched') {
    found.records.set(stem, (await readYaml(path, recordSchema, file)).value)
  } else if (/^data\.ya?ml$/i.test(name)) {
    takeFolder(parseYaml(await readText(path, file), folderSchema, file), found)
  } else found.besides.set(stem, settingsIn(await readText(path, file), file))
}

/** What `data.yaml` says; a file that it names must be there, or come from a query. */
function takeFolder({ value, at }: YamlFile<(typeof folderSchema)['_output']>, found: DataFolder): void {
  const { files = {}, ...all } = value
  found.all.push({ value: all, at })
  const known = found.names.filter((name) => !/\.ya?ml$/i.test(name))
  const { problems } = gather(Object.entries(files), ([name, said]) => {
    const isQueried = found.names.some((each) => each.replace(/\.query\.ya?ml$/i, '') === name.replace(/\.[^.]*$/, ''))
    if (!known.includes(name) && !isQueried)
      throw noSuch(`there is no data file "${name}"`, name, known, at(['files', name]))
    found.files.set(name, { value: said, at: (path) => at(['files', name, ...path]) })
  })
  found.problems.push(...problems)
}

/** The query whose answer a data file is. */
export function queryOf({ queries }: DataFolder, name: string): QueryFile | undefined {
  return queries.find((query) => answerFile(query) === name)
}
