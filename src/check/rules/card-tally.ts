import { escapeRegExp, fold } from '../../model/text.ts'
import type { Point } from '../../origin/origin.ts'
import type { Context } from '../context.ts'
import type { Found, Rule } from '../rule.ts'
import { type CardSet, cardSets, namesSet, type SetCard } from '../text/card-sets.ts'
import { placeOf } from '../text/quantities.ts'
import { placeInSentence, type Sentence } from '../text/sentences.ts'

export const cardTally: Rule = {
  id: 'card-tally',
  severity: 'warning',
  description:
    'The text says how many studies or cards are of a period or a place, and the cards themselves say otherwise.',
  example: '"Nine of the studies are from 2009-2014" where eight cards have such a year',
  run(report, context) {
    return cardSets(report, context).flatMap((set) =>
      context.sentences
        .filter(({ text }) => [...context.vocabulary.stems(text)].some((stem) => namesSet(stem, set.nouns)))
        .flatMap((sentence) => [...byYear(sentence, set, context), ...byName(sentence, set)]),
    )
  },
}

/** "Nine … in 2009-2014, three … after 2014": each number with the period before the next number. */
function byYear(sentence: Sentence, { cards }: CardSet, { locale, quantitiesOf }: Context): Found[] {
  if (cards.some(({ year }) => year === null)) return []
  const { after, before } = locale.checks
  const numbers = quantitiesOf(sentence).filter(({ value, max }) => max === undefined && Number.isInteger(value))
  return numbers.flatMap((number, index) => {
    const text = sentence.text.slice(number.end, numbers[index + 1]?.at)
    const range = /(?<!\d)((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)(?!\d)/.exec(text)
    const bound = new RegExp(
      `(?<!\\p{L})(?:(${after.map(escapeRegExp).join('|')})|${before.map(escapeRegExp).join('|')})\\s((?:19|20)\\d\\d)`,
      'iu',
    ).exec(text)
    const isWithin = range
      ? (year: number) => year >= Number(range[1]) && year <= Number(range[2])
      : bound && ((year: number) => (bound[1] ? year > Number(bound[2]) : year < Number(bound[2])))
    if (!isWithin) return []
    const found = cards.filter(({ year }) => isWithin(year!))
    return found.length === number.value || number.value > 2 * cards.length
      ? []
      : [tally(placeOf(number), `${number.text} … ${(range ?? bound)![0]}`, found, cards)]
  })
}

/** "Denmark (10), Italy (1)": names that all stand in one field of the cards. */
function byName(sentence: Sentence, { cards }: CardSet): Found[] {
  const named = [...sentence.text.matchAll(/(\p{Lu}[\p{L}-]+)\s\((\d+)\)/gu)].map(({ index, 1: name, 2: count }) => ({
    at: index,
    name: name!,
    count: Number(count),
  }))
  if (named.length < 2) return []
  const fields = Object.keys(cards[0]!.fields)
  const having = (field: string, name: string) =>
    cards.filter((card) => fold(card.fields[field] ?? '').includes(fold(name)))
  const field = fields.find((each) => named.every(({ name }) => having(each, name).length > 0))
  if (!field) return []
  return named
    .filter(({ name, count }) => having(field, name).length !== count)
    .map(({ at, name, count }) =>
      tally(placeInSentence(sentence, at), `${name} (${count})`, having(field, name), cards),
    )
}

function tally(place: Point, said: string, found: SetCard[], all: SetCard[]): Found {
  return {
    ...place,
    message: `"${said}": it is ${found.length} of the ${all.length} cards`,
    related: found.map((card) => ({ line: card.line, message: `"${card.title}"` })),
  }
}
