import type { Mention } from '../../model/claims/mentions.ts'
import { measureOf } from '../../model/claims/units.ts'
import { related } from '../../model/claims/words.ts'
import { fold } from '../../model/text.ts'
import type { Printed } from './assertion.ts'
import type { Reading } from './sentence.ts'
import { measureOf as lineOf, type Series } from './series.ts'

/** A number of a sentence as it is printed. */
export function printedAs(
  { value, max, at, end, isWord, factor, approximation }: Mention,
  { text, locale }: Reading,
): Printed {
  const mark = text.slice(at, end).lastIndexOf(locale.decimal)
  const decimals = isWord || mark < 0 ? 0 : (/^\d*/.exec(text.slice(at + mark + 1, end))?.[0].length ?? 0)
  return { value, isFactor: factor !== null, ...(max === undefined ? {} : { max }), decimals, approximation }
}

/** Do a number of a sentence and those of a series measure the same, as far as both say what? */
export function isOfMeasure(mention: Mention, series: Series, reading: Reading): boolean {
  const said = measureIn(mention, reading)
  const { grid } = series
  const { measure } = series.members[0]!.value
  if (said === '%' && measure === null) return !grid.numbers.some((number) => number.measure === '%')
  if (said !== null || measure !== null) return said === null || measure === null || said === measure
  const words = [...lineOf(series).words, ...grid.captionWords, ...series.members.flatMap(({ value }) => value.nouns)]
  const isSame = (noun: string, word: string) => related(noun, word, reading.locale) || isShort(word, noun)
  return !mention.nouns.length || mention.nouns.some((noun) => words.some((word) => isSame(noun, word)))
}

/** "min" for "minutes". */
const isShort = (word: string, noun: string) => word.length >= 2 && word.length <= 4 && noun.startsWith(word)

/** Does a number of a sentence have the very unit of a series, so that it can be meant also where the table is elsewhere? */
export function hasUnitOf({ unit }: Mention, series: Series, { locale }: Reading): boolean {
  if (unit === null || measureOf(unit, locale) === '%') return false
  const { value } = series.members[0]!
  const own = fold(unit).replace(/\.$/, '')
  const label = fold(lineOf(series).text)
  return value.unit === null
    ? label.endsWith(`(${own})`) || label.endsWith(` ${own}`)
    : fold(value.unit).replace(/\.$/, '') === own
}

/** What a number of a sentence says that it measures. */
export const measureIn = ({ unit }: Mention, { locale }: Reading) => (unit === null ? null : measureOf(unit, locale))
