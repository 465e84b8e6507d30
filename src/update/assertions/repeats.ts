import type { CellNumber, Grid } from '../../model/claims/grid.ts'
import type { Mention } from '../../model/claims/mentions.ts'
import { gives } from '../../model/claims/nearness.ts'
import { related } from '../../model/claims/words.ts'
import type { Assertion } from './assertion.ts'
import { type Named, namedOn } from './named.ts'
import { measureIn, printedAs } from './printed.ts'
import type { Reading } from './sentence.ts'

/**
 * The numbers of a sentence that repeat those of the tables it rests on: of the cells that have a number, those whose row and
 * column it names most plainly. One that several cells have, none of them named, is taken for all of them.
 */
export function repeatsIn(reading: Reading, grids: Grid[], tableOf: (grid: Grid) => number): Assertion[] {
  const basis = grids.filter((grid) => reading.nearness(grid) === 'basis')
  const labels = new Map(basis.map((grid) => [grid, [false, true].map((isTurned) => namedOn(grid, isTurned, reading))]))
  return reading.mentions.flatMap((mention): Assertion[] => {
    if (mention.factor || reading.isFollowed(mention)) return []
    const found = basis
      .flatMap((grid) => grid.numbers)
      .filter((number) => gives(mention, number) !== null && isSame(mention, number, reading))
      .map((number) => ({ number, score: scoreOf(number, mention, labels.get(number.grid)!, reading) }))
    const most = Math.max(...found.map(({ score }) => score))
    return found
      .filter(({ score }) => score === most)
      .map(({ number }) => {
        const { row, column, grid } = number
        const all = grid.inRow[row]!.filter((each) => each.column === column)
        const place = { table: tableOf(grid), row, column, number: all.indexOf(number) }
        const said = reading.text.slice(mention.at, mention.end)
        const test = { asks: 'number' as const, operation: 'value' as const, printed: printedAs(mention, reading) }
        return { said, at: mention.at, test, bounds: [], own: [place], others: [], plainness: 1 + most }
      })
  })
}

/** Do both count the same, as far as they say what? */
function isSame(mention: Mention, number: CellNumber, reading: Reading): boolean {
  if (mention.isYear !== number.isYear) return false
  const said = measureIn(mention, reading)
  if (said !== null && number.measure !== null) return said === number.measure
  // "five towns" is not 5.0 per cent, nor seven cranes seven ships
  if (said === null && number.measure !== null && mention.nouns.length) return false
  const areOther = (one: string) => !number.nouns.some((other) => related(one, other, reading.locale))
  if (mention.nouns.length && number.nouns.length && mention.nouns.every(areOther)) return false
  return !(said === '%' && number.nouns.length)
}

/** How plainly a number's cell is named: by its row, its column, and what is counted. */
function scoreOf(
  { row, column, nouns, grid }: CellNumber,
  mention: Mention,
  [rows, columns]: Named[][],
  reading: Reading,
): number {
  const isNamed = (all: Named[] | undefined, label: number) => (all ?? []).some((one) => one.label === label)
  const words = [...nouns, ...grid.columns[column]!.words]
  const isCounted = mention.nouns.some((noun) => words.some((word) => related(noun, word, reading.locale)))
  return (isNamed(rows, row) ? 2 : 0) + (isNamed(columns, column) ? 2 : 0) + (isCounted ? 1 : 0)
}
