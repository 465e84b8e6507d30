import type { Report } from '../../model/report.ts'
import type { Context } from '../context.ts'
import type { Found, Rule } from '../rule.ts'
import { type CardSet, cardSets, namesSet } from '../text/card-sets.ts'
import { placeIn } from '../text/passages.ts'
import { precisionOf } from '../text/precision.ts'
import { lineOf, placeOf, type Quantity, quoteOf } from '../text/quantities.ts'

export const cardCount: Rule = {
  id: 'card-count',
  severity: 'error',
  description: 'The text announces more or fewer studies, measures or other cards than the report has.',
  example: '"the 12 studies, which appendix 3 describes" where appendix 3 has eleven cards',
  run(report, context) {
    return cardSets(report, context).flatMap((set) => miscounted(set, report, context))
  },
}

/** A number of what a set holds: in a paragraph that refers to its section, or in the section itself, of what its title begins with. */
function miscounted(set: CardSet, report: Report, context: Context): Found[] {
  const named = context.quantities.filter(
    (quantity) => isWhole(quantity, context) && quantity.stems.some((stem) => namesSet(stem, set.nouns)),
  )
  const announced = named.filter((quantity) => announces(quantity, set, report))
  const wrong = announced.filter(({ value }) => value !== set.cards.length)
  if (!wrong.length || announced.some(({ value }) => value === set.cards.length)) return []
  const { value } = wrong[0]!
  // a part is no announcement: as many as are said most often are all
  const times = (number: number) => named.filter((quantity) => quantity.value === number).length
  if (named.some((quantity) => times(quantity.value) > times(value))) return []
  const mentions = named.filter((quantity) => quantity.value === value)
  const last = set.cards.at(-1)!
  return [
    {
      ...placeOf(mentions[0]!),
      message: `"${quoteOf(mentions[0]!)}", but "${set.section.title}" has ${set.cards.length}`,
      related: [
        ...mentions.slice(1).map((quantity) => ({ line: lineOf(quantity), message: `"${quoteOf(quantity)}"` })),
        { line: set.section.line, message: `"${set.section.title}"` },
        { line: last.line, message: `the last of ${set.cards.length}: "${last.title}"` },
      ],
    },
  ]
}

function announces({ sentence, stems }: Quantity, { section, nouns }: CardSet, report: Report): boolean {
  const { passage } = sentence
  const first = placeIn(passage, 0).line
  const last = placeIn(passage, passage.text.length).line
  const refers = report.crossReferences.some(
    ({ target, resolves, line }) => resolves && target === section.number && line >= first && line <= last,
  )
  return refers || (passage.section === section && stems.some((stem) => namesSet(stem, nouns.slice(0, 1))))
}

const isWhole = (quantity: Quantity, { locale }: Context) =>
  quantity.max === undefined && Number.isInteger(quantity.value) && precisionOf(quantity, locale) === 'exact'
