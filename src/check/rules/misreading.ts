import { distance } from 'fastest-levenshtein'
import type { Locale } from '../../locale/locale.ts'
import type { Report } from '../../model/report.ts'
import { reportFile } from '../../model/traced-text.ts'
import { originOf } from '../../origin/spans.ts'
import type { Traced } from '../../origin/traced.ts'
import type { Context } from '../context.ts'
import type { Found, Rule } from '../rule.ts'
import { written } from '../tables/grid.ts'
import { placeIn } from '../text/passages.ts'

export const misreading: Rule = {
  id: 'misreading',
  severity: 'warning',
  description:
    'A word that stands once and is one letter from a word that stands often: most likely misread or misprinted.',
  example: '"harbuor" in a report that has "harbour" forty times',
  run(report, context) {
    const words = wordsOf(report, context)
    const often = [...words].filter(([word, { count }]) => count >= frequent && word.length >= shortest)
    return [...words]
      .filter(([word, { count }]) => count === 1 && word.length >= shortest)
      .flatMap(([word, found]) => meant(word, found, often, context.locale))
  },
}

/** A shorter word may be one letter from another by chance. */
const shortest = 6
const frequent = 4
/** A word as long as this is hardly ever another one. */
const certain = 10

interface Word {
  count: number
  line: number
  column: number
  printed: string
}

/** Every word of text and tables in small letters, with its first line. */
function wordsOf(report: Report, { passages }: Context): Map<string, Word> {
  const words = new Map<string, Word>()
  const take = (traced: Traced) => {
    for (const match of traced.text.matchAll(/\p{L}[\p{L}'’-]*\p{L}/gu)) {
      const word = match[0].toLowerCase()
      const known = words.get(word)
      if (known) known.count++
      else words.set(word, { count: 1, ...placeIn(traced, match.index), printed: match[0] })
    }
  }
  for (const passage of passages) take(passage)
  for (const { rows } of report.tables) for (const cell of rows.flat()) take(written(cell))
  for (const { text, spans = [] } of report.footnotes)
    if (text) take({ text, origin: originOf(spans, text.length, reportFile) })
  return words
}

function meant(word: string, { printed, line, column }: Word, often: [string, Word][], locale: Locale): Found[] {
  const near = often.filter(
    ([other]) =>
      Math.abs(other.length - word.length) <= 1 && distance(word, other) === 1 && !isInflection(word, other, locale),
  )
  const [best] = near.sort((a, b) => b[1].count - a[1].count)
  if (!best) return []
  const [other, { count, line: first }] = best
  const isCertain = word.length >= certain && word[0] === other[0] && !isEnding(word, other)
  return [
    {
      line,
      column,
      message: `"${printed}" may be "${other}", which stands ${count} times`,
      related: [{ line: first, message: `"${other}"` }],
      ...(isCertain ? {} : { severity: 'info' as const }),
    },
  ]
}

/** Are two words one with two endings, or apart by a letter that links compounds? */
function isInflection(one: string, other: string, { checks, compounds }: Locale): boolean {
  const at = commonStart(one, other)
  const [a, b] = [one.slice(at), other.slice(at)]
  const endings = ['', ...checks.endings]
  if (endings.includes(a) && endings.includes(b)) return true
  return compounds.links.some(
    (letter) => (one.length > other.length ? one : other)[at] === letter && one.length !== other.length,
  )
}

/** Do they differ in their last letters only? */
const isEnding = (one: string, other: string) => commonStart(one, other) >= Math.min(one.length, other.length) - 1

function commonStart(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}
