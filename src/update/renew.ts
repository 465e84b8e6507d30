import type { Locale } from '../locale/locale.ts'
import { numbersIn, type PlacedValue } from '../model/values.ts'
import type { Change } from './changes.ts'
import { exchanged, unitKey } from './print.ts'

/** A text with the numbers that changed cells had in it, in one unit and alone of their kind, as these have them now. */
export function renewed(text: string, changes: Change[], locale: Locale): string {
  const numbers = changes.flatMap(({ before, after }) => {
    const [old, now] = [numbersIn(before, locale), numbersIn(after, locale)]
    return old.length === now.length ? old.map((number, at) => ({ old: number, now: now[at]! })) : []
  })
  const isSame = (one: PlacedValue, other: PlacedValue) =>
    one.value === other.value && one.max === other.max && unitKey(one.unit, locale) === unitKey(other.unit, locale)
  return numbersIn(text, locale).reduceRight((all, number) => {
    const now = new Map(numbers.filter(({ old }) => isSame(old, number)).map((each) => [each.now.text, each.now]))
    const [only, ...more] = [...now.values()]
    if (!only || more.length) return all
    return exchanged(all, { before: number, after: only.value, high: only.max }, { locale, decimals: () => 0 })
  }, text)
}
