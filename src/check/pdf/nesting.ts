import { named, type Pdf, placeOf, type Tag } from './pdf.ts'
import type { PdfFound } from './rule.ts'

/** Where elements of a type may stand and which they may hold (ISO 32000-1, 14.8.4); what is left out may be any. */
export interface Nesting {
  within?: string[]
  holds?: string[]
}

/** The elements that stand or hold what they may not. */
export function misplaced(pdf: Pdf, nestings: Record<string, Nesting>): PdfFound[] {
  return pdf.tags.flatMap((tag) => {
    const nesting = Object.hasOwn(nestings, tag.role) ? nestings[tag.role]! : {}
    return [...standsWrong(tag, nesting), ...holdsWrong(tag, nesting)].map((message) => ({
      message: `${named(tag, pdf)} ${message}`,
      ...placeOf(tag, pdf),
    }))
  })
}

function standsWrong({ parent }: Tag, { within }: Nesting): string[] {
  const place = parent?.role ?? 'the root of the tree'
  return within && !within.includes(place) ? [`stands in ${place}, not in ${either(within)}`] : []
}

function holdsWrong({ kids }: Tag, { holds }: Nesting): string[] {
  const wrong = holds && kids.find(({ role }) => !holds.includes(role))
  return wrong ? [`holds ${wrong.role}, and may hold ${either(holds)} only`] : []
}

const either = (names: string[]) =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
