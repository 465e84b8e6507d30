import { readdir, readFile } from 'node:fs/promises'
import { join, parse as pathParts } from 'node:path'
import { isScalar, LineCounter, parseAllDocuments, visit } from 'yaml'
import type { Statement } from '../editorial/editorial.ts'
import { Problem } from '../input/problem.ts'
import { fold } from '../model/text.ts'
import type { Point } from '../origin/origin.ts'
import { audienceIds, readAudiences } from '../tailor/audience.ts'
import { type Folder, findTemplate, type TemplateFolders } from '../tailor/template.ts'
import type { BuildFolders } from './prepare.ts'
import type { Renamed } from './renamed.ts'

/** A name that a file gives a piece of the report. */
interface Reference extends Point {
  name: string
  file: string
}

/**
 * The places where templates, audiences, data files and statements name a table or section by a name that means something else in
 * the new version of the report: each as a problem with the name it has now.
 */
export async function staleReferences(
  renamed: Renamed[],
  { source, templates }: BuildFolders,
  statements: Statement[],
): Promise<Problem[]> {
  if (!renamed.length) return []
  const own = ['audiences', 'data'].map((name) => filesIn(join(source.path, name), `${source.shown}/${name}`))
  const once = [...(await templatesInUse(source, templates)), ...(await Promise.all(own)).flat()]
  const found: Reference[] = []
  for (const { path, shown } of once) found.push(...namesIn(shown, await readFile(path, 'utf8')))
  return [
    ...once.flatMap(({ shown }) =>
      renamed.filter((each) => isFileOf(shown, each)).map((each) => fileProblem(shown, each)),
    ),
    ...found.flatMap((reference) =>
      renamed.filter(({ was }) => fold(was) === fold(reference.name)).map((each) => problem(reference, each)),
    ),
    ...statements.flatMap((statement) =>
      renamed.filter(({ was }) => says(statement, was)).map((each) => problem({ ...statement, name: each.was }, each)),
    ),
  ]
}

/** How the names of each kind of file are found: strings of a template, values of YAML, cells of a table. */
const readers: Record<string, (file: string, text: string) => Reference[]> = {
  '.hbs': templateNames,
  '.yaml': yamlValues,
  '.yml': yamlValues,
  '.csv': matches(/[^,;\t"]+/g),
  '.tsv': matches(/[^\t"]+/g),
}

const namesIn = (file: string, text: string) => readers[pathParts(file).ext]!(file, text)

interface TextFile {
  path: string
  shown: string
}

async function filesIn(folder: string, shown: string): Promise<TextFile[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter((name) => pathParts(name).ext in readers)
    .sort()
    .map((name) => ({ path: join(folder, name), shown: `${shown}/${name}` }))
}

/** The templates of all documents, and the partials that they use; what cannot be found is told by others. */
async function templatesInUse(source: Folder, templates: TemplateFolders): Promise<TextFile[]> {
  const ids = await audienceIds(join(source.path, 'audiences'))
  const found = new Map<string, TextFile>()
  const add = async (name: string) => {
    const file = await findTemplate(templates, name, {}).catch(() => null)
    if (!file || found.has(file.path)) return
    found.set(file.path, file)
    const text = await readFile(file.path, 'utf8')
    for (const [, partial] of text.matchAll(/\{\{#?>\s*["']?([^\s"'}]+)/g)) await add(`partials/${partial}.md.hbs`)
  }
  for (const id of ids) {
    const audiences = await readAudiences(join(source.path, 'audiences'), source.shown, [id]).catch(() => [])
    for (const { documents } of audiences) for (const { template } of documents) await add(template)
  }
  return [...found.values()]
}

function matches(pattern: RegExp) {
  return (file: string, text: string): Reference[] =>
    text.split('\n').flatMap((written, at) =>
      [...written.matchAll(pattern)].map(({ 0: name, index }) => ({
        name: name.trim(),
        file,
        line: at + 1,
        column: index + 1 + /^\s*/.exec(name)![0].length,
      })),
    )
}

/** Strings of a template; a number alone only where a helper takes the number of a section. */
function templateNames(file: string, text: string): Reference[] {
  const strings = matches(/(?<=(["'])).+?(?=\1)/g)(file, text).filter(({ name }) => isWord(name))
  return [...strings, ...matches(/(?<=\b(?:section|passages|tables)\s+["'])[^"'\p{L}]+(?=["'])/gu)(file, text)]
}

const isWord = (name: string) => /\p{L}/u.test(name)

function yamlValues(file: string, text: string): Reference[] {
  const lineCounter = new LineCounter()
  const found: Reference[] = []
  for (const document of parseAllDocuments(text, { lineCounter })) {
    if (!('contents' in document)) continue
    visit(document, {
      Scalar(_, { value, range }) {
        const { line, col } = lineCounter.linePos(range?.[0] ?? 0)
        if (isWord(String(value))) found.push({ name: String(value), file, line, column: col })
      },
      Pair: (_, { key }) => (isScalar(key) ? undefined : visit.SKIP),
    })
  }
  return found
}

/** A data file may be called as its table is. */
function isFileOf(shown: string, { what, was }: Renamed): boolean {
  const { name, dir } = pathParts(shown)
  return what === 'table' && dir.endsWith('/data') && fold(name.replace(/[-_ ]+/g, ' ')) === fold(was)
}

/** A statement says a name in its words: "as table 2 shows". Numbers alone are no names. */
function says({ text }: Statement, was: string): boolean {
  if (!isWord(was) || !/\d/.test(was)) return false
  const name = fold(was).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}]|\\.\\d)`, 'u').test(fold(text))
}

const problem = ({ name, file, line, column }: Reference, renamed: Renamed) =>
  new Problem(message(renamed), { file, line, column, found: name, expected: expected(renamed) })

const fileProblem = (file: string, renamed: Renamed) =>
  new Problem(message(renamed), {
    file,
    line: 1,
    column: 1,
    found: `the name of the file`,
    expected: expected(renamed),
  })

function message({ what, was, isTaken }: Renamed): string {
  return isTaken ? `"${was}" is another ${what} in the new version` : `the new version has no ${what} "${was}"`
}

const expected = ({ what, is }: Renamed) =>
  is === null ? `another ${what}: what it meant is gone` : `"${is}", as it is called now`
