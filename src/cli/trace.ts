import type { Command } from 'commander'
import { prepareBuild } from '../build/prepare.ts'
import { trace } from '../build/trace/trace.ts'
import { foldersOf } from './folders.ts'
import type { Io } from './io.ts'
import { traceText } from './trace-text.ts'

interface Options {
  source: string
  templates?: string
  out: string
  row?: string
  column?: string
  json?: boolean
  quiet?: boolean
}

const examples = `
Examples:
  prisme trace out/press/brief.pdf "1,200"      where this number comes from: table, row, column, line
  prisme trace out/press/brief.pdf              all its numbers; last those that do not come from the report
  prisme trace "Table 2.1"                      every document and place that shows something of the table
  prisme trace "Table 2.1" --row Ships --column North
  prisme trace report.md:120-124                what rests on these lines
  prisme trace harbour-headline                 where an editor's statement stands

Exit code: 0 found, 1 nothing found, 2 wrong usage, configuration or input.`

export function traceCommand(program: Command, exit: (code: number) => void, io: Io): Command {
  return program
    .command('trace')
    .description('Says where the numbers and passages of an artifact come from, or what shows something of the report.')
    .argument(
      '<what>',
      'a file of the output folder; or a table, lines (report.md:12-14), a statement or an entity of the report',
    )
    .argument('[text]', 'a number or words in the file; with nothing, all its numbers')
    .option('--row <name>', 'only this row of the table, by its first cell or number')
    .option('--column <name>', 'only this column of the table, by its heading or number')
    .option('--source <dir>', 'the source folder', 'source')
    .option('--templates <dir>', 'the templates folder (default: templates)')
    .option('--out <dir>', 'where the documents are', 'out')
    .option('--json', 'what was found as one JSON document on stdout')
    .option('--quiet', 'say nothing but errors')
    .addHelpText('after', examples)
    .action(async (what: string, text: string | undefined, options: Options) =>
      exit(await run(what, text, options, io)),
    )
}

async function run(name: string, text: string | undefined, options: Options, io: Io): Promise<number> {
  const { out, row = null, column = null, json, quiet } = options
  const folders = foldersOf(options)
  const prepared = await prepareBuild(folders, {})
  const found = await trace({ name, text: text ?? null, row, column }, prepared, folders, out)
  if (!quiet) for (const warning of found.warnings) io.stderr.write(`warning: ${warning}\n`)
  if (json) io.stdout.write(`${JSON.stringify(found)}\n`)
  else if (!quiet) io.stderr.write(`${traceText(found)}\n`)
  return found.places.length ? 0 : 1
}
