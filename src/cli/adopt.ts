import type { Command } from 'commander'
import { adopt, prepareAdoption } from '../build/adopt.ts'
import { adoptionJson, adoptionText, isDone } from './adopt-text.ts'
import { foldersOf } from './folders.ts'
import type { Io } from './io.ts'

interface Options {
  source: string
  templates?: string
  dryRun?: boolean
  json?: boolean
  quiet?: boolean
}

const examples = `
The new version takes the place of report.md in the source folder. What statements, corrections and approvals rest on moves with
it; what is left is listed by what must be done, and the exit code is then 1.

Examples:
  prisme adopt report-2027.md --dry-run     what would have to be read again; nothing is written
  prisme adopt report-2027.md
  prisme adopt source/report.md             report.md was edited where it stands: writes the new places`

export function adoptCommand(program: Command, exit: (code: number) => void, io: Io): Command {
  return program
    .command('adopt')
    .description('Takes a new version of the report: moves what rests on it, and lists what must be read again.')
    .argument('<new.md>', 'the new version')
    .option('--source <dir>', 'the source folder', 'source')
    .option('--templates <dir>', 'the templates folder (default: templates)')
    .option('--dry-run', 'only the list; nothing is written')
    .option('--json', 'the list as one JSON document on stdout')
    .option('--quiet', 'no list')
    .addHelpText('after', examples)
    .action(async (path: string, options: Options) => exit(await run(path, options, io)))
}

async function run(path: string, options: Options, io: Io): Promise<number> {
  const adoption = await prepareAdoption(path, foldersOf(options))
  if (!options.dryRun) await adopt(adoption)
  if (options.json) io.stdout.write(`${JSON.stringify(adoptionJson(adoption, !options.dryRun))}\n`)
  else if (!options.quiet) io.stderr.write(adoptionText(adoption, !options.dryRun))
  return isDone(adoption) ? 0 : 1
}
