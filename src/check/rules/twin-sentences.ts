import type { Context } from '../context.ts'
import type { Found, Rule } from '../rule.ts'
import { canBe } from '../text/precision.ts'
import { placeOf, quoteOf } from '../text/quantities.ts'
import { placeInSentence, type Sentence } from '../text/sentences.ts'
import { stemsOf } from '../text/stem.ts'

export const twinSentences: Rule = {
  id: 'twin-sentences',
  severity: 'warning',
  description: 'Two sentences in nearly the same words that name other entities or give other numbers.',
  example:
    '"In Easton, Northport and Southport money is set aside for short courses" and, later, "In Northport and Southport money is set aside for short courses"',
  run(_, context) {
    return twins(context).flatMap(([one, other]) => differing(one, other, context))
  },
}

/** How much of their words two sentences must share to be the same said twice. */
const alike = 0.55

/** Fewer words of meaning than these may be alike by chance. */
const fewest = 7

/** Pairs of sentences that are nearly the same, found by the rare words they share. */
function twins({ sentences, vocabulary, locale }: Context): [Sentence, Sentence][] {
  const long = sentences.filter(({ text, passage }) => !passage.isHeading && stemsOf(text, locale).length >= fewest)
  const byStem = new Map<string, Sentence[]>()
  const found: [Sentence, Sentence][] = []
  for (const sentence of long) {
    const shared = new Map<Sentence, number>()
    for (const stem of vocabulary.stems(sentence.text)) {
      const others = byStem.get(stem) ?? []
      if (others.length < 20) for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1)
      byStem.set(stem, [...others, sentence])
    }
    const near = [...shared].filter(
      ([other, count]) =>
        count > 2 && other.passage !== sentence.passage && vocabulary.likeness(other.text, sentence.text) >= alike,
    )
    found.push(...near.map(([other]): [Sentence, Sentence] => [other, sentence]))
  }
  return found
}

function differing(one: Sentence, other: Sentence, context: Context): Found[] {
  const entities = inEntities(one, other, context)
  const found = entities ? { ...placeInSentence(other), message: entities } : inNumbers(one, other, context)
  return found ? [{ ...found, related: [{ line: one.line, message: `"${one.text}"` }] }] : []
}

/** Both name several entities, and one of them more. */
function inEntities(one: Sentence, other: Sentence, { topics }: Context): string | null {
  const [a, b] = [topics.named(one.text), topics.named(other.text)]
  if (a.length < 2 || b.length < 2) return null
  const only = [...a.filter((entity) => !b.includes(entity)), ...b.filter((entity) => !a.includes(entity))]
  const names = (entities: typeof a) => entities.map(({ name }) => name).join(', ')
  return only.length ? `says of ${names(b)} what line ${one.line} says of ${names(a)}` : null
}

/** Of the same entity and the same years, with as many numbers, one of which is another. */
function inNumbers(one: Sentence, other: Sentence, { topics, quantitiesOf, locale }: Context): Found | null {
  if (topics.of(one) !== topics.of(other) || (one.passage.list && one.passage.list === other.passage.list)) return null
  const years = ({ text }: Sentence) => (text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []).join()
  const [a, b] = [quantitiesOf(one), quantitiesOf(other)]
  if (!a.length || a.length !== b.length || years(one) !== years(other)) return null
  const at = a.findIndex(
    (quantity, index) => !canBe(quantity, b[index]!, locale) && !canBe(b[index]!, quantity, locale),
  )
  return at < 0
    ? null
    : {
        ...placeOf(b[at]!),
        message: `says "${quoteOf(b[at]!)}" where line ${one.line} says "${quoteOf(a[at]!)}" in nearly the same words`,
      }
}
