import type { Command } from 'commander'
import { readSource } from '../build/source.ts'
import { noSuch } from '../input/no-such.ts'
import { formatProblem } from '../input/problem.ts'
import type { Report } from '../model/report.ts'
import { everySection, findSection } from '../model/sections.ts'
import { fold } from '../model/text.ts'
import { changesOf } from '../update/changes.ts'
import { foldersOf } from './folders.ts'
import type { Io } from './io.ts'

interface Options {
  source: string
  json?: boolean
  quiet?: boolean
  table?: string
  studies?: boolean
  cards?: string
  section?: string
}

export function modelCommand(program: Command, exit: (code: number) => void, io: Io): Command {
  return program
    .command('model')
    .description('Prints what was read of the report: sections, tables, cards, studies, with their lines.')
    .option('--source <dir>', 'the source folder', 'source')
    .option('--table <id>', 'one table, as "Table 2.1"')
    .option('--studies', 'the studies')
    .option('--cards <type>', 'the cards of a type')
    .option('--section <number>', 'one section, by number or title')
    .option('--json', 'the model as one JSON document on stdout')
    .option('--quiet', 'no summary')
    .action(async (options: Options) => {
      const { report, folder, update } = await readSource(foldersOf(options).source)
      if (update.problems.length) {
        io.stderr.write(`${update.problems.map(formatProblem).join('\n')}\n`)
        exit(2)
      }
      const part = narrowed(report, options)
      if (part === report && !options.quiet) io.stderr.write(warnings(report, `${folder.shown}/report.md`))
      if (options.json || part !== report) io.stdout.write(`${JSON.stringify(part, null, part === report ? 0 : 2)}\n`)
      else if (!options.quiet) io.stderr.write(`${summary(report)}\n`)
    })
}

function narrowed(report: Report, { table, studies, cards, section }: Options): unknown {
  if (table !== undefined) {
    const found = report.tables.find((candidate) => candidate.id !== null && fold(candidate.id) === fold(table))
    return (
      found ??
      unknown(
        'table',
        table,
        report.tables.flatMap((candidate) => candidate.id ?? []),
      )
    )
  }
  if (studies) return report.studies
  if (cards !== undefined) {
    const types = [...new Set(report.cards.map((card) => card.type))]
    return types.includes(cards)
      ? report.cards.filter((card) => card.type === cards)
      : unknown('card type', cards, types)
  }
  if (section !== undefined) {
    const names = [...everySection(report.sections)].flatMap(({ number, title }) => [number ?? [], title].flat())
    return findSection(report.sections, section) ?? unknown('section', section, names)
  }
  return report
}

function unknown(what: string, name: string, candidates: string[]): never {
  throw noSuch(`the report has no ${what} "${name}"`, name, candidates)
}

/** What is odd in the report, a line each; no more than a person reads at once. */
function warnings(report: Report, file: string): string {
  const most = 30
  const lines = report.warnings.map(
    ({ line, column, message, rule }) => `${file}:${line}:${column} ${message} (${rule})\n`,
  )
  const more = lines.length > most ? `… and ${lines.length - most} more; --json has them all\n` : ''
  return lines.slice(0, most).join('') + more
}

function summary(report: Report): string {
  const { coverage } = report
  const sections = [...everySection(report.sections)]
  const rows: [string, number | string][] = [
    ['sections', sections.length],
    [
      'tables',
      `${report.tables.length}, of which ${report.tables.filter((table) => table.empty).length} without content`,
    ],
    ['studies', report.studies.length],
    ['cards', report.cards.length],
    ['footnotes', report.footnotes.length],
    ['references', report.references.length],
    ['updated cells', changesOf(report).length],
    ['margin notes', report.marginNotes.length],
    ['repairs', report.repairs.length],
    ['warnings', report.warnings.length],
    [
      'lines',
      `${coverage.lines}, ${coverage.unaccounted.length ? `unaccounted: ${coverage.unaccounted.join(', ')}` : 'all accounted for'}`,
    ],
  ]
  return [report.title, ...rows.map(([name, count]) => `  ${name.padEnd(13)} ${count}`)].join('\n')
}
