import type { Locale } from '../../locale/locale.ts'
import type { Grid } from '../../model/claims/grid.ts'
import type { Mention } from '../../model/claims/mentions.ts'
import { contentWords, related } from '../../model/claims/words.ts'
import type { Assertion, Condition, Test } from './assertion.ts'
import { best } from './best.ts'
import { clauseAround, subjectsNear } from './clauses.ts'
import { longestFirst } from './forms.ts'
import { tested } from './judge.ts'
import { namedOn } from './named.ts'
import { pathsOf } from './paths.ts'
import { periodName } from './periods.ts'
import { hasUnitOf, isOfMeasure, measureIn } from './printed.ts'
import { isNear, isPlainlyOf, type Reading } from './sentence.ts'
import { type Member, placeOf, plainnessOf, type Series, seriesOf } from './series.ts'
import { movementsIn } from './trends.ts'

/** How many of the rows or columns a sentence speaks of, and where it says so. */
interface Counted {
  said: string
  at: number
  end: number
  /** How many there are in all; null where the sentence does not say. */
  all: number | null
  /** The least and the most that it can be, of so many. */
  between: (all: number) => [number, number]
  isOnly: boolean
  /** What is counted; empty where the sentence only says how many of them. */
  nouns: string[]
}

/**
 * How many rows or columns of a table beside it a sentence says are above or below a number, or rose or fell: "three of the
 * five", "more than half", "all", "none", "only the north". The count must come out exactly.
 */
export function countsIn(reading: Reading, grids: Grid[], tableOf: (grid: Grid) => number): Assertion[] {
  const counted = reading.mentions.length || movementsIn(reading).length ? countedIn(reading) : []
  return counted.flatMap((count) =>
    best(
      grids.flatMap((grid) => [
        ...thresholds(count, reading).flatMap(({ mention, condition }) => beyond(count, mention, condition, grid)),
        ...(isNear(reading, grid) ? movementsIn(reading) : []).flatMap(({ direction }) =>
          direction ? moved(count, { moved: direction }, grid) : [],
        ),
      ]),
    ),
  )

  function beyond(count: Counted, mention: Mention, condition: Condition, grid: Grid): Assertion[] {
    return seriesOf(grid).flatMap((series): Assertion[] => {
      const plain = plainnessOf(series, reading, mention)
      if (
        !isOfMeasure(mention, series, reading) ||
        !isCounted(count, series.members.length, series.isTurned, grid, reading)
      )
        return []
      const lines = { own: series.members, others: [] as Member[], number: series.number }
      const isUnit = hasUnitOf(mention, series, reading)
      const isMeant = isNear(reading, grid)
        ? plain || measureIn(mention, reading) !== null || isPlainlyOf(reading, grid)
        : isUnit || plain >= 20
      if (!isMeant) return []
      return asserted(count, condition, onlyNamed(count, lines, series), (plain || 0.5) + (isUnit ? 10 : 0), mention.at)
    })
  }

  function moved(count: Counted, condition: Condition, grid: Grid): Assertion[] {
    const paths = pathsOf(grid, reading.locale).filter(({ number, label }) => number === 0 && !label.isTotal)
    return [false, true].flatMap((isTurned) => {
      const own = paths.filter((path) => path.isTurned === isTurned)
      const kinds = new Set(own.map(({ words }) => words.join()))
      return [...kinds].flatMap((kind) => {
        const lines = own.filter(({ words }) => words.join() === kind)
        if (lines.length < 2 || !isCounted(count, lines.length, isTurned, grid, reading)) return []
        const pairs = lines.flatMap(({ steps }) => [steps[0]!, steps.at(-1)!])
        return asserted(count, condition, { own: pairs, others: [], number: 0 }, 1)
      })
    })
  }

  function onlyNamed(count: Counted, lines: Lines, series: Series): Lines | null {
    if (!count.isOnly) return lines
    const named = namedOn(series.grid, series.isTurned, reading).filter(({ at }) => at >= 0)
    const labels = new Set(subjectsNear(count, named, reading)[0] ?? [])
    const own = lines.own.filter(({ label }) => labels.has(label))
    return own.length ? { ...lines, own, others: lines.own.filter(({ label }) => !labels.has(label)) } : null
  }

  function asserted(
    count: Counted,
    condition: Condition,
    lines: Lines | null,
    plainness: number,
    ...bounds: number[]
  ): Assertion[] {
    if (!lines) return []
    const all = 'moved' in condition ? lines.own.length / 2 : lines.own.length
    const [least, most] = count.between(all)
    const test: Test = count.isOnly ? { asks: 'only', condition } : { asks: 'count', condition, least, most }
    if (tested(test, lines.own.map(endsOf), lines.others.map(endsOf)).is !== 'holds') return []
    const place = (member: Member) => placeOf(member, lines.number, tableOf)
    const [own, others] = [lines.own.map(place), lines.others.map(place)]
    return [{ said: count.said, at: count.at, test, bounds, own, others, plainness }]
  }
}

interface Lines {
  own: Member[]
  others: Member[]
  number: number
}

const endsOf = ({ value }: Member) => ({ low: value.value, high: value.max ?? value.value })

/** Is what a sentence counts what the rows or columns of a series are, and are there as many in all? */
function isCounted(
  { all, nouns, isOnly }: Counted,
  size: number,
  isTurned: boolean,
  grid: Grid,
  { locale }: Reading,
): boolean {
  if (all !== null) return all === size
  if (isOnly) return true
  const words = isTurned ? grid.captionWords : [...grid.columns[0]!.words, ...grid.captionWords]
  return !nouns.length || nouns.some((noun) => words.some((word) => related(plain(noun), plain(word), locale)))
}

/** A word without what changes over its vowels when there are several: "städte", "stadt". */
const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '')

function countedIn(reading: Reading): Counted[] {
  return [...numbersIn(reading), ...sharesIn(reading), ...wordsIn(reading)]
}

/** "Three of the five", "three regions". */
function numbersIn({ mentions, text, locale }: Reading): Counted[] {
  const isOf = (between: string) =>
    /^\s(?:\p{L}{1,5}\s){1,2}$/u.test(between) &&
    !new RegExp(`^\\s(?:${longestFirst([...locale.telling.joins, ...locale.to])})\\s`, 'iu').test(between)
  const isOfThem = new RegExp(
    `(?<!\\p{L})(?:${longestFirst([locale.words.of, ...locale.telling.from])}|des)\\s(?:\\p{L}{1,3}\\s)?$`,
    'iu',
  )
  return mentions.flatMap((mention, at): Counted[] => {
    const { value, max, isYear, factor, ordinal, nouns, unit, isWord } = mention
    const isPlain =
      max === undefined && !isYear && !factor && !ordinal && Number.isInteger(value) && value >= 1 && value <= 60
    if (!isPlain || (unit !== null && !isWord && !nouns.length)) return []
    // "of the five" are all
    if (isOfThem.test(text.slice(0, mention.at))) return []
    const next = mentions[at + 1]
    const all = next && isOf(text.slice(mention.end, next.at)) && next.value >= value ? next : null
    if (!all && !nouns.length) return []
    return [
      {
        said: text.slice(mention.at, all ? all.end : mention.end),
        at: mention.at,
        end: all ? all.end : mention.end,
        all: all ? all.value : null,
        between: () => [value, value],
        isOnly: false,
        nouns: all ? [] : nouns,
      },
    ]
  })
}

/** "More than half", "two thirds". */
function sharesIn({ mentions, text, locale }: Reading): Counted[] {
  const isOf = new RegExp(`^\\s(?:${longestFirst([locale.words.of, ...locale.telling.from])}|de[rs]?)\\s`, 'iu')
  return mentions
    .filter(({ factor, end }) => factor === 'share' && isOf.test(text.slice(end)))
    .map(({ at, end, value, approximation }) => ({
      said: text.slice(at, end),
      at,
      end,
      all: null,
      between: (all: number): [number, number] => {
        const part = value * all
        if (approximation === 'over') return [Math.floor(part) + 1, all]
        if (approximation === 'under') return [0, Math.ceil(part) - 1]
        return Number.isInteger(part) ? [part, part] : [1, 0]
      },
      isOnly: false,
      nouns: nounsAfter(text, end, locale),
    }))
}

/** "All", "none", "only". */
function wordsIn({ text, locale }: Reading): Counted[] {
  const names = (['year', 'quarter', 'month'] as const).map((unit) => periodName(unit, locale).slice(0, 5))
  const isTime = new RegExp(`^\\s(?:${longestFirst(names)})`, 'iu')
  const { every, none, only } = locale.comparing
  const found = (words: string[], between: Counted['between'], isOnly = false): Counted[] =>
    [...text.matchAll(new RegExp(`(?<![\\p{L}-])(?:${longestFirst(words)})(?![\\p{L}-])`, 'giu'))]
      .filter((match) => !isTime.test(text.slice(match.index + match[0].length)))
      .map((match) => ({
        said: match[0],
        at: match.index,
        end: match.index + match[0].length,
        all: null,
        between,
        isOnly,
        nouns: isOnly ? [] : nounsAfter(text, match.index + match[0].length, locale),
      }))
  return [...found(every, (all) => [all, all]), ...found(none, () => [0, 0]), ...found(only, (all) => [all, all], true)]
}

/** The next words of a clause that mean something: what "all", "half of" are said of. */
function nounsAfter(text: string, end: number, locale: Locale): string[] {
  const clause = /^[^.,;:()\d]*/.exec(text.slice(end))![0]
  const { over, under, upTo, higher, lower } = locale.telling
  const { above, below } = locale.comparing
  const all = [...over, ...under, ...upTo, ...above, ...below, ...higher, ...lower]
  const bounds = new RegExp(`(?<!\\p{L})(?:${longestFirst(all)})(?!\\p{L})`, 'iu')
  return contentWords(clause.split(bounds)[0]!, locale).slice(0, 3)
}

/** The numbers of a sentence that others are said to be above or below; whether they may be the same, only the count tells. */
function thresholds(
  { at, end }: Counted,
  { mentions, text, locale }: Reading,
): { mention: Mention; condition: Condition }[] {
  const { over, under, upTo, higher, lower } = locale.telling
  const { above, below } = locale.comparing
  const [, clauseEnd] = clauseAround(text, at, locale)
  return mentions.flatMap((mention) => {
    if (mention.at < at || mention.at >= clauseEnd) return []
    if ((mention.at < end && mention.end > at) || mention.factor || mention.max !== undefined) return []
    const before = text.slice(Math.max(0, mention.at - 40), mention.at)
    // "above 10", "more visits than 10"
    const follows = (words: string[], compared: string[]) =>
      new RegExp(
        `(?<!\\p{L})(?:(?:${longestFirst(words)})\\s|(?:${longestFirst(compared)})\\s\\p{L}+\\s\\p{L}{2,4}\\s)$`,
        'iu',
      ).test(before)
    const direction = follows([...over, ...above], higher)
      ? 1
      : follows([...under, ...upTo, ...below], lower)
        ? -1
        : null
    if (direction === null || mention.isYear) return []
    const condition = { beyond: mention.value, direction: direction as 1 | -1 }
    return [false, true].map((orEqual) => ({ mention, condition: { ...condition, orEqual } }))
  })
}
