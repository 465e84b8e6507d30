import type { Locale } from '../../locale/locale.ts'
import type { Cell, Table, Value } from '../../model/report.ts'
import { escapeRegExp, fold } from '../../model/text.ts'

/** Does a label name a total: "Total", "AC i alt", "All four"? */
export function namesTotal(label: string, { checks }: Locale): boolean {
  const words = checks.totals.map(escapeRegExp).join('|')
  return new RegExp(`^(?:${words})(?!\\p{L})|(?<!\\p{L})(?:${words})$`, 'iu').test(fold(label))
}

/** The amount of a cell: its first value, where that is neither a range nor a share. */
export function amountOf({ values }: Cell, locale: Locale): Value | null {
  const [first] = values ?? []
  return first && first.max === undefined && !isShare(first, locale) ? first : null
}

/** The share of a cell: "(5.0%)". */
export function shareOf({ values }: Cell, locale: Locale): Value | null {
  return (values ?? []).find((value) => value.max === undefined && isShare(value, locale)) ?? null
}

export function isShare({ unit }: Value, { percent }: Locale): boolean {
  return unit !== null && percent.includes(unit.toLowerCase())
}

/** Half of the last digit a value is printed with: what rounding may take or give. */
export function rounding({ text }: Value, { decimal }: Locale): number {
  const match = new RegExp(`\\d${escapeRegExp(decimal)}(\\d+)`).exec(text)
  return 0.5 * 10 ** -(match?.[1]?.length ?? 0)
}

/** How a table is called in a message. */
export function nameOf({ id, caption, section }: Table): string {
  return id ?? caption ?? (section ? `the table in section ${section}` : 'the table')
}

/** The text of a cell with its list. */
export function textOf({ text, items = [] }: Cell): string {
  return [text, ...items].filter(Boolean).join(' ')
}
