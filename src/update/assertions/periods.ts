import type { Locale } from '../../locale/locale.ts'
import { escapeRegExp, fold } from '../../model/text.ts'

/** A time that a label or a sentence names: a year, and which quarter or month of it, each null where it names none. */
export interface Period {
  year: number | null
  quarter: number | null
  month: number | null
  at: number
  end: number
}

/** The times named in a text, in its order: "2019", "Q2 2023", "second quarter", "May 2024". */
export function periodsIn(text: string, locale: Locale): Period[] {
  const { quarter, month, year } = patternsOf(locale)
  const found: Period[] = []
  const add = (at: number, end: number, named: Partial<Period>) => {
    const before = found.find((each) => at <= each.end + 4 && end >= each.at - 4 && fits(each, named))
    if (before) Object.assign(before, named, { at: Math.min(at, before.at), end: Math.max(end, before.end) })
    else found.push({ year: null, quarter: null, month: null, ...named, at, end })
  }
  for (const match of text.matchAll(quarter)) {
    const said = fold(match[1] ?? match[2]!)
    add(match.index, match.index + match[0].length, {
      quarter: locale.comparing.ordinals[said] ?? Number.parseInt(said, 10),
    })
  }
  for (const match of text.matchAll(month)) {
    const name = fold(match[0])
    const at = Math.max(locale.months.long.indexOf(name), locale.months.short.indexOf(name))
    add(match.index, match.index + match[0].length, { month: at + 1 })
  }
  for (const match of text.matchAll(year)) add(match.index, match.index + 4, { year: Number(match[0]) })
  return found.toSorted((a, b) => a.at - b.at)
}

const fits = (period: Period, named: Partial<Period>) =>
  (['year', 'quarter', 'month'] as const).every((part) => named[part] === undefined || period[part] === null)

/** Are two times the same, as far as both name them? */
export function isSamePeriod(one: Period, other: Period): boolean {
  const parts = (['year', 'quarter', 'month'] as const).filter((part) => one[part] !== null && other[part] !== null)
  return parts.length > 0 && parts.every((part) => one[part] === other[part])
}

/** Where a time stands among others. */
export const orderOf = ({ year, quarter, month }: Period) =>
  (year ?? 0) * 12 + (quarter === null ? 0 : quarter * 3 - 3) + (month ?? 0)

interface Patterns {
  quarter: RegExp
  month: RegExp
  year: RegExp
}

const known = new Map<string, Patterns>()

function patternsOf(locale: Locale): Patterns {
  const before = known.get(locale.tag)
  if (before) return before
  const name = escapeRegExp(periodName('quarter', locale))
  const ordinals = Object.keys(locale.comparing.ordinals).map(escapeRegExp).join('|')
  const months = [...locale.months.long, ...locale.months.short.filter((each) => each.length > 3)].map(escapeRegExp)
  const made: Patterns = {
    quarter: new RegExp(
      `(?<![\\p{L}\\d])(?:(${ordinals}|[1-4](?:\\.|st|nd|rd|th|er|e|:a)?)(?:e[nrsm]?)? ${name}\\p{L}*|[QKT]([1-4])(?!\\d))`,
      'giu',
    ),
    month: new RegExp(`(?<!\\p{L})(?:${months.join('|')})(?!\\p{L})`, 'giu'),
    year: /(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)/g,
  }
  known.set(locale.tag, made)
  return made
}

/** "year", "Jahr": what the language calls a stretch of time. */
export function periodName(unit: 'year' | 'quarter' | 'month', { tag }: Locale): string {
  return fold(new Intl.DisplayNames([tag], { type: 'dateTimeField' }).of(unit) ?? '')
}
