import { Problem } from '../input/problem.ts'
import type { Locale } from '../locale/locale.ts'
import { placeOf, type Sheet, type SheetCell, shownText } from './sheet.ts'

const thousands = ['\u00a0', '\u202f', '\u2009', "'", '’']

/** A language as a file writes its numbers: with another decimal mark, and what divides thousands with it. */
function written(locale: Locale, decimal: ',' | '.'): Locale {
  const tag = `${locale.tag}-x-${decimal === ',' ? 'comma' : 'point'}`
  return { ...locale, tag, decimal, thousands: [other(decimal), ...thousands] }
}

/**
 * The report's language in the notation of a file: the one it says it has, the one that its numbers can only be read by, or else
 * the language's own. "7.3" has a decimal point, "1.234.567" a decimal comma, "8.102" may have either.
 *
 * @throws {Problem} at the first number that can only be read otherwise than one before it
 */
export function notationOf(cells: SheetCell[], said: ',' | '.' | null, locale: Locale, sheet: Sheet): Locale {
  let known = said
  let told: SheetCell | null = null
  for (const cell of cells) {
    const mark = cell.number === undefined ? decimalIn(cell.text) : null
    if (mark && known && mark !== known)
      throw new Problem('writes its numbers in two ways', {
        ...placeOf(sheet, cell),
        found: shownText(cell),
        expected: `"${known}" before decimals, as ${told ? `in "${shownText(told)}", line ${told.line}` : 'the file says'}`,
      })
    if (mark && !known) [known, told] = [mark, cell]
  }
  return written(locale, known ?? (locale.decimal === ',' ? ',' : '.'))
}

/** The decimal mark that the numbers of a text can only have; null where they may have either. */
function decimalIn(text: string): ',' | '.' | null {
  for (const [number] of text.matchAll(/\d[\d.,]*/g)) {
    const marks = number.replace(/[.,]+$/, '').match(/[.,]/g) ?? []
    const [first, last] = [marks[0], marks.at(-1)] as (',' | '.' | undefined)[]
    if (!first || !last) continue
    if (first !== last) return last
    if (marks.length > 1) return other(first)
    const [whole = '', decimals = ''] = number.replace(/[.,]+$/, '').split(first)
    if (decimals.length !== 3 || whole.length > 3 || /^0/.test(whole)) return first
  }
  return null
}

const other = (mark: ',' | '.') => (mark === ',' ? '.' : ',')
