import { distance } from 'fastest-levenshtein'
import type { Rule } from '../rule.ts'
import { type PersonName, personNames } from '../text/names.ts'

export const nameSpelling: Rule = {
  id: 'name-spelling',
  severity: 'warning',
  description: 'The name of an author spelt in two ways.',
  example: '"Lene Holmgaard" in a heading, "Holmgård, Lene" in the list of literature',
  run(report, context) {
    const names = personNames(report, context)
    const seen = new Set<string>()
    return names.flatMap((name) => {
      const kin = names.filter((other) => variantOf(name, other) !== null)
      const [variant] = kin.map((other) => variantOf(name, other)!)
      if (!variant || seen.has(key(variant))) return []
      seen.add(key(variant))
      const [one, other] = variant
      const having = (word: string) => names.filter(({ words }) => words.some((each) => same(each, word)))
      const [rare, usual] = having(one).length <= having(other).length ? [one, other] : [other, one]
      const [at] = having(rare)
      return [
        {
          ...at!.places[at!.words.findIndex((word) => same(word, rare))]!,
          message: `"${rare}" is spelt "${usual}" elsewhere, of the same person`,
          related: [...having(rare).slice(1), ...having(usual)].map(({ line, words }) => ({
            line,
            message: `"${words.join(' ')}"`,
          })),
        },
      ]
    })
  },
}

/** The one word in which two names differ by a letter, where they have another word in common and no other that differs. */
function variantOf(one: PersonName, other: PersonName): [string, string] | null {
  const left = one.words.filter((word) => !other.words.some((each) => same(word, each)))
  const right = other.words.filter((word) => !one.words.some((each) => same(word, each)))
  if (left.length !== 1 || right.length !== 1 || one.words.length - left.length < 1) return null
  const [a, b] = [left[0]!.toLowerCase(), right[0]!.toLowerCase()]
  return Math.min(a.length, b.length) >= 4 && distance(a, b) <= 1 ? [left[0]!, right[0]!] : null
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
const key = (words: [string, string]) =>
  words
    .map((word) => word.toLowerCase())
    .sort()
    .join(' ')
