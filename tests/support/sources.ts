import type { Source } from '../../src/document/source.ts'
import { type Language, locales } from '../../src/locale/locales.ts'
import type { Cell, Report } from '../../src/model/report.ts'
import { everySection } from '../../src/model/sections.ts'
import { numbersIn } from './facts.ts'

/** The words of the report that a source names: of a cell those of the cell, else those of its lines. */
export function wordsBehind(source: Source, report: Report, lines: string[]): string {
  const [first, last] = source.lines
  const cells = cellsBehind(source, report)
  return cells
    ? cells.flatMap(({ text, items = [] }) => [text, ...items]).join('\n')
    : lines.slice(first - 1, last).join('\n')
}

/** The cells of the model that a source names; null where it names none. */
export function cellsBehind({ table: id, row, column, lines: [line] }: Source, report: Report): Cell[] | null {
  if (!id) return null
  const tables = report.tables.filter((table) => table.id === id)
  return tables.flatMap(({ header, rows }) =>
    rows
      .filter(([head]) => head!.text === (row ?? ''))
      .flatMap((cells) =>
        cells.filter((cell, at) => (cell.line === line || at === 0) && (header?.[at] ?? '') === (column ?? '')),
      ),
  )
}

/**
 * What is not so in a source line or a note: a line that the report has not, a section or table that the model has not or that does
 * not hold the first of the lines beside it, a number that is neither of these nor in the table's own source and notes.
 */
export function untrueIn(text: string, report: Report): string[] {
  const { words, captions, section, appendix, quotes } = locales[report.language as Language]
  const untrue: string[] = []
  const names = [...captions.table, ...captions.figure, ...section, ...appendix].join('|')
  const line = [words.lines, words.line].join('|')
  const place = new RegExp(
    `((?:${names})\\s(?:\\d[\\d.]*|\\p{L}|${quotes[0]}[^${quotes[1]}]*${quotes[1]})|${words.frontPage}|\\p{L}+\\s\\d[\\d.]*) \\((?:${line}) ([\\d–, ]+)\\)`,
    'giu',
  )
  const tables = report.tables.filter(({ id }) => id)
  const known: string[] = []
  const rest = text.replace(place, (_, name: string, written: string) => {
    const ranges = written.split(', ').map((range) => range.split('–').map(Number))
    const starts = ranges.map(([first]) => first!)
    for (const [first, last = first] of ranges as [number, number?][])
      if (!(first >= 1 && first <= last! && last! <= report.coverage.lines)) untrue.push(`${name}: lines ${written}`)
    const table = tables.find(({ id }) => id!.toLowerCase() === name.toLowerCase())
    if (table) {
      const from = table.captionLine ?? table.lines![0]
      if (starts[0] !== from) untrue.push(`${name} does not begin at line ${starts[0]}`)
      known.push(table.source ?? '', ...table.notes)
    } else if (!placesOf(report, starts[0]!).includes(name.toLowerCase()))
      untrue.push(`${name} does not hold line ${starts[0]}`)
    return ''
  })
  const told = new Set(numbersIn(known.join('\n')))
  return [...untrue, ...numbersIn(rest).filter((number) => !told.has(number))]
}

/** The names that a line's place may have: of the sections around it the numbers, and the titles in quotation marks. */
function placesOf(report: Report, line: number): string[] {
  const { words, quotes } = locales[report.language as Language]
  const around = [...everySection(report.sections)].filter(
    ({ line: first, endLine }) => first <= line && line <= endLine,
  )
  const names = around.flatMap(({ number, title }) => {
    const named = `${words.section} ${quotes[0]}${title}${quotes[1]}`
    if (!number) return [named]
    return [/^\d/.test(number) ? `${words.section} ${number}` : number, named]
  })
  return (names.length ? names : [words.frontPage]).map((name) => name.toLowerCase())
}
