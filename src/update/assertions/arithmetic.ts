import { isNearly, roundsTo } from '../../model/claims/nearness.ts'
import type { Operation, Printed } from './assertion.ts'

const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0)
const least = (numbers: number[]) => Math.min(...numbers)
const most = (numbers: number[]) => Math.max(...numbers)

const ways: Record<Operation, (numbers: number[]) => number> = {
  value: ([only]) => only!,
  sum,
  average: (numbers) => sum(numbers) / numbers.length,
  'weighted average': (numbers) => {
    const pairs = Array.from({ length: numbers.length / 2 }, (_, at) => [numbers[2 * at]!, numbers[2 * at + 1]!])
    return sum(pairs.map(([count]) => count!)) / sum(pairs.map(([count, share]) => count! / share!))
  },
  smallest: least,
  largest: most,
  spread: (numbers) => most(numbers) - least(numbers),
  'spread of smallest': (numbers) => ((most(numbers) - least(numbers)) / Math.abs(least(numbers))) * 100,
  'spread of largest': (numbers) => ((most(numbers) - least(numbers)) / Math.abs(most(numbers))) * 100,
  times: (numbers) => most(numbers) / least(numbers),
  difference: ([from, to]) => Math.abs(to! - from!),
  change: ([from, to]) => Math.abs(to! / from! - 1) * 100,
  ratio: ([from, to]) => to! / from!,
  growth: ([from, to]) => Math.abs(to! / from! - 1),
  share: ([part, whole]) => part! / whole!,
  percentage: ([part, whole]) => (part! / whole!) * 100,
  'share of all': (numbers) => numbers[0]! / sum(numbers),
  'percentage of all': (numbers) => (numbers[0]! / sum(numbers)) * 100,
  hundredth: ([share]) => share! / 100,
}

/** What an operation makes of numbers; not finite where it cannot be reckoned. */
export function reckoned(operation: Operation, numbers: number[]): number {
  return ways[operation](numbers)
}

/** Does a text that prints a number give this one: rounded as it is printed, or within what its words say? */
export function givesNumber({ value, isFactor, decimals, approximation }: Printed, number: number): boolean {
  if (isFactor) return isNearly(number, { value, approximation })
  const last = 10 ** -decimals
  const step = Math.max(last, roundness(value))
  switch (approximation) {
    case 'over':
      return number >= value - 1e-9 && number <= value + step
    case 'under':
    case 'upTo':
      return number <= value + 1e-9 && number >= value - step
    case 'about':
      return Math.abs(number - value) <= step / 2 + 1e-9
    default:
      return Math.abs(number - value) <= last / 2 + 1e-9 || (decimals === 0 && roundsTo(number, value))
  }
}

/** How far "over 40" reaches: noughts at the end are not exact, but no number is out by more than a tenth. */
function roundness(value: number): number {
  const noughts = /^[1-9]\d*?(0+)$/.exec(String(Math.abs(value)))?.[1]?.length ?? 0
  return Math.max(1e-9, Math.min(10 ** noughts, Math.abs(value) / 10))
}
