import type { ChartPoint } from '../../document/nodes.ts'
import type { Locale } from '../../locale/locale.ts'

/** The numbers that Office has for languages. */
const languageIds: Record<string, string> = {
  'da-DK': '406',
  'de-DE': '407',
  'en-GB': '809',
  'fr-FR': '40C',
  'nb-NO': '414',
  'nl-NL': '413',
  'sv-SE': '41D',
}

/** How a chart writes its numbers, so that they follow its data; and the text of those that must be written out. */
export interface NumberFormat {
  code: string
  /** The text of a point that the code does not write as the report does. */
  exception(point: ChartPoint): string | null
}

/** The format that writes most points as the report has them: its decimals, thousands and what stands after the number. */
export function numberFormat(points: ChartPoint[], { tag }: Locale): NumberFormat {
  const single = points.filter(({ max }) => max === undefined)
  const decimals = Math.max(0, ...single.map(({ value }) => decimalsOf(value)))
  const write = new Intl.NumberFormat(tag, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format
  const rests = single.map((point) => restOf(point, write(point.value)))
  const suffix = mostFrequent(rests.filter((rest) => rest !== null)) ?? ''
  const prefix = languageIds[tag] ? `[$-${languageIds[tag]}]` : ''
  const number = `#,##0${decimals ? `.${'0'.repeat(decimals)}` : ''}`
  return {
    code: `${prefix}${number}${suffix ? `"${suffix}"` : ''}`,
    exception: (point) => (point.max === undefined && point.text === write(point.value) + suffix ? null : point.text),
  }
}

const decimalsOf = (value: number) => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0

/** What stands after a point's number; null where the number is written in another way. */
function restOf({ text }: ChartPoint, number: string): string | null {
  const rest = text.startsWith(number) ? text.slice(number.length) : null
  return rest !== null && /^[^\d"\\]*$/.test(rest) ? rest : null
}

function mostFrequent(texts: string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}
