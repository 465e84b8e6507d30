import type { Cell } from '../../model/report.ts'
import type { Context } from '../context.ts'
import { canBe } from './precision.ts'
import { lineOf, quoteOf } from './quantities.ts'

/** Where the text says what one of two cells does: a number of theirs, about the same entity and in words of their row. */
export function sayings(
  { one, other, where }: { one: Cell; other: Cell; where: string },
  context: Context,
): { line: number; message: string }[] {
  const { topics, quantities, vocabulary, locale } = context
  const [entity, ...more] = topics.named(where)
  if (!entity || more.length) return []
  const values = [one, other].flatMap(({ values = [] }) => values)
  const stems = vocabulary.stems(`${where} ${one.text} ${other.text}`)
  return quantities
    .filter((quantity) => topics.of(quantity.sentence) === entity)
    .filter((quantity) => values.some((value) => value.value === quantity.value && canBe(quantity, value, locale)))
    .filter(({ sentence, at }) => [...vocabulary.stems(sentence.text.slice(at))].some((stem) => stems.has(stem)))
    .map((quantity) => ({ line: lineOf(quantity), message: `"${quoteOf(quantity)}"` }))
}
