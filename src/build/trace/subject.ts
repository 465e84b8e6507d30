import type { Editorial } from '../../editorial/editorial.ts'
import { keyOf } from '../../editorial/key.ts'
import { isNamed } from '../../model/entities.ts'
import type { Entity, Report, Table } from '../../model/report.ts'
import { fold } from '../../model/text.ts'
import { columnOf, rowOf, tableOf } from '../../tailor/select.ts'
import { cellAt, isSameCell } from './cells.ts'
import { overlap, type Range, unique, within } from './ranges.ts'
import type { Origin, OriginCell, Trace, TracedPlace } from './shape.ts'

/** Something of the report, and how one knows what shows it. */
export interface Subject {
  kind: Exclude<Trace['asked']['kind'], 'artifact'>
  name: string
  /** Is this cell of it? */
  cell(cell: OriginCell): boolean
  /** Is it a whole table, of this name? */
  table(name: string): boolean
  /** Does running text, or a cell without a number, come from it? */
  passage(origin: Origin): boolean
}

/** Does a number come from a cell of it, or repeat one; or does a passage come from it? */
export function isShownBy({ origins }: TracedPlace, subject: Subject, what: 'number' | 'passage'): boolean {
  if (what === 'passage') return origins.some((origin) => subject.passage(origin))
  return origins.some(
    ({ cell, repeats }) =>
      (cell && subject.cell(cell)) ||
      repeats.some(({ table, alsoIn, cells }) => cells.some(subject.cell) || [table, ...alsoIn].some(subject.table)),
  )
}

/** Rows and columns of a table, as templates name them. */
export interface Narrowing {
  row: string | null
  column: string | null
}

/**
 * What is asked for, if the report has it: a table by its id, lines ("report.md:12-14"), an editor's statement or an entity.
 *
 * @throws {Problem} for a row or column that the table has not
 */
export function subjectOf(
  asked: string,
  narrowing: Narrowing,
  { report, editorial }: { report: Report; editorial: Editorial },
): Subject | null {
  return (
    linesNamed(asked) ??
    tableNamed(asked, narrowing, report) ??
    statementNamed(asked, editorial) ??
    entityNamed(asked, report)
  )
}

/** All that may be asked for by a name. */
export function subjectNames({ report, editorial }: { report: Report; editorial: Editorial }): string[] {
  const tables = report.tables.flatMap(({ id, empty }) => (id && !empty ? [id] : []))
  const statements = editorial.statements.flatMap((statement) => [statement.id, keyOf(statement)])
  return unique([...tables, ...report.entities.map(({ name }) => name), ...statements])
}

function linesNamed(asked: string): Subject | null {
  const match = /^(?:.*\/)?report\.md:(\d+)(?:[-–](\d+))?$/.exec(asked)
  if (!match) return null
  const first = Number(match[1])
  const range: [number, number] = [first, Number(match[2] ?? first)]
  return {
    kind: 'lines',
    name: asked,
    cell: ({ line }) => within(line, [range]),
    table: () => false,
    passage: ({ lines }) => overlap(lines, [range]),
  }
}

function tableNamed(asked: string, narrowing: Narrowing, report: Report): Subject | null {
  const known = report.tables.some(({ id }) => id !== null && fold(id) === fold(asked))
  if (!known) return null
  const table = tableOf(report, asked)
  const isNarrow = narrowing.row !== null || narrowing.column !== null
  const cells = cellsOf(table, narrowing, report.entities)
  const isCell = (cell: OriginCell) => cell.table === table.id && cells.some((each) => isSameCell(each, cell))
  const [first, last] = table.lines!
  const lines: Range[] = isNarrow
    ? cells.map(({ line }) => [line, line])
    : [[Math.min(table.captionLine ?? first, first), Math.max(table.captionLine ?? last, last)]]
  return {
    kind: 'table',
    name: table.id!,
    cell: isCell,
    table: (name) => !isNarrow && name === table.id,
    passage: (origin) => (origin.cell ? isCell(origin.cell) : overlap(origin.lines, lines)),
  }
}

/** The cells of a table, a row, a column, or where they cross. */
function cellsOf(table: Table, { row, column }: Narrowing, entities: Entity[]): OriginCell[] {
  const wantedRow = row === null ? null : rowOf(table, row, entities)
  const wantedColumn = column === null ? null : columnOf(table, column, entities)
  return table.rows.flatMap((cells, r) =>
    cells.flatMap((_, c) =>
      (wantedRow === null || r === wantedRow) && (wantedColumn === null || c === wantedColumn)
        ? [cellAt(table, r, c)]
        : [],
    ),
  )
}

function statementNamed(asked: string, { statements }: Editorial): Subject | null {
  const named = statements.filter((statement) => statement.id === asked || keyOf(statement) === asked)
  if (!named.length) return null
  return {
    kind: 'statement',
    name: asked,
    cell: () => false,
    table: () => false,
    passage: ({ statement }) => named.some(({ id, line }) => statement?.id === id && statement.line === line),
  }
}

function entityNamed(asked: string, { entities }: Report): Subject | null {
  const entity = entities.find(({ name, aliases }) => isNamed(asked, [name, ...aliases]))
  if (!entity) return null
  const names = [entity.name, ...entity.aliases]
  const isCell = ({ row, column }: OriginCell) => [row, column].some((label) => label !== null && isNamed(label, names))
  return {
    kind: 'entity',
    name: entity.name,
    cell: isCell,
    table: () => false,
    passage: ({ cell }) => cell !== null && isCell(cell),
  }
}
