import type { RootContent } from 'mdast'
import type { Context } from '../context.ts'
import type { Found, Rule } from '../rule.ts'
import { countOf } from '../text/enumeration.ts'
import { type Passage, placeIn } from '../text/passages.ts'
import { precisionOf } from '../text/precision.ts'
import { placeOf, type Quantity, quoteOf } from '../text/quantities.ts'
import { isMeasure } from '../text/stem.ts'

export const listCount: Rule = {
  id: 'list-count',
  severity: 'warning',
  description: 'A number before a colon, and a list after it that has more things or fewer.',
  example: '"The three tracks are:" above a list of four items',
  run(_, context) {
    return context.quantities.flatMap((quantity) => {
      const announced = announces(quantity, context)
      if (announced === null) return []
      const found = announced ? withinSentence(announced, context) : below(quantity.sentence.passage, context)
      if (!found || (quantity.value >= found.min && quantity.value <= found.max)) return []
      const counted = found.min === found.max ? found.min : `${found.min} to ${found.max}`
      return [told(quantity, `"${quoteOf(quantity)}" leads up to a list of ${counted}`, found.line)]
    })
  },
}

interface Counted {
  min: number
  max: number
  line?: number
}

function told(quantity: Quantity, message: string, line: number | undefined): Found {
  return { ...placeOf(quantity), message, related: line ? [{ line, message: 'the list begins here' }] : [] }
}

/** What stands behind the colon right after a number and its noun: '' for a list below, null where there is no colon. */
function announces(quantity: Quantity, { locale }: Context): string | null {
  const { sentence, at, text, value, max, words, stems } = quantity
  if (max !== undefined || !Number.isInteger(value) || value > 30 || !words.length) return null
  if (precisionOf(quantity, locale) !== 'exact' || stems.some((stem) => isMeasure(stem, locale))) return null
  const match = /^\s*((?:[\p{L}'’-]+\s?){1,5}):\s*(.*)$/u.exec(
    sentence.text.slice(at + text.length - (quantity.unit?.length ?? 0)),
  )
  return match ? match[2]! : null
}

const withinSentence = (list: string, { locale }: Context): Counted | null => countOf(list, locale)

/** The items of the list right below a passage, up to those of all lists in the rest of its section: text may stand between them. */
function below(passage: Passage, { passages }: Context): Counted | null {
  const from = passages.indexOf(passage) + 1
  const end = passages.findIndex(({ section }, at) => at >= from && section !== passage.section)
  const rest = passages.slice(from, end < 0 ? undefined : end)
  const first = rest[0]?.list
  if (!first) return null
  const column = (list: RootContent) => list.position!.start.column
  const lists = [...new Set(rest.flatMap(({ list }) => list ?? []))].filter((list) => column(list) === column(first))
  const count = (list: RootContent) => ('children' in list ? list.children.length : 0)
  return { min: count(first), max: lists.reduce((sum, list) => sum + count(list), 0), line: placeIn(rest[0]!, 0).line }
}
