import type { Locale } from '../locale/locale.ts'
import { numberWordIn } from './number-words.ts'
import type { Value } from './report.ts'
import { escapeRegExp } from './text.ts'
import { anyOf, space, unitAt } from './units.ts'

/**
 * The numbers in a text, in its language's notation, each with its unit: the word or sign that follows, or the currency before.
 * "1.200 (4,5 pct.)" is 1200 and 4.5 pct.; "30-35 skibe/uge" is 30 to 35. A number word counts where it begins a short
 * text ("Seven ships"). A time of day is no number.
 */
export function valuesIn(text: string, locale: Locale): Value[] {
  const found = numbersIn(text, locale).map(({ at, end, ...value }) => value)
  return found.length ? found : numberWordIn(text, locale)
}

/** A number as the language prints it. */
export function formatNumber(
  value: number,
  locale: Locale,
  decimals = decimalsOf(value),
  options: Intl.NumberFormatOptions = {},
): string {
  const digits = Math.min(decimals, 20)
  const { format } = new Intl.NumberFormat(locale.tag, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    ...options,
  })
  return format(value)
}

/** A value as the language prints it, without its unit; a range with an en dash. */
export function formatValue({ value, max, text }: Value, locale: Locale): string {
  const decimals = Math.max(decimalsPrinted(text, locale), decimalsOf(value), decimalsOf(max ?? 0))
  const useGrouping = !printedSolid(text, locale)
  const signDisplay = text.startsWith('+') ? 'always' : 'auto'
  const low = formatNumber(value, locale, decimals, { useGrouping, signDisplay })
  return max === undefined ? low : `${low}–${formatNumber(max, locale, decimals, { useGrouping })}`
}

export function parseNumber(written: string, locale: Locale): number {
  const solid = written.replace(/(?<=\d)\s(?=\d)/g, '')
  const digits = locale.thousands.reduce((text, divider) => text.replaceAll(divider, ''), solid)
  const fraction = fractions[digits.at(-1)!] ?? 0
  const whole = fraction ? digits.slice(0, -1) : digits
  const number = Number(whole.replace(locale.decimal, '.').replace(/^[−–]/, '-'))
  return number < 0 || whole.startsWith('-') ? number - fraction : number + fraction
}

/** Between digits they divide thousands, whatever the language: no-break, narrow no-break, thin. */
const narrowSpaces = ['\u00a0', '\u202f', '\u2009']

const fractions: Record<string, number> = { '¼': 0.25, '½': 0.5, '¾': 0.75 }

const decimalsOf = (value: number) => (String(value).split('.')[1] ?? '').length

/** A printed zero counts: "5,0" stays "5,0". */
function decimalsPrinted(text: string, locale: Locale): number {
  const match = new RegExp(`\\d${escapeRegExp(locale.decimal)}(\\d+)`).exec(text)
  return match?.[1]?.length ?? 0
}

/** Four digits printed without a divider stay so: "2019" is a year. */
function printedSolid(text: string, locale: Locale): boolean {
  return new RegExp(`(?<![\\d${escapeRegExp(locale.decimal)}])\\d{4}(?!\\d)`).test(text)
}

/** A number in figures and its place in the text, its unit left out. */
export type PlacedValue = Value & { at: number; end: number }

/** The numbers in figures in a text, as {@link valuesIn} reads them, each with its place. */
export function numbersIn(text: string, locale: Locale): PlacedValue[] {
  if (!/[\d¼½¾]/.test(text)) return []
  const pattern = numberPattern(locale)
  const found: PlacedValue[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { sign = '', currency, low = '' } = match.groups!
    const value = parseNumber(sign.replace('+', '') + low, locale)
    const max = rangeEnd(match.groups!, value, locale)
    const end = max === undefined ? match.index + match[0].indexOf(low) + low.length : pattern.lastIndex
    // "7.-14. dag": after an ordinal, the unit stands behind its full stop.
    const at = max !== undefined && match.groups!.ordinal && text[end] === '.' ? end + 1 : end
    const after = unitAt(text, at, locale)
    const taken = currency ? after.scale : after.printed
    const unit = currency ? currency.trim() + taken : taken.trim() || null
    pattern.lastIndex = taken ? at + taken.length : end
    const printed = text.slice(match.index, pattern.lastIndex)
    found.push({ value, ...(max === undefined ? {} : { max }), unit, text: printed, at: match.index, end })
  }
  return found.filter(({ value, max }) => Number.isFinite(value) && Number.isFinite(max ?? 0))
}

/**
 * The end of a range: "2015-16" is two years. What falls is no range, but two numbers with a dash or a minus between them; nor
 * does a year reach to another kind of number: "from 900 in 2019 to 1200".
 */
function rangeEnd({ low, high, to }: Record<string, string>, value: number, locale: Locale): number | undefined {
  if (!low || !high || (to && isYear(low) !== isYear(high))) return undefined
  const max = parseNumber(isYear(low) && /^\d\d$/.test(high) ? low.slice(0, 2) + high : high, locale)
  return value <= max ? max : undefined
}

const isYear = (digits: string) => /^(?:19|20)\d\d$/.test(digits)

const patterns = new Map<string, RegExp>()

function numberPattern(locale: Locale): RegExp {
  const known = patterns.get(locale.tag)
  if (known) return known
  const dividers = [...new Set([...locale.thousands, ...narrowSpaces])].map(escapeRegExp)
  // "1 000": three noughts after a space are no number of their own
  const grouped = [...dividers.map((divider) => `\\d{1,3}(?:${divider}\\d{3})+`), '\\d{1,3}(?: \\d{3})* 000'].join('|')
  const decimals = `${escapeRegExp(locale.decimal)}\\d+`
  const number = `(?:(?:${grouped}|\\d+)(?:${decimals}|${space}?[¼½¾])?(?![.,]?\\d|:\\d\\d(?!\\d))|[¼½¾])`
  // A currency in words before a year is that of the words before it: "in mio. kr. 2019".
  const currency = `(?:(?:US|CA|AU|NZ|HK)?[€$£¥]|${anyOf(locale.currencies)}(?!${space}?(?:19|20)\\d\\d(?![\\d.,])))${space}?`
  const sign = '(?<![^\\s(€$£¥])[-−–+]'
  const dash = `(?<ordinal>\\.)?(?:${space}?[-–]${space}?|(?<to>${space}${anyOf(locale.to)}${space}))`
  const pattern = new RegExp(
    `(?<![\\p{L}\\d.,]|\\d:(?=\\d\\d(?!\\d)))(?<sign>${sign})?(?<currency>${currency})?(?<low>${number})(?:${dash}(?:${currency})?(?<high>${number}))?`,
    'giu',
  )
  patterns.set(locale.tag, pattern)
  return pattern
}
