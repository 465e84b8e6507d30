import type { Locale } from '../../locale/locale.ts'
import type { Entity, Report } from '../../model/report.ts'
import { escapeRegExp } from '../../model/text.ts'
import type { Context } from '../context.ts'
import type { Found, Rule } from '../rule.ts'
import { nameOf, textOf, written } from '../tables/grid.ts'
import { placeIn } from '../text/passages.ts'
import { placeInSentence } from '../text/sentences.ts'

export const monthLists: Rule = {
  id: 'month-lists',
  severity: 'warning',
  description: 'The months of the same thing, listed in two places with one more or less.',
  example: '"(June, July and September)" in the text, "June, July, Aug. and Sept." in Table 2',
  run(report, context) {
    const all = [...inCells(report, context), ...inText(context)]
    return grouped(all)
  },
}

interface Listed {
  months: number[]
  entity: Entity
  quote: string
  line: number
  column: number
  place: string
}

function inText({ sentences, topics, locale }: Context): Listed[] {
  return sentences.flatMap((sentence) => {
    const entity = topics.of(sentence)
    return entity
      ? listsIn(sentence.text, locale).map((list) => ({
          ...list,
          entity,
          ...placeInSentence(sentence, list.at),
          place: 'the text',
        }))
      : []
  })
}

function inCells(report: Report, { topics, locale }: Context): Listed[] {
  return report.tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      const [entity, ...more] = topics.named(row[0]?.text ?? '')
      if (!entity || more.length) return []
      return row.flatMap((cell) =>
        listsIn(textOf(cell), locale).map((list) => ({
          ...list,
          entity,
          ...placeIn(written(cell), list.at),
          place: nameOf(table),
        })),
      )
    }),
  )
}

const compiled = new Map<string, { list: RegExp; month: RegExp }>()

/** The pattern of a list of three months or more, and that of one month. */
function patternsOf({ tag, months, checks }: Locale): { list: RegExp; month: RegExp } {
  let known = compiled.get(tag)
  if (!known) {
    const names = [...months.long, ...months.short].sort((a, b) => b.length - a.length)
    const month = `(?:${names.map(escapeRegExp).join('|')})\\.?`
    const and = `(?:${checks.and.map(escapeRegExp).join('|')})`
    const divider = `(?:,|\\s${and})?\\s?(?:${and}\\s)?`
    known = {
      list: new RegExp(`(?<!\\p{L})${month}(?:${divider}${month}){2,}(?!\\p{L})`, 'giu'),
      month: new RegExp(`(?<!\\p{L})${month}`, 'giu'),
    }
    compiled.set(tag, known)
  }
  return known
}

/** Three months or more, divided by commas and "and". */
function listsIn(text: string, locale: Locale): { months: number[]; quote: string; at: number }[] {
  const { list, month } = patternsOf(locale)
  return [...text.matchAll(list)].map((match) => ({
    months: [...match[0].matchAll(month)].map(([name]) => numberOf(name, locale)),
    quote: match[0],
    at: match.index,
  }))
}

/** The month that a name is, whole or shortened: "Sept.", "mrt". */
function numberOf(name: string, { months }: Locale): number {
  const bare = name.toLowerCase().replace(/\.$/, '')
  const begins = months.long.findIndex((month) => month.startsWith(bare))
  const letters = new RegExp(`^${[...bare].map(escapeRegExp).join('.*')}`, 'u')
  return begins < 0 ? months.long.findIndex((month) => letters.test(month)) : begins
}

/** Lists of one entity that have most months in common, and not all. */
function grouped(all: Listed[]): Found[] {
  return all.flatMap((one, index) => {
    const others = all.filter((other, at) => other.entity === one.entity && at < index && overlap(one, other) >= 2)
    const differing = others.filter((other) => overlap(one, other) < new Set([...one.months, ...other.months]).size)
    if (!differing.length) return []
    return [
      {
        line: one.line,
        column: one.column,
        message: `"${one.quote}" in ${one.place}, "${differing[0]!.quote}" in ${differing[0]!.place}`,
        related: differing.map(({ line, quote, place }) => ({ line, message: `${place}: "${quote}"` })),
      },
    ]
  })
}

const overlap = (one: Listed, other: Listed) => one.months.filter((month) => other.months.includes(month)).length
