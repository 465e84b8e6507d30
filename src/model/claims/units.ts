import type { Locale } from '../../locale/locale.ts'
import { fold } from '../text.ts'
import { anyOf } from '../units.ts'

/** What a unit or a heading measures in: per cent, a currency, or a unit of the language; null where it says none of these. */
export function measureOf(text: string, locale: Locale): string | null {
  const found = patternOf(locale).exec(fold(text))?.groups
  if (!found) return null
  return found.percent ? '%' : found.currency ? `${found.currency.replace(/\.$/, '')}` : fold(found.unit!)
}

const patterns = new Map<string, RegExp>()

function patternOf(locale: Locale): RegExp {
  const known = patterns.get(locale.tag)
  if (known) return known
  const units = locale.units.length ? `|(?<unit>${anyOf(locale.units)})` : ''
  const made = new RegExp(
    `(?<!\\p{L})(?:(?<percent>${anyOf(locale.percent)})(?!-?point| point)|(?<currency>[€$£¥]|${anyOf(locale.currencies)})${units})`,
    'iu',
  )
  patterns.set(locale.tag, made)
  return made
}
