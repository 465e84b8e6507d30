import { Problem } from '../input/problem.ts'
import type { Locale } from '../locale/locale.ts'
import { fold } from '../model/text.ts'
import { formatNumber, formatValue, numbersIn, type PlacedValue, valuesIn } from '../model/values.ts'
import { placeOf, type Sheet, type SheetCell, shownText } from './sheet.ts'

/** A value that a data file gives to a cell, or to the number of one unit in it. */
export interface Given {
  cell: SheetCell
  /** What the name of its row or column says it measures, as {@link unitKey} gives it; null where that says nothing. */
  unit: string | null
}

/** What is known of the table and the file when a cell is printed. */
export interface Printing {
  sheet: Sheet
  /** The report's language, and the same as the file writes numbers. */
  locale: Locale
  notation: Locale
  /** The most decimals that the cell's neighbours of a unit have. */
  decimals: (unit: string | null) => number
}

/** A number that took another's place. */
export interface Replaced {
  given: SheetCell
  before: PlacedValue
  after: number
}

/** More words than this beside its numbers make a cell a text, which any other text may replace. */
const mostWords = 12

/**
 * A cell's text with new numbers in the form of the old: their decimals, thousands, sign and unit, and the words around them.
 * "3,825 (5.9%)" given 4102 is "4,102 (5.9%)", given "4102 (6.1%)" it is "4,102 (6.1%)".
 *
 * @param old the cell's text, or that of a neighbour for a new cell
 * @param given one value, or one for each of several units
 * @throws {Problem} for text where a number stands, and a unit that the cell does not have
 */
export function printed(old: string, given: Given[], printing: Printing): { text: string; replaced: Replaced[] } {
  const numbers = numbersIn(old, printing.locale)
  const whole = given.length === 1 && given[0]!.unit === null ? wholeText(old, numbers, given[0]!.cell, printing) : null
  if (whole) return whole
  const replaced = given.map((each): Replaced & { high: number | undefined } => {
    const { value, max, unit } = numberOf(each, old, printing)
    const wanted = each.unit ?? (unit === null ? null : unitKey(unit, printing.locale))
    const before = numbers.find((number) => wanted === null || unitKey(number.unit, printing.locale) === wanted)
    if (!before) throw wrongUnit(old, numbers, each.cell, printing)
    return { given: each.cell, before, after: value, high: max }
  })
  const lastFirst = replaced.toSorted((a, b) => b.before.at - a.before.at)
  return { text: lastFirst.reduce((text, each) => exchanged(text, each, printing), old), replaced }
}

/** What a number measures, for comparison: all ways to write per cent are one. */
export function unitKey(unit: string | null, { percent }: Locale): string | null {
  if (unit === null) return null
  const plain = fold(unit)
  return percent.includes(plain) ? '%' : plain.replace(/\.$/, '')
}

/** A given text that is more than a number: the cell's own form with other numbers, or another text for a cell of words. */
function wholeText(
  old: string,
  numbers: PlacedValue[],
  cell: SheetCell,
  printing: Printing,
): { text: string; replaced: Replaced[] } | null {
  const { locale, notation } = printing
  const own = cell.number === undefined ? numbersIn(cell.text, notation) : []
  const isNumber = cell.number !== undefined || isOnlyNumber(cell.text, own)
  const isBlank = !/[\p{L}\p{N}]/u.test(old)
  if (isBlank && isNumber) return { text: numberText(cell, own, printing), replaced: [] }
  if (isNumber && valuesIn(old, locale).length) return null
  const sameForm = own.length === numbers.length && own.length > 0
  const sameUnits = own.every(({ unit }, at) => unitKey(unit, locale) === unitKey(numbers[at]?.unit ?? null, locale))
  if (sameForm && sameUnits && skeleton(cell.text, own, locale) === skeleton(old, numbers, locale)) {
    const replaced = own.map(({ value, max }, at) => ({ given: cell, before: numbers[at]!, after: value, high: max }))
    return { text: replaced.reduceRight((text, each) => exchanged(text, each, printing), old), replaced }
  }
  const words = old.match(/\p{L}+/gu)?.length ?? 0
  if (numbers.length && words <= mostWords && !(own.length && sameUnits)) throw notANumber(old, cell, printing)
  return { text: inReportNotation(cell.text, own, locale), replaced: [] }
}

function isOnlyNumber(text: string, [only, ...more]: PlacedValue[]): boolean {
  return only !== undefined && !more.length && text.length === only.text.length
}

/** The words and signs around the numbers of a text. */
function skeleton(text: string, numbers: PlacedValue[], locale: Locale): string {
  const plain = numbers.reduceRight((all, { at, end }) => `${all.slice(0, at)}#${all.slice(end)}`, text)
  const units = locale.percent.toSorted((a, b) => b.length - a.length)
  return units.reduce((all, way) => all.replaceAll(way, '%'), fold(plain)).replace(/[\s.]+/g, '')
}

function numberOf({ cell }: Given, old: string, printing: Printing): Pick<PlacedValue, 'value' | 'max' | 'unit'> {
  if (cell.number !== undefined) return { value: cell.number, unit: cell.isPercent ? '%' : null }
  const own = numbersIn(cell.text, printing.notation)
  if (!isOnlyNumber(cell.text, own)) throw notANumber(old, cell, printing)
  return own[0]!
}

/** A number for a cell that had none: as the report writes numbers, years without a divider. */
function numberText(cell: SheetCell, own: PlacedValue[], { locale }: Printing): string {
  if (cell.number === undefined) return inReportNotation(cell.text, own, locale)
  const digits = formatNumber(cell.number, locale, undefined, { useGrouping: !isYear(cell.text) })
  return cell.isPercent ? `${digits} %` : digits
}

const isYear = (digits: string) => /^(?:19|20)\d\d$/.test(digits)

/** A text with its numbers as the report's language writes them. */
function inReportNotation(text: string, numbers: PlacedValue[], locale: Locale): string {
  return numbers.reduceRight((all, { at, end, value, max }) => {
    const written = text.slice(at, end)
    const lead = /^[^\d¼½¾]*/.exec(written)![0]
    const plain = { value: Math.abs(value), ...(max === undefined ? {} : { max }), unit: null }
    const digits = formatValue({ ...plain, text: isYear(written) ? written : '' }, locale)
    return `${all.slice(0, at)}${lead}${digits}${all.slice(end)}`
  }, text)
}

/** A text with one number in the place of another, in its form; `high` is the other end of a range. */
export function exchanged(
  text: string,
  { before, after, high }: { before: PlacedValue; after: number; high?: number | undefined },
  { locale, decimals }: Pick<Printing, 'locale' | 'decimals'>,
): string {
  const old = text.slice(before.at, before.end)
  const [, sign = '', lead = ''] = /^([-−–+]?)([^\d¼½¾]*)/.exec(old)!
  const fixed = decimalsOf(old.slice(sign.length + lead.length), locale)
  const most = fixed || decimals(unitKey(before.unit, locale))
  const number = (value: number) => {
    const rounded = roundedTo(Math.abs(value), most)
    const digits = formatNumber(rounded, locale, fixed || undefined, { useGrouping: !/\d{4}/.test(old) })
    return digits.replaceAll(formatNumber(1000, locale)[1]!, dividerIn(old, locale))
  }
  const between = before.max === undefined ? '–' : (/\d([^\d.,]+)\d/.exec(old)?.[1] ?? '–')
  const digits = high === undefined ? number(after) : `${number(after)}${between}${number(high)}`
  const newSign = after < 0 ? (/[-−–]/.test(sign) ? sign : '-') : sign === '+' ? sign : ''
  return `${text.slice(0, before.at)}${newSign}${lead}${digits}${text.slice(before.end)}`
}

/** A number rounded as it is written: 53.15 is 53.2, though its binary fraction is somewhat less. */
const roundedTo = (value: number, decimals: number) => Number((value * (1 + 4 * Number.EPSILON)).toFixed(decimals))

const decimalsOf = (number: string, { decimal }: Locale) => {
  const [, after = ''] = number.split(decimal)
  return /^\d*/.exec(after)![0].length
}

/** What divides thousands in a printed number, else what the language divides them with. */
function dividerIn(number: string, locale: Locale): string {
  const { decimal, thousands } = locale
  const divider = /\d(\D)\d{3}(?!\d)/.exec(number)?.[1]
  return divider && divider !== decimal && thousands.includes(divider) ? divider : formatNumber(1000, locale)[1]!
}

function notANumber(old: string, cell: SheetCell, { sheet }: Printing): Problem {
  return new Problem('is text where the table has a number', {
    ...placeOf(sheet, cell),
    found: shownText(cell),
    expected: `a number, as in "${old}"`,
  })
}

function wrongUnit(old: string, numbers: PlacedValue[], cell: SheetCell, { sheet }: Printing): Problem {
  const units = [...new Set(numbers.flatMap(({ unit }) => unit ?? []))]
  return new Problem('is in another unit than the table', {
    ...placeOf(sheet, cell),
    found: shownText(cell),
    expected: units.length
      ? `a number in ${units.join(' or ')}, as in "${old}"`
      : `a number without a unit, as in "${old}"`,
  })
}
