import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type { CellChange } from '../build/fetch/cell-changes.ts'
import { type Fetched, fetchData } from '../build/fetch/fetch.ts'
import { writeWhole } from '../build/write.ts'
import { formatProblem, type Problem } from '../input/problem.ts'
import { foldersOf } from './folders.ts'
import type { Io } from './io.ts'

interface Options {
  source: string
  timeout: number
  dryRun?: boolean
  json?: boolean
  quiet?: boolean
}

const example = `
A query stands in source/data/NAME.query.yaml: the address of the table in PxWeb's API (version 1), what is selected of it, and which
rows and columns of which table of the report it gives.

Examples:
  prisme fetch                     all queries
  prisme fetch unemployment        that of unemployment.query.yaml
  prisme fetch --dry-run           what would change, nothing written`

export function fetchCommand(program: Command, exit: (code: number) => void, io: Io): Command {
  return program
    .command('fetch')
    .description('Runs the queries of source/data to statistics banks and writes their files; shows what changed.')
    .argument('[name...]', 'the queries; with nothing, all')
    .option('--source <dir>', 'the source folder', 'source')
    .option('--timeout <seconds>', 'how long to wait for each answer', seconds, 60)
    .option('--dry-run', 'ask and show what would change, but write nothing')
    .option('--json', 'what changed as one JSON document on stdout')
    .option('--quiet', 'say nothing but errors')
    .addHelpText('after', example)
    .action(async (names: string[], options: Options) => exit(await fetchNamed(names, options, io)))
}

function seconds(text: string): number {
  const value = Number(text)
  if (!(value > 0 && value <= 3600)) throw new InvalidArgumentError('expected a number of seconds, from 0 to 3600')
  return value
}

async function fetchNamed(names: string[], options: Options, io: Io): Promise<number> {
  const { path, shown } = foldersOf(options).source
  const { timeout, dryRun = false } = options
  const { fetched, problems } = await fetchData(
    join(path, 'data'),
    `${shown}/data`,
    { names, timeout, dryRun },
    { fetch: io.fetch, now: io.now, write: writeWhole },
  )
  if (!options.quiet && !options.json) io.stderr.write(fetched.map((each) => `${fetchedText(each, dryRun)}\n`).join(''))
  if (problems.length) io.stderr.write(`${problems.map(formatProblem).join('\n')}\n`)
  if (options.json)
    io.stdout.write(
      `${JSON.stringify({ written: !dryRun, fetched: fetched.map(fetchedJson), problems: problems.map(problemJson) })}\n`,
    )
  if (problems.some(({ exitCode }) => exitCode === 2)) return 2
  return problems.length ? 1 : 0
}

const problemJson = ({ message, details }: Problem) => ({ message, ...details })

const fetchedJson = ({ doubts, ...fetched }: Fetched) => ({ ...fetched, doubts: doubts.map(problemJson) })

/** No more changes than a person reads at once. */
const most = 40

function fetchedText({ name, file, state, date, source, values, changes, doubts }: Fetched, isDry: boolean): string {
  const what = {
    new: `a new file with ${values} values`,
    changed: `${changes.length} of ${values} values changed`,
    'same values': 'the same values, with a later date',
    same: 'nothing new',
  }[state]
  const written = state === 'same' ? '' : isDry ? '; nothing was written' : ` → ${file}`
  const shown = changes.slice(0, most).map((change) => `  ${changeText(change)}`)
  const more = changes.length > most ? [`  … and ${changes.length - most} more; --json has them all`] : []
  return [`${name}: ${what}, as of ${date}, ${source}${written}`, ...shown, ...more, ...doubts.map(formatProblem)].join(
    '\n',
  )
}

/** "Northport, Boats: 1310 → 1400" */
const changeText = ({ row, column, before, after }: CellChange) =>
  `${[row, column].filter(Boolean).join(', ')}: ${before ?? 'not there'} → ${after ?? 'gone'}`
