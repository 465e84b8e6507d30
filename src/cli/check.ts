import type { Command } from 'commander'
import { readSource } from '../build/source.ts'
import { version } from '../build/version.ts'
import { formats } from '../check/formats.ts'
import type { About, Finding, Severity } from '../check/rule.ts'
import { severities } from '../check/rule.ts'
import { check, kinds } from '../check/run.ts'
import { noSuch } from '../input/no-such.ts'
import { foldersOf } from './folders.ts'
import type { Io } from './io.ts'

interface Options {
  source: string
  templates?: string
  format?: string
  pdf?: string[] | true
  rules?: boolean
  json?: boolean
  quiet?: boolean
}

export function checkCommand(program: Command, exit: (code: number) => void, io: Io): Command {
  return program
    .command('check')
    .description(
      'Checks the report against itself (references, sums, contradictions, names), or PDFs for PDF/UA; exit 1 if any finding is an error.',
    )
    .option('--source <dir>', 'the source folder', 'source')
    .option('--templates <dir>', 'the templates folder (default: templates)')
    .option('--format <format>', `how findings are written: ${Object.keys(formats).join(', ')}`)
    .option('--pdf [paths...]', 'checks PDFs instead: files, and folders with their PDFs (default: out)')
    .option('--rules', 'lists the rules, each with an example')
    .option('--json', 'the findings as one JSON document on stdout')
    .option('--quiet', 'no summary, and no findings as text')
    .action(async (options: Options) => exit(await run(options, io)))
}

async function run(options: Options, io: Io): Promise<number> {
  const { json, quiet } = options
  const format = options.format ?? (json ? 'json' : 'text')
  const write = formats[format]
  if (!write) throw noSuch(`unknown format "${format}"`, format, Object.keys(formats))
  if (options.rules) {
    const all = [...kinds, ...(await pdfRules()).pdfKinds]
    io.stdout.write(json ? `${JSON.stringify(all.map(told))}\n` : listed(all))
    return 0
  }
  const findings = options.pdf ? await inPdfs(options.pdf) : await inReport(options)
  const text = write(findings, options.pdf ? (await pdfRules()).pdfKinds : kinds, version)
  if (format !== 'text') io.stdout.write(text)
  else if (!quiet) io.stderr.write(text)
  if (!quiet && !json) io.stderr.write(`${summary(findings)}\n`)
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

async function inReport(options: Options): Promise<Finding[]> {
  const folders = foldersOf(options)
  const source = await readSource(folders.source)
  return check({ ...source, check: source.profile.check, templates: folders.templates })
}

/** Reading PDFs is loaded when it is asked for. */
const pdfRules = () => import('../check/pdf/rules.ts')

async function inPdfs(paths: string[] | true): Promise<Finding[]> {
  const { checkFiles } = await import('../check/pdf/files.ts')
  return checkFiles(paths === true ? ['out'] : paths)
}

const told = ({ id, severity, description, example }: About) => ({ id, severity, description, example })

const listed = (all: About[]) =>
  all
    .map(({ id, severity, description, example }) => `${id} (${severity})\n  ${description}\n  e.g. ${example}\n`)
    .join('')

function summary(findings: Finding[]): string {
  const count = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length
  return severities.map((severity) => `${count(severity)} ${severity}`).join(', ')
}
