import type { Locale } from '../../locale/locale.ts'
import type { Entity } from '../report.ts'
import { escapeRegExp } from '../text.ts'
import type { Label } from './grid.ts'
import type { Mention } from './mentions.ts'
import type { Passage } from './prose.ts'
import { begins, related, type Word } from './words.ts'

/** A passage with its words, its numbers and the entities it names. */
export interface ReadPassage extends Passage {
  words: Word[]
  /** Of each sentence the words that mean something. */
  contents: Word[][]
  mentions: Mention[]
  entities: Place[]
  /** Where its labels were found, by label. */
  found: Map<Label, Found[]>
  /** What the passages before it in the section were about. */
  topic: number[]
}

/** An entity named in a text. */
export interface Place {
  entity: number
  at: number
  end: number
}

/** How surely a text speaks of a row or column where it gives a number. */
export const sureness = { unsaid: 0, topic: 1, mentioned: 1.5, passage: 2, sentence: 2.5, clause: 3 } as const

/** Finds names of entities in a text, longer ones first, also with the ending of a genitive. */
export function entityFinder(entities: Entity[]): (text: string) => Place[] {
  const byName = new Map<string, number>()
  entities.forEach(({ name, aliases }, entity) => {
    for (const known of [name, ...aliases]) if (!byName.has(known)) byName.set(known, entity)
  })
  if (!byName.size) return () => []
  const names = [...byName.keys()].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(${names.map(escapeRegExp).join('|')})(?:['’]?s|['’])?(?![\\p{L}\\p{N}])`,
    'gu',
  )
  return (text) =>
    [...text.matchAll(pattern)].map((match) => ({
      entity: byName.get(match[1]!)!,
      at: match.index,
      end: match.index + match[0].length,
    }))
}

/** What the labels of one axis are to a number in a passage: how surely each is meant. */
export function namedLabels(labels: Label[], passage: ReadPassage, mention: Mention, locale: Locale): number[] {
  const sentence = passage.sentences.find(({ from, to }) => mention.at >= from && mention.at < to)!
  const isSaid = labels.length > many ? saidOf(labels, passage) : null
  const places = labels.map((label) => (isSaid && !isSaid.has(label) ? [] : placesOf(label, passage, locale)))
  const inSentence = places.map((found) => found.filter(({ at }) => at >= sentence.from && at < sentence.to))
  if (inSentence.some((found) => found.some(({ share }) => share >= 0.6)))
    return nearest(inSentence, passage, mention, locale)
  const earlier = places.map((found) => found.filter(({ at, share }) => at < sentence.from && share >= 0.6))
  if (earlier.some((found) => found.length)) {
    const first = Math.min(...earlier.flat().map(({ at }) => at))
    const last = Math.max(...earlier.flat().map(({ at }) => at))
    return earlier.map((found, label) => {
      if (found.some(({ at }) => at === first)) return sureness.passage
      return found.some(({ at }) => at === last) ? sureness.mentioned : partly(inSentence[label]!)
    })
  }
  return labels.map(({ entities }, label) =>
    entities.some((entity) => passage.topic.includes(entity)) ? sureness.topic : partly(inSentence[label]!),
  )
}

/** Of more labels than this, only those are looked for that share a word with the passage as it is written. */
const many = 200

const indexes = new WeakMap<Label[], Map<string, Label[]>>()

function saidOf(labels: Label[], { contents, entities }: ReadPassage): Set<Label> {
  const index = indexes.get(labels) ?? byWord(labels)
  indexes.set(labels, index)
  const named = new Set(entities.map(({ entity }) => entity))
  const said = contents.flat().flatMap(({ text }) => index.get(text) ?? [])
  const about = named.size ? labels.filter((label) => label.entities.some((entity) => named.has(entity))) : []
  return new Set([...said, ...about])
}

function byWord(labels: Label[]): Map<string, Label[]> {
  const index = new Map<string, Label[]>()
  for (const label of labels) {
    for (const word of label.words) {
      const own = index.get(word)
      if (own) own.push(label)
      else index.set(word, [label])
    }
  }
  return index
}

/** A label found in a text: all of its words or a share of them. */
export interface Found {
  at: number
  end: number
  share: number
}

const partly = (found: Found[]) => Math.max(0, ...found.map(({ share }) => share))

/** Of the labels that a sentence names, the one nearest to the number is meant, and those it is listed with. */
function nearest(places: Found[][], passage: ReadPassage, mention: Mention, locale: Locale): number[] {
  const distances = places.map((found) =>
    Math.min(...found.filter(({ share }) => share >= 0.6).map((place) => distance(place, passage, mention, locale))),
  )
  const least = Math.min(...distances)
  const closest = places[distances.indexOf(least)]!.find(
    (place) => distance(place, passage, mention, locale) === least,
  )!
  const list = listAround(
    closest,
    places.flat().filter(({ share }) => share >= 0.6),
    passage,
  )
  return places.map((found, label) => {
    const whole = found.filter(({ share }) => share >= 0.6)
    if (!whole.length) return partly(found) * 0.5
    if (distances[label] === least || whole.some((place) => list.includes(place))) return sureness.clause
    if (least < breakCost && distances[label]! >= breakCost) return sureness.unsaid
    return sureness.sentence
  })
}

const breakCost = 60

const patterns = new Map<string, RegExp>()

/** What divides clauses and the things in a list. */
function breaksOf({ tag, telling }: Locale): RegExp {
  const known = patterns.get(tag)
  if (known) return known
  const made = new RegExp(`[,;:(–]|\\s(?:${telling.joins.join('|')})\\s`, 'gu')
  patterns.set(tag, made)
  return made
}

/** How far a place is from a number, what divides clauses and other numbers counted as a long way. */
function distance({ at, end }: Found, { text, mentions }: ReadPassage, mention: Mention, locale: Locale): number {
  const [from, to] = at < mention.at ? [end, mention.at] : [mention.end, at]
  const between = text.slice(from, Math.max(from, to)).replace(/\([^()]*\)/g, '')
  const divided = between.match(breaksOf(locale))?.length ?? 0
  const others = mentions.filter(
    (other) => other !== mention && !other.isYear && other.at >= from && other.end <= to,
  ).length
  return between.length + breakCost * (divided + others)
}

/** The places that are listed with one: only commas and a word for "and" stand between each and the next. */
function listAround(one: Found, places: Found[], { text }: ReadPassage): Found[] {
  const sorted = [...places].sort((a, b) => a.at - b.at)
  const isNext = (before: Found | undefined, after: Found | undefined) =>
    before !== undefined && after !== undefined && /^[\s,]*(?:\p{L}{1,5}\s+)?$/u.test(text.slice(before.end, after.at))
  let [from, to] = [sorted.indexOf(one), sorted.indexOf(one)]
  while (isNext(sorted[from - 1], sorted[from])) from--
  while (isNext(sorted[to], sorted[to + 1])) to++
  return sorted.slice(from, to + 1)
}

/** Where a text holds a label: the names of its entity, or its words close to each other. */
function placesOf(label: Label, passage: ReadPassage, locale: Locale): Found[] {
  const known = passage.found.get(label)
  if (known) return known
  const found = label.entities.length
    ? passage.entities
        .filter(({ entity }) => label.entities.includes(entity))
        .map(({ at, end }) => ({ at, end, share: 1 }))
    : clusters(label.words, passage, locale)
  passage.found.set(label, found)
  return found
}

/** The sentences that hold words of a label, each with where they stand and which share of them it is. */
function clusters(wanted: string[], { contents }: ReadPassage, locale: Locale): Found[] {
  if (!wanted.length) return []
  return contents.flatMap((own) => {
    let [first, last, sum] = [Number.POSITIVE_INFINITY, 0, 0]
    for (const word of wanted) {
      const match = own.find(({ text }) => related(text, word, locale))
      const loose = match ?? own.find(({ text }) => begins(text, word, locale))
      if (!loose) continue
      sum += match ? 1 : 0.5
      first = Math.min(first, loose.at)
      last = Math.max(last, loose.at + loose.text.length)
    }
    return sum ? [{ at: first, end: last, share: sum / wanted.length }] : []
  })
}
