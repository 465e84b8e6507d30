import type { Operation } from '../../origin/operations.ts'
import type { Mention } from './mentions.ts'

/** How a text gives a number, without where it stands and what it counts. */
export type Told = Pick<Mention, 'value' | 'max' | 'isWord' | 'isYear' | 'factor' | 'approximation'>

/** Does a number in the text give that of a cell: as it stands, or rounded, or as "over", "about" or "up to" say? */
export function gives(mention: Told, cell: Pick<Mention, 'value' | 'max' | 'isYear'>): 'exactly' | 'nearly' | null {
  if (mention.max !== undefined) return mention.value === cell.value && mention.max === cell.max ? 'exactly' : null
  if (cell.isYear && mention.isYear)
    return mention.value === cell.value || mention.value === cell.max ? 'exactly' : null
  if (cell.max !== undefined) return mention.approximation === 'upTo' && mention.value === cell.max ? 'exactly' : null
  if (equal(mention.value, cell.value)) return 'exactly'
  const [low, high] = rangeOf(mention)
  return cell.value >= low && cell.value <= high ? 'nearly' : null
}

/** What a number in the text may stand for: numbers that its digits round to, or that lie on the side its words say. */
export function rangeOf({ value, max, isWord, isYear, approximation }: Told): [number, number] {
  if (max !== undefined || isYear) return [value, value]
  const step = stepOf(value)
  switch (approximation) {
    case 'over':
      return [value, value + step]
    case 'under':
      return [value - step, value]
    case 'about':
      return [value - step / 2, value + step / 2]
    default:
      return isWord || (Number.isInteger(value) && value < 10)
        ? [value, value]
        : [value - lastPlace(value) / 2, value + lastPlace(value) / 2]
  }
}

/** "A third", "doubled": as the words before it say, within a tenth. */
export function isNearly(number: number, { value, approximation }: Pick<Told, 'value' | 'approximation'>): boolean {
  const [low, high] = approximation === 'over' ? [1, 1.25] : approximation === 'under' ? [0.85, 1] : [0.95, 1.05]
  return number >= value * low && number <= value * high
}

/** Is a number given as printed, to its last decimal? */
export function roundsTo(number: number, printed: number): boolean {
  const decimals = (String(printed).split('.')[1] ?? '').length
  return Math.abs(number - printed) <= 0.5 * 10 ** -decimals + 1e-9
}

/** Does a number in the text give what an operation makes of others? Shares and factors in words are meant nearly. */
export function isResult(number: number, operation: Operation, mention: Told): boolean {
  switch (operation) {
    case 'ratio':
    case 'share':
    case 'fraction':
      return isNearly(number, mention)
    case 'percentChange':
    case 'percentShare':
    case 'average':
    case 'weightedAverage':
      return roundsTo(number, mention.value)
    default:
      return equal(number, mention.value)
  }
}

export const equal = (one: number, other: number) => Math.abs(one - other) < 1e-9 * Math.max(1, Math.abs(one))

/** What the last digit of a number counts. */
function lastPlace(value: number): number {
  const decimals = (String(value).split('.')[1] ?? '').length
  return 10 ** -decimals
}

/** How far "over 40" reaches: noughts at the end are not exact, but no number is out by more than a tenth. */
function stepOf(value: number): number {
  const noughts = /^[1-9]\d*?(0+)$/.exec(String(Math.abs(value)))?.[1]?.length ?? 0
  return Math.max(lastPlace(value), Math.min(10 ** noughts, Math.abs(value) / 10))
}
