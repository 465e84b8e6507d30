import type { Locale } from '../locale/locale.ts'
import type { Value } from './report.ts'
import { escapeRegExp } from './text.ts'

/**
 * The numbers in a text, in its language's notation, each with its unit: the word or sign that follows.
 * "1.200 (4,5 pct.)" is 1200 and 4.5 pct.; "30-35 skibe/uge" is 30 to 35. A number word counts where it begins a short
 * text ("Seven ships").
 */
export function valuesIn(text: string, locale: Locale): Value[] {
  const found = [...text.matchAll(numberPattern(locale))].map(({ 0: written, groups }) => ({
    value: parseNumber(groups!.low!, locale),
    ...(groups!.high ? { max: parseNumber(groups!.high, locale) } : {}),
    unit: groups!.unit?.trim() ?? null,
    text: written.trim(),
  }))
  const digits = found.filter(({ value, max }) => Number.isFinite(value) && Number.isFinite(max ?? 0))
  return digits.length ? digits : numberWord(text, locale)
}

/** A number as the language prints it. */
export function formatNumber(value: number, locale: Locale, decimals = decimalsOf(value)): string {
  return new Intl.NumberFormat(locale.tag, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    value,
  )
}

/** A value as the language prints it, without its unit; a range with an en dash. */
export function formatValue({ value, max, text }: Value, locale: Locale): string {
  const decimals = decimalsPrinted(text, locale)
  const low = formatNumber(value, locale, decimals)
  return max === undefined ? low : `${low}–${formatNumber(max, locale, decimals)}`
}

const decimalsOf = (value: number) => (String(value).split('.')[1] ?? '').length

/** A printed zero counts: "5,0" stays "5,0". */
function decimalsPrinted(text: string, locale: Locale): number {
  const match = new RegExp(`\\d${escapeRegExp(locale.decimal)}(\\d+)`).exec(text)
  return match?.[1]?.length ?? 0
}

export function parseNumber(written: string, locale: Locale): number {
  const digits = locale.thousands.reduce((text, divider) => text.replaceAll(divider, ''), written)
  return Number(digits.replace(locale.decimal, '.').replace(/^[−–]/, '-'))
}

const patterns = new Map<string, RegExp>()

function numberPattern(locale: Locale): RegExp {
  const known = patterns.get(locale.tag)
  if (known) return known
  const thousands = `(?:${locale.thousands.map(escapeRegExp).join('|')})`
  const decimal = escapeRegExp(locale.decimal)
  const number = `(?:\\d{1,3}(?:${thousands}\\d{3})+|\\d+)(?:${decimal}\\d+)?(?![.,]?\\d)`
  const sign = '(?:(?<![^\\s(])[-−–])?'
  const [scales, units] = [locale.scales, locale.units].map((words) => words.map(escapeRegExp).join('|'))
  const unit = `\\s?%|\\s(?:(?:${scales})\\s)?(?:${units}|[\\p{Ll}][\\p{L}]*(?:[/-][\\p{L}]+)*\\.?)`
  const pattern = new RegExp(
    `(?<![\\p{L}\\d.,])(?<low>${sign}${number})(?:\\s?[-–]\\s?(?<high>${number}))?(?<unit>${unit})?`,
    'gu',
  )
  patterns.set(locale.tag, pattern)
  return pattern
}

function numberWord(text: string, locale: Locale): Value[] {
  const words = text.split(/\s+/)
  const value = locale.numberWords[words[0]!.toLowerCase()]
  return value !== undefined && words.length >= 2 && words.length <= 3
    ? [{ value, unit: words.slice(1).join(' '), text }]
    : []
}
