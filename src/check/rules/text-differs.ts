import type { Entity, Report } from '../../model/report.ts'
import type { Context } from '../context.ts'
import type { Found, Rule } from '../rule.ts'
import { textOf, written } from '../tables/grid.ts'
import { enumerationAfter } from '../text/enumeration.ts'
import { loose } from '../text/passages.ts'
import { precisionOf } from '../text/precision.ts'
import { placeOf, type Quantity, quantitiesIn, quoteOf } from '../text/quantities.ts'
import { placeInSentence, sentencesOf } from '../text/sentences.ts'
import { isMeasure, isSameNoun, stem } from '../text/stem.ts'

export const textDiffers: Rule = {
  id: 'text-differs',
  severity: 'warning',
  description: 'The same things counted in two places of the text, with different numbers.',
  example: '"a combination of four factors" in the summary, "the combination of three factors" in chapter 5',
  run(report, context) {
    const counts = [...countsInText(context), ...countsInCells(report, context)]
    const countable = counts.filter((count) => isCountable(count, context))
    return together(pairsOf(countable, context), counts, context)
  },
}

/** Something counted: by a number, or by the list that follows its name. */
interface Count {
  value: number
  max?: number | undefined
  nouns: string[]
  entity: Entity | null
  /** Does it name the entity itself, or go on about it? */
  isNamed: boolean
  /** What stands around it. */
  around: string
  quote: string
  line: number
  column: number
  quantity: Quantity | null
}

function countsInText({ quantities, topics, sentences, locale }: Context): Count[] {
  const numbered = quantities.map((quantity) => ({
    value: quantity.value,
    max: quantity.max,
    nouns: quantity.stems,
    entity: topics.of(quantity.sentence),
    isNamed: topics.named(quantity.sentence.text).length > 0,
    around: quantity.sentence.text + listBelow(quantity, sentences),
    quote: quoteOf(quantity),
    ...placeOf(quantity),
    quantity,
  }))
  const listed = sentences.flatMap((sentence) =>
    enumerationAfter(sentence.text, locale).map(({ noun, nounAt, count, at }) => ({
      value: count.min,
      max: count.max,
      nouns: [stem(noun, locale)],
      entity: topics.of(sentence),
      isNamed: topics.named(sentence.text).length > 0,
      around: sentence.text,
      quote: `${noun}: ${sentence.text.slice(at, at + 50)}…`,
      ...placeInSentence(sentence, nounAt),
      quantity: null,
    })),
  )
  return [...numbered, ...listed]
}

function countsInCells(report: Report, { topics, locale }: Context): Count[] {
  return report.tables
    .filter(({ kind }) => kind === 'table')
    .flatMap(({ rows }) =>
      rows.flatMap((row) => {
        const entities = topics.named(row.map(textOf).join('. '))
        return row.flatMap((cell, column) => {
          const passage = loose(written(cell))
          const quantities = column ? sentencesOf(passage).flatMap((sentence) => quantitiesIn(sentence, locale)) : []
          return quantities.map((quantity) => ({
            value: quantity.value,
            max: quantity.max,
            nouns: quantity.stems,
            entity: entities.length === 1 ? entities[0]! : null,
            isNamed: entities.length > 0,
            around: `${row[0]!.text}: ${quantity.sentence.text}`,
            quote: quoteOf(quantity),
            ...placeOf(quantity),
            quantity,
          }))
        })
      }),
    )
}

/** The list that a sentence leads up to belongs to what stands around it. */
function listBelow({ sentence }: Quantity, sentences: Context['sentences']): string {
  if (!sentence.text.endsWith(':')) return ''
  const from = sentences.indexOf(sentence) + 1
  const items = sentences.slice(from, from + 12)
  const end = items.findIndex(({ passage }) => !passage.list)
  return ` ${items
    .slice(0, end < 0 ? undefined : end)
    .map(({ text }) => text)
    .join(' ')}`
}

/** Is something counted for its own sake: a whole number, not of hours or per cent, and no number like any other? */
function isCountable({ value, nouns, quantity }: Count, { locale }: Context): boolean {
  if (!nouns.length || !Number.isInteger(value) || value > 1000) return false
  if (
    quantity &&
    (precisionOf(quantity, locale) !== 'exact' ||
      /\d\.[-–]/.test(quantity.text) ||
      /%|\p{Sc}/u.test(quantity.unit ?? ''))
  )
    return false
  return !nouns.some((noun) => isMeasure(noun, locale))
}

interface Pair {
  one: Count
  other: Count
  noun: string
}

/** How much two places must have in common to speak of the same things, in words that only one place has. */
const needed = 2

/** The same where the places go on about different entities, but name none. */
const neededApart = 3

/** Counts of the same noun for the same entity that exclude each other, in words that are alike. */
function pairsOf(counts: Count[], { vocabulary }: Context): Pair[] {
  const adjectives = adjectivesAmong(counts)
  const nouns = new Map(counts.map((count) => [count, count.nouns.filter((noun) => !adjectives.has(noun))]))
  return counts.flatMap((one, index) =>
    counts.slice(index + 1).flatMap((other) => {
      if (one.line === other.line || (!one.quantity && !other.quantity)) return []
      const isOfOne = one.entity === other.entity
      if (!isOfOne && (one.isNamed || other.isNamed)) return []
      if (one.value <= (other.max ?? other.value) && other.value <= (one.max ?? one.value)) return []
      const noun = nouns.get(one)!.find((each) => nouns.get(other)!.some((every) => isSameNoun(each, every)))
      if (!noun) return []
      const own = one.entity?.name.toLowerCase() ?? ''
      const shared = vocabulary
        .shared(one.around, other.around)
        .filter((stem) => !isSameNoun(stem, noun) && !own.startsWith(stem))
      const weight = [noun, ...shared].reduce((sum, stem) => sum + vocabulary.weight(stem), 0)
      return weight >= (isOfOne ? needed : neededApart) * vocabulary.heaviest ? [{ one, other, noun }] : []
    }),
  )
}

/** Words that are counted with another word after them, and never without: "different". */
function adjectivesAmong(counts: Count[]): Set<string> {
  const last = new Set(counts.flatMap(({ nouns, quantity }) => (quantity ? nouns.slice(-1) : [])))
  const first = counts.flatMap(({ nouns }) => nouns.slice(0, -1)).filter((noun) => !last.has(noun))
  return new Set(first.filter((noun, at) => first.indexOf(noun) !== at))
}

/** Pairs that have a place in common are one finding; it stands where the number is that fewest places give. */
function together(pairs: Pair[], counts: Count[], context: Context): Found[] {
  const groups: { noun: string; places: Set<Count> }[] = []
  for (const { one, other, noun } of pairs) {
    const group = groups.find(({ places }) => places.has(one) || places.has(other))
    if (group) group.places.add(one).add(other)
    else groups.push({ noun, places: new Set([one, other]) })
  }
  return groups.map(({ noun, places }) => {
    const all = [...places, ...repeated(noun, [...places], context)].sort((a, b) => a.line - b.line)
    const entity = [...places][0]!.entity
    const alike = counts.filter(
      (count) => count.entity === entity && count.nouns.some((each) => isSameNoun(each, noun)),
    )
    const times = (value: number) =>
      new Set(alike.filter((count) => count.value === value).map(({ line }) => line)).size
    const [odd] = [...places].sort((a, b) => times(a.value) - times(b.value) || b.line - a.line)
    const others = all.filter(({ line }) => line !== odd!.line)
    const isSettled = [...places].every(({ value }) => times(value) > 1)
    return {
      line: odd!.line,
      column: odd!.column,
      message: `"${odd!.quote}" here, "${others.find(({ value }) => value !== odd!.value)!.quote}" elsewhere`,
      related: others.map(({ line, quote }) => ({ line, message: `"${quote}"` })),
      // each number stands in several places: they may well be two things of one name
      ...(isSettled ? { severity: 'info' as const } : {}),
    }
  })
}

/** Other places that name what is counted, with one of the numbers. */
function repeated(
  noun: string,
  places: Count[],
  { sentences, quantitiesOf, vocabulary, topics, locale }: Context,
): Count[] {
  const entity = places[0]!.entity
  const lines = new Set(places.map(({ line }) => line))
  return sentences.flatMap((sentence) => {
    if (entity && topics.of(sentence) !== entity && !topics.named(sentence.text).includes(entity)) return []
    if (![...vocabulary.stems(sentence.text)].some((stem) => (entity ? isSameNoun(stem, noun) : stem === noun)))
      return []
    return quantitiesOf(sentence)
      .filter(
        ({ value, max, stems }) =>
          max === undefined &&
          stems.length > 0 &&
          !stems.some((each) => isMeasure(each, locale)) &&
          places.some((place) => place.value === value),
      )
      .map((quantity) => ({
        value: quantity.value,
        nouns: [noun],
        entity,
        isNamed: true,
        around: '',
        quote: quoteOf(quantity),
        ...placeOf(quantity),
        quantity,
      }))
      .filter(({ line }) => !lines.has(line))
      .slice(0, 1)
  })
}
