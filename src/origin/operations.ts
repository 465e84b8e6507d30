/**
 * The ways in which a number follows from others:
 *
 * - `same`: it is the number.
 * - `sum`, `average`: of all.
 * - `weightedAverage`: of shares in per cent, each followed by the count that it is the share of: all counts in all they are of.
 * - `difference`: how far the second is from the first, either way.
 * - `ratio`: how many times the first the second is.
 * - `percentChange`: by how many per cent the second is more or less than the first.
 * - `share`, `percentShare`: which part the first is of the sum of the others, as a fraction and in per cent.
 * - `fraction`: the number in per cent as a fraction.
 * - `rest`: what is left of the first without the others.
 * - `count`: how many there are.
 * - `rank`: how many are as large as the first or larger.
 */
export const operations = [
  'same',
  'sum',
  'average',
  'weightedAverage',
  'difference',
  'ratio',
  'percentChange',
  'share',
  'percentShare',
  'fraction',
  'rest',
  'count',
  'rank',
] as const

export type Operation = (typeof operations)[number]

/** What an operation makes of numbers; not a finite number where they are not enough, or what it divides by is nothing. */
export function evaluate(operation: Operation, numbers: readonly number[]): number {
  const [first = Number.NaN, second = Number.NaN] = numbers
  const others = numbers.slice(1)
  switch (operation) {
    case 'same':
      return first
    case 'sum':
      return sum(numbers)
    case 'average':
      return sum(numbers) / numbers.length
    case 'weightedAverage': {
      const shares = numbers.filter((_, at) => at % 2 === 0)
      const counts = numbers.filter((_, at) => at % 2 === 1)
      return sum(counts) / sum(counts.map((count, at) => count / shares[at]!))
    }
    case 'difference':
      return Math.abs(second - first)
    case 'ratio':
      return second / first
    case 'percentChange':
      return Math.abs(second / first - 1) * 100
    case 'share':
      return first / sum(others)
    case 'percentShare':
      return (first / sum(others)) * 100
    case 'fraction':
      return first / 100
    case 'rest':
      return first - sum(others)
    case 'count':
      return numbers.length
    case 'rank':
      return numbers.filter((number) => number >= first).length
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)
