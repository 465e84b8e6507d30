import type { Locale } from '../locale/locale.ts'

/** A piece of a text; one that is whole may not be cut at a line end. */
export interface Piece {
  text: string
  whole: boolean
}

/**
 * A text cut into pieces by what belongs together: a number and its unit ("6,8 pct.", "12 uger"), a word that announces a number and
 * the number ("nr. 5", "TABEL 5.1"), the ends of a range, and a short beginning before a hyphen ("e-mail"). The pieces are the
 * text, letter by letter: a renderer keeps them whole by its own means, and nothing else is found when the text is copied or
 * searched.
 */
export function unbroken(text: string, locale: Locale): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(patternOf(locale))) {
    if (!/[\s–-]/.test(found)) continue
    if (index > end) pieces.push({ text: text.slice(end, index), whole: false })
    pieces.push({ text: found, whole: true })
    end = index + found.length
  }
  if (end < text.length) pieces.push({ text: text.slice(end), whole: false })
  return pieces
}

const patterns = new Map<string, RegExp>()

function patternOf(locale: Locale): RegExp {
  const known = patterns.get(locale.tag)
  if (known) return known
  const { scales, units, currencies, percent, functionWords, to, about, captions, section, appendix, recommendation } =
    locale
  const { line, lines, page, onePage } = locale.words
  const before = [...captions.table, ...captions.figure, ...section, ...appendix, ...recommendation, ...currencies]
  const announcing = `(?<![\\p{L}\\p{N}])(?:(?:${words([...before, ...about, line, lines, page, onePage])}|\\p{L}{1,3}\\.)\\s|[§£$€]\\s?)`
  const number = '[+−–-]?\\d+(?:[.,:]\\d+)*\\.?(?:\\s?[–-]\\s?\\d+(?:[.,]\\d+)*)?'
  // a word of a sentence is no unit, nor what follows a year
  const word = `(?<!(?<!\\d)(?:19|20)\\d\\d)\\s(?!(?:${words([...functionWords, ...to, ...about])})(?![\\p{L}.]))\\p{Ll}{1,12}(?![\\p{L}\\p{N}-])\\.?`
  const unit = `(?:\\s(?:${words(scales)}))?(?:\\s?(?:[%‰£$€]|(?:${words([...units, ...currencies, ...percent])}))(?![\\p{L}\\p{N}]))`
  const short = '(?<![\\p{L}\\p{N}-])[\\p{L}\\p{N}]{1,2}-\\p{L}{2,14}(?![\\p{L}-])'
  const pattern = new RegExp(`${short}|(?:${announcing})?(?<![\\p{L}\\d.,-])${number}(?:${unit}|${word})?`, 'giu')
  patterns.set(locale.tag, pattern)
  return pattern
}

/** Any of some words, the longest first. */
function words(all: string[]): string {
  return [...new Set(all)]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')
}
