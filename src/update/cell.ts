import { Problem } from '../input/problem.ts'
import type { Locale } from '../locale/locale.ts'
import { cellText } from '../model/cell-text.ts'
import type { Cell, Table } from '../model/report.ts'
import { fold } from '../model/text.ts'
import { numbersIn, valuesIn } from '../model/values.ts'
import { spansOf } from '../origin/spans.ts'
import type { Placed } from './grow.ts'
import { missingIn } from './missing.ts'
import { type Given, type Printing, printed, type Replaced, unitKey } from './print.ts'
import type { Settings } from './settings.ts'
import type { Known } from './shape.ts'
import { placeOf, type Sheet, type SheetCell, shownText } from './sheet.ts'

/** Where the entries of a table come from. */
export interface From {
  sheet: Sheet
  settings: Settings
  known: Known
  isLong: boolean
}

/** So many times as much, or so small a part, is more likely a slip than news. */
const large = 10

/** The cell that entries for it make, and what they leave in doubt. */
export function newCell(
  table: Table,
  group: Placed[],
  notation: Locale,
  { sheet, settings, known: { locale } }: From,
): { cell: Cell; doubts: Problem[] } {
  const [row, column] = group[0]!.at
  const old = table.rows[row]![column]!
  const last = group.at(-1)!.cell
  const given = group.map(({ cell, row, column }): Given => ({ cell, unit: row.unit ?? column.unit }))
  const where = [table.id ?? table.caption, group[0]!.row.label, group[0]!.column.label].join(', ')
  refuseRival(old, where, last, sheet, settings)
  const gap = given.find(({ cell }) => !cell.text || missingIn(cell) !== null)?.cell
  const isNew = group[0]!.row.at < 0 || group[0]!.column.at < 0
  const oldText = old.items ? [old.text, ...old.items].filter(Boolean).join('; ') : old.text
  if (gap && !isNew) return { cell: old, doubts: missingValue(oldText, gap, where, sheet, settings) }
  // a new row shows the sign itself: an empty cell would not tell that nothing was given
  const sign = gap?.text || (gap?.missing ? '..' : '')
  if (gap) return { cell: sign ? changed(old, sign, gap, { sheet, settings, locale }) : old, doubts: [] }
  const printing: Printing = { sheet, locale, notation, decimals: decimalsIn(table, column, locale) }
  const form = isNew ? neighbour(table, group[0]!, locale) : oldText
  const { text, replaced } = printed(form, given, printing)
  const kept = numbersIn(form, locale).filter(({ at }) => !replaced.some(({ before }) => before.at === at))
  const isPartly = replaced.length > 0 && kept.length > 0
  if (isNew && isPartly)
    throw new Problem(`gives ${where} only a part of its numbers`, {
      ...placeOf(sheet, last),
      found: shownText(last),
      expected: `all numbers of a cell as "${form}"`,
    })
  if (!isNew && !settings.allow.has('large-changes')) refuseLarge(replaced, where, sheet)
  if (fold(text) === fold(oldText)) return { cell: old, doubts: [] }
  const doubts = isPartly ? [keeps(where, kept.map((number) => number.text).join(', '), last, sheet)] : []
  return { cell: changed(old, text, last, { sheet, settings, locale }), doubts }
}

/**
 * What a value that the file does not give means for a cell that has one: an error, or where that is allowed a doubt, for the cell
 * keeps a value that is older than its date. A cell without a value stays as it is.
 */
function missingValue(oldText: string, gap: SheetCell, where: string, sheet: Sheet, { allow }: Settings): Problem[] {
  if (!/[\p{L}\p{N}]/u.test(oldText)) return []
  const reason = missingIn(gap)
  const found = reason === null ? undefined : `${shownText(gap)} (${reason})`
  const old = oldText.slice(0, 80)
  if (allow.has('missing-values'))
    return [
      new Problem(`${where} keeps "${old}": its new value is missing`, {
        ...placeOf(sheet, gap),
        found,
        expected: 'a value for each cell',
      }),
    ]
  throw new Problem(reason === null ? `is empty: ${where} has a value` : `is missing: ${where} has a value`, {
    ...placeOf(sheet, gap),
    found,
    expected: `a value, as "${old}"; or "allow: missing-values", which keeps it and says so`,
  })
}

/** Of two files of one date, neither is the later. */
function refuseRival({ updated }: Cell, where: string, cell: SheetCell, sheet: Sheet, { date }: Settings): void {
  if (!updated || updated.file === sheet.path || updated.date !== date) return
  throw new Problem(`gives ${where} as another file of the same date does`, {
    ...placeOf(sheet, cell),
    found: shownText(cell),
    expected: `one value as of ${date}; the other stands in ${updated.file}, line ${updated.line}`,
  })
}

/** The doubt about a cell of which only one number is new. */
export function keeps(
  where: string,
  kept: string,
  { line, column }: Pick<SheetCell, 'line' | 'column'>,
  sheet: Sheet,
): Problem {
  return new Problem(`${where} keeps ${kept}, which belongs to the number before`, {
    ...placeOf(sheet, { line, column }),
    expected: 'a value for each number of the cell',
  })
}

/** A cell with a new text, and where it stands in the data file. */
export function changed(
  old: Cell,
  text: string,
  { line, column }: Pick<SheetCell, 'line' | 'column'>,
  { sheet, settings, locale }: { sheet: Sheet; settings: Settings; locale: Locale },
): Cell {
  const items = old.items ? text.split(/\s*[;\n]\s*/).filter(Boolean) : undefined
  const values = valuesIn(text, locale)
  const printedText = old.updated?.printed ?? [old.text, ...(old.items ?? [])].filter(Boolean).join('; ')
  const { date, source } = settings
  return {
    text: items ? '' : text,
    ...(items ? { items } : {}),
    ...(values.length ? { values } : {}),
    line: old.line,
    ...(old.spans ? { spans: old.updated ? old.spans : spansOf(cellText(old).origin) } : {}),
    updated: { date, source, file: sheet.path, line, column, printed: printedText },
  }
}

/** The most decimals that the numbers of a column have, by unit. */
function decimalsIn({ rows }: Table, column: number, locale: Locale): Printing['decimals'] {
  const numbers = rows.flatMap((row) => numbersIn(row[column]!.text, locale))
  return (unit) =>
    Math.max(
      0,
      ...numbers
        .filter((number) => unitKey(number.unit, locale) === unit)
        .map(({ value, max = 0 }) =>
          Math.max(...[value, max].map((each) => (String(each).split('.')[1] ?? '').length)),
        ),
    )
}

/** The form of a new row's cell is that of its column; a new column has none to go by. */
function neighbour({ rows }: Table, { at: [, column], column: { at } }: Placed, locale: Locale): string {
  const texts = at < 0 ? [] : rows.map((row) => row[column]!.text)
  return texts.find((text) => numbersIn(text, locale).length) ?? ''
}

function refuseLarge(replaced: Replaced[], where: string, sheet: Sheet): void {
  for (const { before, after, given } of replaced) {
    const [less, more] = [before.value, after].map(Math.abs).toSorted((a, b) => a - b) as [number, number]
    if (less ? more / less < large : more < large) continue
    throw new Problem(`changes ${where} by a factor of ${large} or more`, {
      ...placeOf(sheet, given),
      found: `${shownText(given)}, before ${before.text}`,
      expected: 'a value of the same size, or "allow: large-changes"',
    })
  }
}
