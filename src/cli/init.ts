import type { Command } from 'commander'
import { type NewSource, prepareSource, writeSource } from '../build/init.ts'
import { noSuch } from '../input/no-such.ts'
import { type Language, languages } from '../locale/locales.ts'
import type { Io } from './io.ts'

interface Options {
  into: string
  language?: string
  json?: boolean
  quiet?: boolean
}

const example = `
Example:
  prisme init harbour-2024.md --into harbour
  prisme build --source harbour`

export function initCommand(program: Command, _exit: (code: number) => void, io: Io): Command {
  return program
    .command('init')
    .description('Makes a source folder from a report: its profile, as read off it, and an audience to begin with.')
    .argument('<report>', 'the report, in Markdown')
    .requiredOption('--into <dir>', 'the new source folder; files that are there are never written over')
    .option(
      '--language <code>',
      `the language of the report, where it is not to be read off it: ${languages.join(', ')}`,
    )
    .option('--json', 'the folder, its files and the profile as one JSON document on stdout')
    .option('--quiet', 'say nothing but errors')
    .addHelpText('after', example)
    .action((report: string, options: Options) => init(report, options, io))
}

async function init(report: string, { into, language, json, quiet }: Options, io: Io): Promise<void> {
  if (language !== undefined && !isLanguage(language))
    throw noSuch(`unknown language "${language}"`, language, languages)
  const made = await prepareSource(report, language)
  const files = await writeSource(into, made.files, report)
  if (json) io.stdout.write(`${JSON.stringify({ folder: into, files, profile: made.profile })}\n`)
  else if (!quiet) io.stderr.write(`${summary(into, files, made)}\n`)
}

const isLanguage = (code: string): code is Language => (languages as string[]).includes(code)

/** What was found, what was written, and what to run next. */
function summary(folder: string, files: string[], { profile, said }: NewSource): string {
  const found = (['language', 'title', 'captions', 'bibliography', 'cards', 'entities'] as const).map(
    (key) => `  ${key.padEnd(13)} ${said[key]?.length ? said[key].join(`\n${' '.repeat(16)}`) : 'nothing found'}`,
  )
  const place = shellWord(folder)
  return [
    profile.title,
    ...found,
    `Wrote into ${folder}:`,
    ...files.map((file) => `  ${file}`),
    'Check report.yaml, then:',
    `  prisme model --source ${place}`,
    `  prisme build --source ${place}`,
  ].join('\n')
}

/** A path as a shell takes it. */
const shellWord = (path: string) => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`)
