import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Document, sourcesOf } from '../document/document.ts'
import { readabilityOf } from '../document/readability.ts'
import { mergeLines } from '../document/source.ts'
import type { Printer } from '../render/pdf/printer.ts'
import { type Audience, readAudiences } from '../tailor/audience.ts'
import { tailorDocument } from '../tailor/tailor.ts'
import type { Folder, TemplateFile } from '../tailor/template.ts'
import { accessibilityPage, accessibilityStatement } from './accessibility.ts'
import { overBudget } from './budget.ts'
import type { Cache } from './cache.ts'
import { catalogue } from './catalogue.ts'
import type { Sight } from './first-pages.ts'
import { Workshop } from './formats.ts'
import type { Artifact, Manifest } from './manifest.ts'
import type { PlannedDocument } from './plan.ts'
import type { BuildFolders, PreparedBuild } from './prepare.ts'
import { recipes } from './recipe.ts'
import { sha256 } from './sha256.ts'
import { type Dress, dresses } from './themes.ts'
import { tool } from './version.ts'

/** What a build does to the world. */
export interface Effects {
  printer: Printer
  /** The browser's name and version, once it is running. */
  chromium(): Promise<string | null>
  /** Writes an artifact, whole or not at all; `path` is inside the output folder. */
  write(path: string, data: string | Uint8Array): Promise<void>
  /** The date that is written into artifacts; null for the report's own. */
  date: Date | null
  /** What tells one browser from another without starting it. */
  browser(): Promise<string>
  /** An artifact that was built before and whose file is still as it was then. */
  standing(path: string): Promise<Artifact | null>
  cache: Cache
}

export interface Failure {
  path: string
  error: Error
}

export interface Built {
  artifacts: Artifact[]
  failures: Failure[]
  /** The paths of those artifacts that stand as they were, for nothing they are made of has changed. */
  unchanged: string[]
}

/** What builds a planned document, several at once if asked. A failure is kept, and stops no other. */
export function builder(prepared: PreparedBuild, folders: BuildFolders, effects: Effects) {
  const dress = { brief: dresses(folders.templates), deck: dresses(folders.templates, 'deck') }
  const hashes = new Map<string, Promise<string>>()
  const hash = (path: string) => {
    let known = hashes.get(path)
    if (!known) {
      known = readFile(path).then(sha256)
      hashes.set(path, known)
    }
    return known
  }

  return async function build(planned: PlannedDocument): Promise<Built> {
    const built: Built = { artifacts: [], failures: [], unchanged: [] }
    const { audience, document: wanted, edition, artifacts } = planned
    try {
      const { document, files, data } = await tailorDocument(
        audience,
        wanted,
        edition,
        prepared.material,
        folders.templates,
      )
      const dressed = await dress[document.kind](
        document.theme,
        audience.at(['documents', audience.documents.indexOf(wanted), 'theme']),
      )
      const date = effects.date ?? reportDate(prepared.source.report.date)
      const workshop = await Workshop.of(document, dressed, effects.printer, date)
      const readability = readabilityOf(document)
      const inputs = await inputsOf(planned, dressed, files, data)
      const { browser } = effects
      const recipeFor = await recipes(document, dressed, { date, limits: wanted.limits, browser })
      // the browser prints one while another is made
      const making = artifacts.map(async ({ path, format }) => {
        try {
          const recipe = await recipeFor(format)
          const standing = await effects.standing(path)
          if (standing?.recipe === recipe) {
            built.unchanged.push(path)
            return { ...standing, inputs, sources: linesOf(document) }
          }
          const made = await workshop.make(format)
          await effects.write(path, made.data)
          const findings = [...made.findings, ...overBudget(document, made, readability, wanted.limits)]
          return describe(document, { path, format, ...made, ...readability, recipe, inputs, findings })
        } catch (error) {
          return { path, error: error as Error }
        }
      })
      for (const made of await Promise.all(making)) {
        if ('error' in made) built.failures.push(made)
        else built.artifacts.push(made)
      }
    } catch (error) {
      built.failures.push(...artifacts.map(({ path }) => ({ path, error: error as Error })))
    }
    return built
  }

  async function inputsOf(
    { audience }: PlannedDocument,
    dressed: Dress,
    files: TemplateFile[],
    data: string[],
  ): Promise<Artifact['inputs']> {
    const { source } = folders
    const audienceFile = `audiences/${audience.file.split('/').at(-1)}`
    const own = ['report.md', 'report.yaml', 'editorial.yaml', audienceFile, ...data]
    const all = [
      ...own
        .map((name) => ({ path: join(source.path, name), name: `${source.name}/${name}` }))
        .filter(({ path }) => existsSync(path)),
      ...files,
      ...dressed.files,
    ]
    const unique = new Map(all.map(({ path, name }) => [name, path]))
    return Promise.all([...unique].sort().map(async ([name, path]) => ({ path: name, sha256: await hash(path) })))
  }
}

function describe(
  document: Document,
  made: { path: string; format: string; data: string | Uint8Array; pages: number | null } & Pick<
    Artifact,
    'words' | 'lix' | 'recipe' | 'inputs' | 'findings'
  >,
): Artifact {
  const { path, format, data, pages, words, lix, recipe, inputs, findings } = made
  return {
    path,
    audience: document.audience,
    edition: document.edition,
    document: document.name,
    format,
    sha256: sha256(data),
    bytes: Buffer.byteLength(data),
    pages,
    words,
    lix,
    title: document.title,
    recipe,
    inputs,
    sources: linesOf(document),
    findings,
  }
}

const linesOf = (document: Document) => mergeLines(sourcesOf(document).map(({ lines }) => lines))

/**
 * The pages about all documents, by their paths: the catalogue and, for a language that has a template of one, the
 * accessibility statement; in the theme of the first audience's first document, also where only others were built.
 */
export async function pagesAbout(
  prepared: PreparedBuild,
  artifacts: Artifact[],
  folders: BuildFolders,
  { printer, date, browser, cache }: Omit<Effects, 'chromium' | 'write' | 'standing'>,
  read: Sight['read'],
): Promise<Map<string, string>> {
  const audiences = await allAudiences(folders.source, prepared.documents)
  const [first] = audiences
  const theme = first?.documents[0]?.theme ?? ''
  const asked = first?.at(['documents', 0, 'theme']) ?? {}
  const dressed = (layout: string) => dresses(folders.templates, layout)(theme, asked)
  const titles = new Map(audiences.map(({ id, title }) => [id, title]))
  const statement = await accessibilityStatement(prepared, artifacts, folders.templates, {
    dress: await dressed('document'),
    printer,
    date,
  })
  const pages = new Map(statement === null ? [] : [[accessibilityPage, statement]])
  const address = statement === null ? null : accessibilityPage
  const { report } = prepared.source
  pages.set(
    'index.html',
    await catalogue(report, artifacts, titles, await dressed('catalogue'), { printer, read, browser, cache }, address),
  )
  return pages
}

/** All audiences; those that were built, where another cannot be read. */
async function allAudiences({ path, shown }: Folder, documents: PlannedDocument[]): Promise<Audience[]> {
  const all = readAudiences(join(path, 'audiences'), `${shown}/audiences`)
  return all.catch(() => documents.map(({ audience }) => audience))
}

export async function manifestOf(prepared: PreparedBuild, artifacts: Artifact[], effects: Effects): Promise<Manifest> {
  const { source } = prepared
  return {
    schemaVersion: 1,
    tool,
    chromium: await effects.chromium(),
    source: { path: `${source.folder.name}/report.md`, sha256: sha256(source.text) },
    artifacts,
  }
}

/** "2020-07" as the first of July 2020; a report without a date counts from 1970. */
export function reportDate(written: string | null): Date {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(written ?? '')
  return match ? new Date(Date.UTC(Number(match[1]), Number(match[2] ?? 1) - 1, Number(match[3] ?? 1))) : new Date(0)
}
