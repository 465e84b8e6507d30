import { holdsAny } from '../../model/claims/context.ts'
import type { CellNumber, Grid } from '../../model/claims/grid.ts'
import { gives } from '../../model/claims/nearness.ts'
import { fold } from '../../model/text.ts'
import type { Assertion, NumberPlace, Test } from './assertion.ts'
import { best } from './best.ts'
import { clauseAround, listsOf, subjectsNear } from './clauses.ts'
import { type Comparing, comparingIn, longestFirst } from './forms.ts'
import { tested } from './judge.ts'
import { type Named, namedOn } from './named.ts'
import { isOfMeasure } from './printed.ts'
import { says } from './saying.ts'
import { isNear, isPlainlyOf, type Reading } from './sentence.ts'
import {
  type Member,
  measureOf,
  numberAt,
  placeOf,
  plainnessOf,
  type Series,
  saysLine,
  seriesOf,
  subjectsOf,
} from './series.ts'

/**
 * What a sentence says of the order of rows or columns that it names: "the highest", "slowest", "third", "lower than", "twice as
 * much as", "on a level with". Each word is taken for the numbers that it fits and of which the sentence speaks most plainly.
 * One that none fits asserts nothing.
 */
export function ordersIn(reading: Reading, grids: Grid[], tableOf: (grid: Grid) => number): Assertion[] {
  const comparing = comparingIn(reading.text, reading.mentions, reading.locale)
  if (!comparing.length) return []
  const candidates = grids.flatMap((grid) =>
    [false, true].flatMap((isTurned) => {
      const named = namedOn(grid, isTurned, reading)
      if (!named.length) return []
      const lines = seriesOf(grid).filter((series) => series.isTurned === isTurned)
      return lines.map((series) => ({ series, named }))
    }),
  )
  const found = comparing.map((word) =>
    candidates.flatMap(({ series, named }) => {
      const assertion = borneOut(word, series, named, reading, tableOf)
      return assertion ? [{ series, assertion }] : []
    }),
  )
  // "cheapest in the north and dearest in the south" speaks of one line of numbers
  const lines = new Map<Series, number>()
  for (const { series, assertion } of found.flat())
    if (assertion.plainness > 0) lines.set(series, (lines.get(series) ?? 0) + 1)
  return found.flatMap((all) => {
    const raised = all.map(({ series, assertion }) => ({
      ...assertion,
      plainness: assertion.plainness + ((lines.get(series) ?? 1) - 1) * shared,
    }))
    const chosen = best(raised)
    const meant = new Set(chosen.map((each) => numbersOf(each, grids, tableOf)))
    const tables = new Set(chosen.map(({ own }) => own[0]!.table))
    const lineOf = (each: Assertion) => lineName(all.find(({ assertion }) => isSameReading(assertion, each))!.series)
    const names = new Set(chosen.filter(({ plainness }) => plainness >= 1).map(lineOf))
    const repeated = raised.filter(
      (each) =>
        !tables.has(each.own[0]!.table) &&
        (meant.has(numbersOf(each, grids, tableOf)) || (each.plainness > 0 && names.has(lineOf(each)))),
    )
    return [...chosen, ...repeated]
  })
}

/** What a line is called: of one that is called the same in another table, the same is said. */
const lineName = (series: Series) => `${fold(measureOf(series).text)} ${series.number}`

const isSameReading = (one: Assertion, other: Assertion) => one.own === other.own

/** The numbers that an assertion rests on, as a text: tables that have the same ones repeat each other. */
function numbersOf({ test, own, others }: Assertion, grids: Grid[], tableOf: (grid: Grid) => number): string {
  const values = (places: NumberPlace[]) =>
    places
      .map(({ table, row, column, number }) => {
        const grid = grids.find((each) => tableOf(each) === table)!
        return numberAt(grid, row, column, number)?.value
      })
      .sort()
  return JSON.stringify([test, values(own), values(others)])
}

/** How much plainer a line is meant that fits another word of the sentence too. */
const shared = 0.6

function borneOut(
  word: Comparing,
  series: Series,
  named: Named[],
  reading: Reading,
  tableOf: (grid: Grid) => number,
): Assertion | null {
  const plain = plainnessOf(series, reading, word)
  const near = isNear(reading, series.grid)
  for (const [index, { own, others }] of comparedIn(word, series, named, reading).entries()) {
    if (!own.length || !others.length) continue
    const given = own.some(({ value }) => isGiven(value, series, reading))
    const isAmong = near && isOfAll(word, own.length + others.length, reading)
    const isLone =
      (isAmong || isPlainlyOf(reading, series.grid)) && word.kind !== 'comparative' && word.kind !== 'alike'
    const isBoth = others.every(({ label }) => named.some((one) => one.label === label))
    const plainness = (plain && plain + (isBoth ? 10 : 0) + (given ? 20 : 0)) || (given ? 20 : isLone ? 0.5 : 0)
    if (!plainness || (word.direction === null && !near && !given && (plain < 12 || measureOf(series).isTotal)))
      continue
    const counts = others.flatMap(({ value }) => numberAt(series.grid, value.row, value.column, 0) ?? [])
    const isWeighted = series.number === 1 && value0(series) === '%' && counts.length === others.length
    const shares = others.flatMap((other, at) => [{ label: other.label, value: counts[at]! }, other])
    const withOf = (each: Test) => (each.asks === 'beyond mean' && isWeighted ? shares : others)
    const test = testsOf(word, others.length > 2, isWeighted).find((each) => isBorneOut(each, own, withOf(each)))
    if (!test) continue
    const place = (member: Member) => placeOf(member, series.number, tableOf)
    // whom a word is said of less likely, of numbers further back in the cells, of rows sooner than of columns
    const rank = plainness - index * 5 - (series.isTurned ? 0.05 : 0) - numberRank(series, reading)
    return {
      said: word.word,
      at: word.at,
      test,
      bounds: [],
      own: own.map(place),
      others: withOf(test).map((member, at) =>
        withOf(test) === others ? place(member) : placeOf(member, at % 2, tableOf),
      ),
      plainness: rank,
    }
  }
  return null
}

/** The first number of a cell is meant sooner, but either where the names of the line speak of per cent, and where a sentence speaks of a share that in per cent. */
function numberRank(series: Series, { text, locale }: Reading): number {
  const { number, members, grid } = series
  const names = `${measureOf(series).text} ${grid.table.caption ?? ''}`
  const isEither = says(
    names,
    locale.percent.filter((way) => /\p{L}/u.test(way)),
    locale,
  )
  if (isEither && !holdsAny(text, locale.comparing.share)) return 0
  const isShare = members[0]!.value.measure === '%' && holdsAny(text, [...locale.comparing.share, ...locale.percent])
  return number / 10 - (isShare ? 0.3 : 0)
}

const value0 = ({ members }: Series) => members[0]!.value.measure

/** "Of the four": as many as are compared. */
function isOfAll({ end }: Comparing, size: number, { mentions }: Reading): boolean {
  return mentions.some(({ at, value }) => at >= end && at - end < 30 && value === size)
}

/** Does a sentence give a number, beside its table or in its measure? */
function isGiven(value: CellNumber, series: Series, reading: Reading): boolean {
  const near = isNear(reading, series.grid)
  return reading.mentions.some(
    (mention) =>
      isTelling(mention.value) &&
      gives(mention, value) !== null &&
      isOfMeasure(mention, series, reading) &&
      (near || (value.measure !== null && mention.unit !== null)),
  )
}

/** A number that is hardly given by chance. */
const isTelling = (value: number) => !Number.isInteger(value) || Math.abs(value) > 20

function isBorneOut(test: Test, own: Member[], others: Member[]): boolean {
  const ends = (all: Member[]) => all.map(({ value }) => ({ low: value.value, high: value.max ?? value.value }))
  return tested(test, ends(own), ends(others)).is === 'holds'
}

function testsOf({ kind, direction, place, factor }: Comparing, isOfMany: boolean, isWeighted: boolean): Test[] {
  const directions = direction === null ? ([1, -1] as const) : [direction]
  switch (kind) {
    case 'times':
      return [{ asks: 'times', factor }]
    case 'alike':
      return [{ asks: 'equal' }]
    case 'rank':
      return directions.map((points) => ({ asks: 'rank', place, direction: points }))
    default: {
      const each = directions.map((points): Test => ({ asks: 'order', direction: points }))
      // "higher than the others" may mean them all together
      const together = directions.map((points): Test => ({ asks: 'beyond mean', direction: points, isWeighted }))
      return kind === 'comparative' && isOfMany ? [...each, ...together] : each
    }
  }
}

/** Whom a word is said of and with whom it compares them, the likelier first: all others, or those that it names. */
function comparedIn(
  word: Comparing,
  series: Series,
  named: Named[],
  reading: Reading,
): { own: Member[]; others: Member[] }[] {
  const member = new Map([...series.members, ...series.totals].map((each) => [each.label, each]))
  const isMember = new Set(series.members.map(({ label }) => label))
  const membersOf = (labels: number[]) => labels.flatMap((label) => member.get(label) ?? [])
  const rest = (labels: number[]) => peersOf(series, labels).filter(({ label }) => !labels.includes(label))
  // who was spoken of before is meant by plain words only
  const isPlain = word.direction !== null && word.kind !== 'comparative' && saysLine(series, reading, word)
  const near = subjectsNear(word, isPlain ? named : named.filter(({ at }) => at >= 0), reading)
  const isAll = word.kind === 'superlative' || word.kind === 'rank'
  if (isAll) {
    const enough = (own: number[]) => own.length + rest(own).length >= 3
    return near
      .map((labels) => labels.filter((label) => isMember.has(label)))
      .filter((labels) => labels.length && enough(labels) && (word.kind !== 'rank' || labels.length === 1))
      .map((labels) => ({ own: membersOf(labels), others: rest(labels) }))
  }
  const [from, to] = clauseAround(reading.text, word.at, reading.locale)
  const within = (low: number, high: number) =>
    listsOf(
      named.filter(({ at }) => at >= low && at < high),
      reading.text,
      reading.locale,
    )
  const sets = [within(from, to), within(0, reading.text.length)].filter((lists) => lists.length > 1)
  const several = sets.map((lists) => {
    const own = Math.max(
      0,
      lists.findLastIndex(([first]) => first!.at < word.at),
    )
    const labels = lists[own]!.map(({ label }) => label)
    const next = (lists[own + 1] ?? lists[own - 1]!).map(({ label }) => label)
    return { own: membersOf(labels), others: membersOf(next.filter((label) => !labels.includes(label))) }
  })
  if (word.kind === 'alike') {
    const listed = near.filter((labels) => labels.length > 1)
    const among = listed.map((labels) => ({ own: membersOf(labels.slice(0, 1)), others: membersOf(labels.slice(1)) }))
    const inClause = within(from, to).length > 1 ? several.slice(0, 1) : []
    return [...inClause, ...among, ...several]
  }
  const isOfRest = word.kind === 'times' || speaksOfRest(word, reading)
  const others = near
    .map((labels) => labels.filter((label) => isMember.has(label)))
    .filter((labels) => labels.length)
    .map((labels) => ({ own: membersOf(labels), others: rest(labels) }))
  if (!isOfRest) return several
  // "in other words, more in the north than in the south": the rest is meant where it is said behind the word, or nobody else is
  const isBehind = word.kind !== 'times' && speaksOfRest(word, reading, word.end)
  const inClause = within(from, to).length > 1 ? several.slice(0, 1) : []
  return isBehind ? [...others, ...several] : [...inClause, ...others, ...several]
}

/** Those of the same kind: where an entity is spoken of, the rows or columns that name others of its type. */
function peersOf(series: Series, labels: number[]): Member[] {
  const subjects = subjectsOf(series)
  const isEntity = labels.every((label) => subjects[label]!.entities.length)
  return isEntity ? series.members.filter(({ label }) => subjects[label]!.entities.length) : series.members
}

/** "Than the others" compares with all of them. */
function speaksOfRest({ at }: Comparing, { text, locale }: Reading, behind = 0): boolean {
  const [from, to] = clauseAround(text, at, locale)
  const words = longestFirst(locale.checks.remaining)
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu').test(text.slice(Math.max(from, behind), to))
}
