import type { Root, Table, TableRow } from 'mdast'
import { limits } from './limits.ts'
import { eachLine } from './refuse.ts'
import { walk } from './walk.ts'

/**
 * A table of ten thousand rows costs a parser gigabytes if it holds all of it at once. Its first rows are parsed with the
 * report, the rest a thousand at a time; where the pieces do not fit together as expected, the text is parsed whole.
 */
export function parseInPieces(text: string, parse: (text: string) => Root): Root {
  const runs = longRuns(text)
  if (!runs.length) return parse(text)
  const tree = parse(withoutRests(text, runs))
  for (const run of runs) {
    const table = tree.children.find((node) => node.position!.end.line === run.rest[0]!.number - 1)
    const rows = table?.type === 'table' ? restOf(run, table, parse) : null
    if (!rows) return parse(text)
    ;(table as Table).children = (table as Table).children.concat(rows)
    table!.position!.end = { ...rows.at(-1)!.position!.end }
  }
  return tree
}

interface Line {
  text: string
  number: number
  offset: number
}

/** A long run of rows: what each of its pieces must begin with to be a table, and the rows after the first thousand. */
interface Run {
  head: Line[]
  rest: Line[]
}

const delimiters = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/
/** A row that no block but a table could begin with. */
const plainRow = /^[|\p{L}\p{N}][^\r\n]*[|\t]/u
const reference = /\]\[|\]:/

function longRuns(text: string): Run[] {
  const runs: Run[] = []
  let lines: Line[] = []
  const close = () => {
    const isPipe = lines.length > 1 && lines[0]!.text.includes('|') && delimiters.test(lines[1]!.text)
    const first = isPipe ? 2 : 0
    const rest = lines.slice(first + limits.rows)
    const divider = isPipe ? '|' : '\t'
    const alike = rest.every(({ text }) => plainRow.test(text) && text.includes(divider) && !reference.test(text))
    if (rest.length > limits.rows && alike) runs.push({ head: lines.slice(0, first), rest })
    lines = []
  }
  eachLine(text, (line, number, offset) => {
    if (line.includes('|') || line.includes('\t')) lines.push({ text: line, number, offset })
    else if (lines.length) close()
  })
  close()
  return runs
}

/** The text with the rest of each run blank, so that what follows keeps its place. */
function withoutRests(text: string, runs: Run[]): string {
  const parts: string[] = []
  let from = 0
  for (const { rest } of runs) {
    const last = rest.at(-1)!
    const end = last.offset + last.text.length
    parts.push(text.slice(from, rest[0]!.offset), text.slice(rest[0]!.offset, end).replace(/[^\r\n]/g, ' '))
    from = end
  }
  return parts.join('') + text.slice(from)
}

/** The rows of a run's rest as nodes; null where a piece is not one table with as many rows. */
function restOf({ head, rest }: Run, table: Table, parse: (text: string) => Root): TableRow[] | null {
  const heading = head.map(({ text }) => `${text}\n`).join('')
  const skipped = head.length ? 1 : 0
  const rows: TableRow[] = []
  for (let at = 0; at < rest.length; at += limits.rows) {
    const lines = rest.slice(at, at + limits.rows)
    const piece = parse(heading + lines.map(({ text }) => text).join('\n'))
    const [only, ...more] = piece.children
    if (only?.type !== 'table' || more.length || only.data?.syntax !== table.data?.syntax) return null
    const found = only.children.slice(skipped)
    if (found.length !== lines.length) return null
    found.forEach((row, index) => {
      moveTo(row, lines[index]!)
    })
    rows.push(...found)
  }
  return rows
}

/** Gives a row the place of its line. */
function moveTo(row: TableRow, { number, offset }: Line): void {
  const lines = number - row.position!.start.line
  const characters = offset - row.position!.start.offset!
  walk(row, ({ position }) => {
    for (const point of position ? [position.start, position.end] : []) {
      point.line += lines
      point.offset! += characters
    }
  })
}
