import { evaluate, type Operation } from '../../origin/operations.ts'
import { type Context, holdsAny } from './context.ts'
import { type Derivation, saysWhat, sentenceOf } from './derived.ts'
import type { CellNumber, Grid } from './grid.ts'
import type { Mention } from './mentions.ts'
import { sureness } from './naming.ts'
import { isResult } from './nearness.ts'
import { measureOf } from './units.ts'

/** The numbers whose average a sentence gives: those of several rows or columns that it names, or of a whole column. */
export function averageOf(context: Context): Derivation | null {
  const { mention, locale } = context
  if (mention.isYear || mention.factor || mention.ordinal || mention.max !== undefined) return null
  const saysSo = holdsAny(sentenceOf(context), locale.telling.average)
  const measure = mention.unit && measureOf(mention.unit, locale)
  for (const grid of context.near) {
    const own = grid.numbers.filter(
      (number) => !number.isYear && number.max === undefined && (!measure || number.measure === measure),
    )
    for (const numbers of [...severalNamed(grid, own, context), ...(saysSo ? wholeColumns(grid, own, context) : [])]) {
      const found = averageIn(numbers, mention)
      if (found) return { ...namesOf(numbers), numbers, ...found }
    }
  }
  return null
}

/** Of each row the numbers in the columns that a sentence lists, of each column those in the rows that it lists. */
function severalNamed(grid: Grid, own: CellNumber[], context: Context): CellNumber[][] {
  const { rows, columns } = context.axes(grid)
  const isListed = (sure: number[]) => sure.filter((one) => one === sureness.clause).length > 1
  const sets: CellNumber[][] = []
  if (isListed(columns)) {
    grid.rows.forEach((_, row) => {
      if (rows[row]! >= sureness.topic || grid.rows.length === 1)
        sets.push(own.filter((number) => number.row === row && columns[number.column] === sureness.clause))
    })
  }
  if (isListed(rows)) {
    grid.columns.forEach((_, column) => {
      sets.push(own.filter((number) => number.column === column && rows[number.row] === sureness.clause))
    })
  }
  return sets.filter(
    (numbers) => numbers.length > 1 && (context.bearing(grid).reference || saysWhat(numbers[0]!, context)),
  )
}

function wholeColumns(grid: Grid, own: CellNumber[], context: Context): CellNumber[][] {
  return grid.columns
    .map((_, column) => own.filter((number) => number.column === column && !grid.rows[number.row]!.isTotal))
    .filter((numbers) => numbers.length > 2 && saysWhat(numbers[0]!, context))
}

/** Plain, or, where each cell has a share and the number that it is of, weighted by what it is a share of. */
function averageIn(numbers: CellNumber[], mention: Mention): Pick<Derivation, 'operation' | 'inputs'> | null {
  const gives = (operation: Operation, inputs: CellNumber[]) =>
    isResult(
      evaluate(
        operation,
        inputs.map(({ value }) => value),
      ),
      operation,
      mention,
    )
  if (gives('average', numbers)) return { operation: 'average' }
  const inputs = numbers.flatMap((number) => {
    const isCount = (other: CellNumber) =>
      other !== number && other.row === number.row && other.column === number.column
    return [number, ...number.grid.numbers.filter(isCount).slice(0, 1)]
  })
  const isWeighted = inputs.every(({ measure }, at) => measure === (at % 2 ? null : '%'))
  return isWeighted && inputs.length === numbers.length * 2 && gives('weightedAverage', inputs)
    ? { operation: 'weightedAverage', inputs }
    : null
}

function namesOf(numbers: CellNumber[]): Pick<Derivation, 'row' | 'column'> {
  const [{ grid, row, column }] = numbers as [CellNumber]
  return {
    row: numbers.every((number) => number.row === row) ? grid.rows[row]!.text || null : null,
    column: numbers.every((number) => number.column === column) ? grid.columns[column]!.text || null : null,
  }
}
