import { fold } from '../../model/text.ts'
import type { Point } from '../../origin/origin.ts'
import type { Context } from '../context.ts'
import type { Found, Rule } from '../rule.ts'
import { placeIn } from '../text/passages.ts'

export const citation: Rule = {
  id: 'citation',
  severity: 'warning',
  description: 'The text cites an author with a year that the list of literature does not have.',
  example: '"(Holm 2011: 4)" where the list has "Holm, Anna (2012)"',
  run(report, context) {
    const known = report.references.map(({ authors, year, lines }) => ({
      names: fold(authors.join(' ')).split(/[^\p{L}]+/u),
      year,
      line: lines[0],
    }))
    if (!known.length) return []
    const seen = new Set<string>()
    return cited(context).flatMap(({ name, year, place, quote }): Found[] => {
      const by = known.filter(({ names }) => names.includes(fold(name)))
      if (
        !by.length ||
        by.some((reference) => reference.year === year || reference.year === null) ||
        seen.has(`${name} ${year}`)
      )
        return []
      seen.add(`${name} ${year}`)
      const nearest = by.toSorted((a, b) => Math.abs(a.year! - year) - Math.abs(b.year! - year))[0]!
      return [
        {
          ...place,
          message: `"${quote}" is not in the list of literature; nearest is ${nearest.year}`,
          related: [{ line: nearest.line, message: `${name}, ${nearest.year}` }],
        },
      ]
    })
  },
}

/** "(Holm 2011", "Holm (2011)", "Holm et al. 2011". */
function cited({ passages }: Context): { name: string; year: number; place: Point; quote: string }[] {
  const pattern = /(?<name>\p{Lu}\p{L}+)(?:\set\.?\s?al\.?)?,?\s\(?(?<year>(?:19|20)\d\d)(?=[:)\s,;]|$)/gu
  return passages
    .filter(({ isHeading }) => !isHeading)
    .flatMap((passage) =>
      [...passage.text.matchAll(pattern)].map((match) => ({
        name: match.groups!.name!,
        year: Number(match.groups!.year),
        place: placeIn(passage, match.index),
        quote: match[0],
      })),
    )
}
