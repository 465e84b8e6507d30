import type { Report } from '../../model/report.ts'
import type { Context } from '../context.ts'
import type { Found, Rule } from '../rule.ts'
import { written } from '../tables/grid.ts'
import { loose } from '../text/passages.ts'
import { lineOf, placeOf, type Quantity, quantitiesIn, quoteOf } from '../text/quantities.ts'
import { sentencesOf } from '../text/sentences.ts'
import { isSameNoun } from '../text/stem.ts'

export const unit: Rule = {
  id: 'unit',
  severity: 'info',
  description: 'The same large number in two places, of other things.',
  example: '"38,000 spells of absence" in the text, "38,000 people" in a table',
  run(report, context) {
    const large = [...context.quantities, ...inCells(report, context)].filter(isDistinct)
    return large.flatMap((one, index) => {
      const before = large.slice(0, index).filter((other) => other.value === one.value)
      const differing = before.filter((other) => differ(one, other, context))
      const repeats = large
        .slice(0, index)
        .some((other) => other.value === one.value && !differ(one, other, context) && other !== one)
      return differing.length && !repeats ? [told(one, differing)] : []
    })
  },
}

/** Large enough, and not so round, that it stands twice by chance. */
const isDistinct = ({ value, max, words, unit }: Quantity) =>
  max === undefined && value >= 1000 && Number.isInteger(value) && value % 1000 !== 0
    ? words.length > 0
    : value >= 10_000 && words.length > 0 && !/\p{Sc}/u.test(unit ?? '')

function inCells(report: Report, { locale }: Context): Quantity[] {
  return report.tables.flatMap(({ rows }) =>
    rows.flat().flatMap((cell) => {
      return sentencesOf(loose(written(cell))).flatMap((sentence) => quantitiesIn(sentence, locale))
    }),
  )
}

/** Of other things, in sentences that have rare words in common. */
function differ(one: Quantity, other: Quantity, { vocabulary }: Context): boolean {
  if (lineOf(one) === lineOf(other) || one.stems.some((stem) => other.stems.some((each) => isSameNoun(stem, each))))
    return false
  const around = ({ sentence }: Quantity) => sentence.passage.text
  const shared = vocabulary.shared(around(one), around(other)).reduce((sum, stem) => sum + vocabulary.weight(stem), 0)
  return shared >= vocabulary.heaviest
}

function told(one: Quantity, differing: Quantity[]): Found {
  return {
    ...placeOf(one),
    message: `"${quoteOf(one)}" here, "${quoteOf(differing[0]!)}" elsewhere`,
    related: differing.map((other) => ({ line: lineOf(other), message: `"${quoteOf(other)}"` })),
  }
}
