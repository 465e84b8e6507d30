import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { atOnce } from '../build/at-once.ts'
import { Cache } from '../build/cache.ts'
import { type Artifact, type Manifest, manifestText } from '../build/manifest.ts'
import { type BuildFolders, type PreparedBuild, prepareBuild } from '../build/prepare.ts'
import { type Built, builder, type Effects, type Failure, manifestOf, pagesAbout } from '../build/run.ts'
import { sha256 } from '../build/sha256.ts'
import { writeWhole } from '../build/write.ts'
import { formatProblem, Problem, problemsOf } from '../input/problem.ts'
import { Printer } from '../render/pdf/printer.ts'
import { formats } from '../tailor/audience.ts'
import { foldersOf } from './folders.ts'
import type { Io } from './io.ts'
import { type Progress, showProgress } from './progress.ts'

interface Options {
  source: string
  templates?: string
  out: string
  audience?: string[]
  edition?: string[]
  format?: string[]
  jobs?: string
  force?: boolean
  strict?: boolean
  json?: boolean
  quiet?: boolean
}

export const list = (value: string, earlier: string[] = []) =>
  [...earlier, ...value.split(',').map((part) => part.trim())].filter(Boolean)

export function buildCommand(program: Command, exit: (code: number) => void, io: Io): Command {
  return program
    .command('build')
    .description('Builds the documents of all audiences.')
    .option('--audience <ids>', 'only these audiences, divided by commas', list)
    .option('--edition <names>', 'only these editions: entities by name', list)
    .option('--format <formats>', `only these formats: ${formats.join(', ')}`, list)
    .option('--source <dir>', 'the source folder', 'source')
    .option('--templates <dir>', 'the templates folder (default: templates)')
    .option('--out <dir>', 'where the documents go', 'out')
    .option('--jobs <n>', `how many documents are in the making at once (default: ${defaultJobs})`)
    .option('--force', 'make everything anew, also what nothing has changed for')
    .option('--strict', 'a warning fails the build')
    .option('--json', 'what was built as one JSON document on stdout')
    .option('--quiet', 'say nothing but errors')
    .action(async (options: Options) => exit(await build(options, io)))
}

async function build(options: Options, io: Io): Promise<number> {
  const jobs = jobsOf(options.jobs)
  const folders = foldersOf(options)
  const effects = await effectsOn(options, io)
  try {
    let doubts: Problem[] = []
    const result = await showProgress(options, io.stderr, {
      prepare: async () => {
        const choice = { audiences: options.audience, editions: options.edition, formats: options.format }
        const prepared = await prepareBuild(folders, choice, effects.cache)
        doubts = prepared.material.editorial.files.lock.doubts
        return prepared
      },
      build: (prepared) => atOnce(prepared.documents, jobs, builder(prepared, folders, effects)),
      finish: (prepared, built) => finish(prepared, built, options, folders, effects),
    } satisfies Progress)
    for (const doubt of doubts) io.stderr.write(`warning: ${formatProblem(doubt)}\n`)
    return conclude(result, options, io)
  } finally {
    await effects.printer.close()
  }
}

/** While the browser prints one document the next is tailored and rendered. More were no faster on two cores. */
const defaultJobs = 2

function jobsOf(asked: string | undefined): number {
  if (asked === undefined) return defaultJobs
  if (/^[1-9]\d{0,2}$/.test(asked)) return Number(asked)
  throw new Problem('--jobs is not a number of documents', { found: asked, expected: 'a whole number from 1 to 999' })
}

/** The real world: a browser that is started when the first PDF is due, and the output folder. */
export async function effectsOn(
  { out, force }: Pick<Options, 'out' | 'force'>,
  { env, browser }: Io,
): Promise<Effects> {
  let chromium: string | null = null
  const printer = new Printer(async () => {
    const started = await browser.open()
    chromium = await started.version()
    return started
  })
  const before = force ? null : await manifestIn(out)
  return {
    printer,
    chromium: async () => chromium,
    write: (path, data) => writeWhole(join(out, path), data),
    date: epoch(env.SOURCE_DATE_EPOCH),
    browser: browser.name,
    standing: async (path) => {
      const known = before?.artifacts.find((artifact) => artifact.path === path)
      const data = known && (await readFile(join(out, path)).catch(() => null))
      return data && sha256(data) === known.sha256 ? known : null
    },
    cache: new Cache(join(out, '.cache'), force),
  }
}

/** The date that `SOURCE_DATE_EPOCH` gives (https://reproducible-builds.org/specs/source-date-epoch/); null where it is not set. */
function epoch(seconds: string | undefined): Date | null {
  if (!seconds) return null
  if (/^\d+$/.test(seconds) && Number(seconds) <= lastSecond) return new Date(Number(seconds) * 1000)
  throw new Problem('SOURCE_DATE_EPOCH is not a time', {
    found: seconds,
    expected: `whole seconds since 1970, up to ${lastSecond}: what \`date +%s\` prints`,
  })
}

/** Files can hold years of four digits. */
const lastSecond = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000

/** Writes the model, the catalogue and the manifest. What was not built now keeps its entry, as long as its file is there. */
async function finish(
  prepared: PreparedBuild,
  { artifacts, failures }: Built,
  { out, audience, edition, format }: Options,
  folders: BuildFolders,
  effects: Effects,
): Promise<void> {
  await effects.write('model.json', `${JSON.stringify(prepared.source.report)}\n`)
  const before = await manifestIn(out)
  const partial = Boolean(audience ?? edition ?? format)
  const kept = (before?.artifacts ?? []).filter((old: Artifact) => {
    const isNew = artifacts.some((artifact) => artifact.path === old.path)
    return (
      !isNew && (partial || failures.some((failure) => failure.path === old.path)) && existsSync(join(out, old.path))
    )
  })
  const all = [...artifacts, ...kept]
  if (artifacts.length) {
    const pages = await pagesAbout(prepared, all, folders, effects, (file) => readFile(join(out, file)))
    for (const [page, text] of pages) await effects.write(page, text)
  }
  const manifest = await manifestOf(prepared, all, effects)
  await effects.write(
    'manifest.json',
    manifestText({ ...manifest, chromium: manifest.chromium ?? before?.chromium ?? null }),
  )
  await effects.cache.keep()
}

/** The manifest of an earlier build; null where there is none that can be read. */
async function manifestIn(out: string): Promise<Manifest | null> {
  const text = await readFile(join(out, 'manifest.json'), 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as Manifest)
}

function conclude({ artifacts, failures, unchanged }: Built, { json, quiet, strict }: Options, io: Io): number {
  const findings = artifacts.flatMap((artifact) =>
    artifact.findings.map((finding) => ({ path: artifact.path, ...finding })),
  )
  for (const { said, paths } of quiet ? [] : grouped(findings, ({ severity, message }) => `${severity}: ${message}`))
    io.stderr.write(`${paths.join(', ')}\n  ${said}\n`)
  for (const { said, paths } of grouped(failures, reasonOf)) io.stderr.write(`failed ${paths.join(', ')}\n${said}\n`)
  if (json) {
    const failed = failures.map(({ path, error }) => ({
      path,
      problems: problemsOf(error).map(({ message, details }) => ({ message, ...details })),
      message: error.message,
    }))
    io.stdout.write(`${JSON.stringify({ artifacts, failures: failed, unchanged })}\n`)
  }
  if (failures.some(({ error }) => problemsOf(error).some((problem) => problem.exitCode === 2))) return 2
  return failures.length || (strict && findings.length) ? 1 : 0
}

/** Files of which the same is said are told together. */
function grouped<T extends { path: string }>(all: T[], say: (each: T) => string): { said: string; paths: string[] }[] {
  const groups = new Map<string, string[]>()
  for (const each of all) groups.set(say(each), [...(groups.get(say(each)) ?? []), each.path])
  return [...groups].map(([said, paths]) => ({ said, paths }))
}

function reasonOf({ error }: Failure): string {
  const problems = problemsOf(error)
  return problems.length ? problems.map(formatProblem).join('\n') : `  ${error.message}`
}
