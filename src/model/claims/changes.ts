import type { Locale } from '../../locale/locale.ts'
import { evaluate, type Operation } from '../../origin/operations.ts'
import { type Context, holdsAny } from './context.ts'
import { type Derivation, saysWhat, sentenceOf } from './derived.ts'
import type { CellNumber, Grid } from './grid.ts'
import type { Mention } from './mentions.ts'
import { sureness } from './naming.ts'
import { isResult } from './nearness.ts'
import { measureOf } from './units.ts'

/**
 * Two numbers of a table beside the sentence whose difference or ratio it gives: "rose by 300", "300 more than", "rose by 25 per
 * cent", "doubled", "a third of all". They stand in one row that the sentence names, or in one column in two rows that it names.
 */
export function changeOf(context: Context): Derivation | null {
  const { mention, locale } = context
  if (mention.isYear || mention.max !== undefined || mention.ordinal) return null
  const isPercent = mention.unit !== null && measureOf(mention.unit, locale) === '%'
  const changes = mention.factor === 'times' || holdsAny(sentenceOf(context), changeWords(locale))
  for (const grid of context.near) {
    if (changes) {
      for (const [from, to] of pairs(grid, context)) {
        const operation = changeBetween(from, to, mention, isPercent)
        if (operation && saysWhat(to, context)) return { ...namesOf(from, to), numbers: [from, to], operation }
      }
    }
    if (isPercent || mention.factor === 'share') {
      const share = shareIn(grid, context)
      if (share) return share
    }
  }
  return null
}

/** The words that tell of a change or a difference. */
function changeWords({ comparing, telling }: Locale): string[] {
  const { difference, rising, falling } = comparing
  return [...difference, ...rising, ...falling, ...telling.higher, ...telling.lower]
}

function changeBetween(from: CellNumber, to: CellNumber, mention: Mention, isPercent: boolean): Operation | null {
  if (from.measure !== to.measure || from.isYear || to.isYear || from.max !== undefined || to.max !== undefined)
    return null
  if (mention.factor === 'share' || (isPercent && from.measure === '%')) return null
  const operation = mention.factor ? 'ratio' : isPercent ? 'percentChange' : 'difference'
  if (operation === 'difference' && mention.value === 0) return null
  return isResult(evaluate(operation, [from.value, to.value]), operation, mention) ? operation : null
}

/** More rows or columns than this are not all compared with each other. */
const most = 12

/** The pairs of numbers that a sentence may compare: of one row that it names, or of two that it names in one column. */
function pairs(grid: Grid, context: Context): [CellNumber, CellNumber][] {
  const { rows, columns } = context.axes(grid)
  const named = (sure: number) => sure >= sureness.sentence
  const inRow = rows.flatMap((sure, row) => {
    if (sure < (grid.rows[row]!.isTotal ? sureness.topic : sureness.passage)) return []
    const own = grid.inRow[row]!.filter((number) => isPlain(number))
    const said = own.filter(({ column }) => named(columns[column]!))
    return twoOf(said.length > 1 ? said : own)
  })
  const inNamed = rows.flatMap((sure, row) => (named(sure) ? grid.inRow[row]!.filter((number) => isPlain(number)) : []))
  const inColumn =
    rows.filter(named).length < 2
      ? []
      : grid.columns.flatMap((_, column) => twoOf(inNamed.filter((number) => number.column === column)))
  return [...inRow, ...inColumn]
}

function twoOf(numbers: CellNumber[]): [CellNumber, CellNumber][] {
  if (numbers.length > most) return []
  return numbers.flatMap((from, at) => numbers.slice(at + 1).map((to): [CellNumber, CellNumber] => [from, to]))
}

const isPlain = ({ grid, row, column }: CellNumber) => grid.perCell.get(row * grid.columns.length + column) === 1

/** The number of a row that is named and that of its whole column, if the sentence gives what share of it that is. */
function shareIn(grid: Grid, context: Context): Derivation | null {
  const { rows, columns } = context.axes(grid)
  const parts = rows
    .flatMap((sure, row) => (sure >= sureness.sentence ? grid.inRow[row]! : []))
    .filter((part) => isPlain(part) && !part.isYear)
    .filter((part) => !grid.rows[part.row]!.isTotal && saysWhat(part, context))
    .sort((a, b) => columns[b.column]! - columns[a.column]!)
  for (const part of parts) {
    const found = shareOf(part, context.mention)
    if (found) return { ...namesOf(part, part), ...found }
  }
  return null
}

/** How a part is the share that a sentence gives; by itself, if that is a share in per cent. */
function shareOf(
  part: CellNumber,
  mention: Mention,
): Required<Pick<Derivation, 'numbers' | 'operation' | 'inputs'>> | null {
  const { grid } = part
  const gives = (operation: Operation, inputs: CellNumber[]) =>
    isResult(
      evaluate(
        operation,
        inputs.map(({ value }) => value),
      ),
      operation,
      mention,
    )
  if (part.measure === '%')
    return mention.factor && gives('fraction', [part])
      ? { numbers: [part], operation: 'fraction', inputs: [part] }
      : null
  const column = grid.numbers.filter((other) => other.column === part.column && isPlain(other))
  if (column.length < 3) return null
  const whole = column.find(({ row }) => grid.rows[row]!.isTotal)
  const all = whole ? [whole] : column
  const operation = mention.factor ? 'share' : 'percentShare'
  const numbers = [part, ...all.filter((other) => other !== part)]
  return gives(operation, [part, ...all]) ? { numbers, operation, inputs: [part, ...all] } : null
}

function namesOf(from: CellNumber, to: CellNumber): Pick<Derivation, 'row' | 'column'> {
  const { rows, columns } = to.grid
  const { row, column } = to
  return {
    row: from.row === row ? rows[row]!.text || null : null,
    column: from.column === column ? columns[column]!.text || null : null,
  }
}
