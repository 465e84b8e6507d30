import type { Command } from 'commander'
import { readSource } from '../build/source.ts'
import { version } from '../build/version.ts'
import { formats } from '../check/formats.ts'
import type { About, Finding, Severity } from '../check/rule.ts'
import { severities } from '../check/rule.ts'
import { check, kinds } from '../check/run.ts'
import { noSuch } from '../input/no-such.ts'
import { foldersOf } from './folders.ts'

interface Options {
  source: string
  templates?: string
  format?: string
  rules?: boolean
  json?: boolean
  quiet?: boolean
}

export function checkCommand(program: Command, exit: (code: number) => void): Command {
  return program
    .command('check')
    .description(
      'Checks the report against itself: references, sums, contradictions, names; exit 1 if any finding is an error.',
    )
    .option('--source <dir>', 'the source folder', 'source')
    .option('--templates <dir>', 'the templates folder (default: templates)')
    .option('--format <format>', `how findings are written: ${Object.keys(formats).join(', ')}`)
    .option('--rules', 'lists the rules, each with an example')
    .option('--json', 'the findings as one JSON document on stdout')
    .option('--quiet', 'no summary, and no findings as text')
    .action(async (options: Options) => exit(await run(options)))
}

async function run(options: Options): Promise<number> {
  const { json, quiet } = options
  const format = options.format ?? (json ? 'json' : 'text')
  const write = formats[format]
  if (!write) throw noSuch(`unknown format "${format}"`, format, Object.keys(formats))
  if (options.rules) {
    process.stdout.write(json ? `${JSON.stringify(kinds.map(told))}\n` : listed(kinds))
    return 0
  }
  const folders = foldersOf(options)
  const source = await readSource(folders.source)
  const findings = await check({ ...source, check: source.profile.check, templates: folders.templates })
  const text = write(findings, kinds, version)
  if (format !== 'text') process.stdout.write(text)
  else if (!quiet) process.stderr.write(text)
  if (!quiet && !json) process.stderr.write(`${summary(findings)}\n`)
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
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
