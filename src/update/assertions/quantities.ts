import { holdsAny } from '../../model/claims/context.ts'
import type { Grid } from '../../model/claims/grid.ts'
import type { Mention } from '../../model/claims/mentions.ts'
import type { Assertion, Operation, Test } from './assertion.ts'
import { best } from './best.ts'
import { clauseAround, subjectsNear } from './clauses.ts'
import { comparingIn, longestFirst } from './forms.ts'
import { tested } from './judge.ts'
import { namedOn } from './named.ts'
import { pathsOf } from './paths.ts'
import { hasUnitOf, isOfMeasure, measureIn, printedAs } from './printed.ts'
import { says } from './saying.ts'
import { isNear, type Reading } from './sentence.ts'
import { type Member, numberAt, placeOf, plainnessOf, type Series, seriesOf } from './series.ts'
import { movementsIn, spokenOf } from './trends.ts'

/** Numbers that one of a sentence may follow from, and how. */
interface Candidate {
  operation: Operation
  members: Member[]
  number: number
  plainness: number
}

/**
 * The numbers of a sentence that follow from those of a table beside it without its naming the cells: a difference, a range, an
 * average, a sum, the largest, how many times. The words must tell of the operation, and the number must come out exactly.
 */
export function quantitiesIn(reading: Reading, grids: Grid[], tableOf: (grid: Grid) => number): Assertion[] {
  const near = grids.filter((grid) => isNear(reading, grid))
  const far = grids.filter((grid) => !isNear(reading, grid))
  const mentions = reading.mentions.filter(({ isYear, ordinal }) => !isYear && !ordinal)
  if (!mentions.length) return []
  const ranges = rangesIn(mentions, reading).flatMap(({ low, high }) =>
    best(near.flatMap((grid) => rangeIn(low, high, grid))),
  )
  const numbers = mentions.flatMap((mention) => {
    if (mention.factor === 'times' || mention.max !== undefined) return []
    const candidates = near.flatMap((grid) => candidatesIn(mention, grid, reading))
    const found = best(candidates.flatMap((candidate) => fitting(mention, candidate)))
    return found.length ? found : best(farSpreads(mention, far).flatMap((candidate) => fitting(mention, candidate)))
  })
  return [...ranges, ...numbers, ...shares(numbers)]

  /** A difference or average in the very unit of a table elsewhere, to its last digit. */
  function farSpreads(mention: Mention, all: Grid[]): Candidate[] {
    const isTelling = !Number.isInteger(mention.value) || mention.value >= 100
    const { comparing, telling } = reading.locale
    const isSpread = says(reading.text, comparing.difference, reading.locale)
    if (!isTelling || !(isSpread || says(reading.text, telling.average, reading.locale))) return []
    return all.flatMap(seriesOf).flatMap((series): Candidate[] => {
      if (!hasUnitOf(mention, series, reading) || isOrdered(series, reading)) return []
      const operation = isSpread ? 'spread' : 'average'
      return [{ operation, members: series.members, number: series.number, plainness: 0.6 }]
    })
  }

  /** Beside a difference that is known, the same in per cent. */
  function shares(known: Assertion[]): Assertion[] {
    const spreads = known.filter(({ test }) => test.asks === 'number' && test.operation === 'spread')
    return mentions.flatMap((mention) =>
      measureIn(mention, reading) !== '%' || known.some(({ at }) => at === mention.at)
        ? []
        : spreads.slice(0, 1).flatMap((spread) =>
            (['spread of smallest', 'spread of largest'] as const).flatMap((operation): Assertion[] => {
              const test: Test = { asks: 'number', operation, printed: printedAs(mention, reading) }
              const numbers = spread.own.flatMap(({ table, row, column, number }) => {
                const grid = grids.find((each) => tableOf(each) === table)!
                return numberAt(grid, row, column, number) ?? []
              })
              const isBorneOut =
                tested(
                  test,
                  numbers.map((value) => endsOf({ label: 0, value })),
                  [],
                ).is === 'holds'
              const said = reading.text.slice(mention.at, mention.end)
              return isBorneOut ? [{ ...spread, said, at: mention.at, test }] : []
            }),
          ),
    )
  }

  function fitting(mention: Mention, { operation, members, number, plainness }: Candidate): Assertion[] {
    const test: Test = { asks: 'number', operation, printed: printedAs(mention, reading) }
    if (tested(test, members.map(endsOf), []).is !== 'holds') return []
    const own = members.map((member) => placeOf(member, number, tableOf))
    return [
      {
        said: reading.text.slice(mention.at, mention.end),
        at: mention.at,
        test,
        bounds: [],
        own,
        others: [],
        plainness,
      },
    ]
  }

  function rangeIn(low: Mention, high: Mention, grid: Grid): Assertion[] {
    const test: Test = {
      asks: 'range',
      low: printedAs({ ...low, approximation: null }, reading),
      high: printedAs(high, reading),
    }
    const { max: _, ...only } = test.low
    const ends: Test = { ...test, low: only, high: low === high ? { ...test.high, value: high.max! } : test.high }
    return seriesOf(grid).flatMap((series): Assertion[] => {
      const plainness = plainnessOf(series, reading, low) || 0.5
      if (!isOfMeasure(high, series, reading) || tested(ends, series.members.map(endsOf), []).is !== 'holds') return []
      const own = series.members.map((member) => placeOf(member, series.number, tableOf))
      const said = reading.text.slice(low.at, high.end)
      return [{ said, at: low.at, test: ends, bounds: [], own, others: [], plainness: plainness - series.number / 10 }]
    })
  }
}

const endsOf = ({ value }: Member) => ({ low: value.value, high: value.max ?? value.value })

/** The pairs of numbers between which others lie: "between 4 and 9", "from 5.1 to 7.4", "4–9". */
function rangesIn(mentions: Mention[], { text, locale }: Reading): { low: Mention; high: Mention }[] {
  const { comparing, telling, to } = locale
  const before = new RegExp(`(?<!\\p{L})(?:${longestFirst([...comparing.between, ...telling.from])})\\s+$`, 'iu')
  const joint = new RegExp(`^\\s?(?:\\p{L}{1,12}\\.?|%)?\\s?(?:${longestFirst([...telling.joins, ...to])})\\s$`, 'iu')
  return mentions.flatMap((low, at) => {
    if (low.max !== undefined) return [{ low, high: low }]
    const high = mentions[at + 1]
    const isPair =
      high !== undefined &&
      high.max === undefined &&
      high.value > low.value &&
      before.test(text.slice(Math.max(0, low.at - 20), low.at)) &&
      joint.test(text.slice(low.end, high.at))
    return isPair ? [{ low, high }] : []
  })
}

function candidatesIn(mention: Mention, grid: Grid, reading: Reading): Candidate[] {
  const { text, locale } = reading
  if (mention.factor) return sharesIn(mention, grid, reading)
  const { comparing, telling } = locale
  const said = text.slice(...clauseAround(text, mention.at, locale))
  const isPercent = measureIn(mention, reading) === '%'
  const isTelling = !Number.isInteger(mention.value) || mention.value >= 10
  const isTimes = isHowManyTimes(mention, reading)
  const superlative = comparingIn(said, [], locale).some(({ kind }) => kind === 'superlative')
  const found: Candidate[] = []
  for (const series of seriesOf(grid)) {
    const plain = plainnessOf(series, reading, mention)
    const isSame = isOfMeasure(mention, series, reading)
    const isRelative = isPercent && series.members[0]!.value.measure !== '%'
    const plainness = (plain || 0.5) - series.number / 10 - (series.isTurned ? 0.05 : 0)
    if (!isTelling && !plain && measureIn(mention, reading) === null && !isTimes) continue
    const add = (members: Member[], ...operations: Operation[]) =>
      found.push(...operations.map((operation) => ({ operation, members, number: series.number, plainness })))
    const labels = namedOn(grid, series.isTurned, reading).filter(({ at }) => at >= 0)
    const named = [...new Set(labels.map(({ label }) => label))].flatMap(
      (label) => [...series.members, ...series.totals].find((member) => member.label === label) ?? [],
    )
    const isUnnamed = named.length === 0 || named.length > 2
    if (isTimes) add(named.length === 2 ? named : series.members, 'times')
    else if (says(text, comparing.difference, locale) && !isOrdered(series, reading)) {
      if (isRelative) {
        if (named.length === 2) add(named, 'spread of smallest', 'spread of largest')
        else add(series.members, 'spread of smallest', 'spread of largest')
      } else if (isSame) add(named.length === 2 ? named : series.members, 'spread')
    }
    if (reading.isFollowed(mention)) continue
    if (isSame && !isRelative && isUnnamed) {
      if (says(text, telling.average, locale) && series.members.length > 2) add(series.members, 'average')
      if (says(text, telling.together, locale)) add(series.members, 'sum')
    }
    if (isSame && !isRelative && superlative && !labels.length) add(series.members, 'largest', 'smallest')
  }
  return [...found, ...changesIn(mention, grid, reading, isPercent)]
}

/** "More than one in five" of what a column or row in per cent tells the share of, "grew by half". */
function sharesIn(mention: Mention, grid: Grid, reading: Reading): Candidate[] {
  if (reading.isFollowed(mention)) return []
  const ofCells = seriesOf(grid).flatMap((series): Candidate[] => {
    const plainness = plainnessOf(series, reading, mention)
    if (!plainness || series.members[0]!.value.measure !== '%') return []
    const labels = namedOn(grid, series.isTurned, reading)
    const [near] = subjectsNear(
      mention,
      labels.filter(({ at }) => at >= 0),
      reading,
    )
    const members = near
      ? [...series.members, ...series.totals].filter(({ label }) => near.includes(label))
      : series.totals
    return members.length === 1 ? [{ operation: 'hundredth', members, number: series.number, plainness }] : []
  })
  const moves = movementsIn(reading).filter(({ at }) => Math.abs(at - mention.at) < 20)
  const growing = moves.flatMap(({ at }) =>
    spokenOf(pathsOf(grid, reading.locale), at, reading).map(({ path, plainness }): Candidate => {
      const members = [path.steps[0]!, path.steps.at(-1)!]
      return { operation: 'growth', members, number: path.number, plainness }
    }),
  )
  return [...ofCells, ...growing]
}

/** Times have an order: what lies between the first and the last of them is a change, not a spread. */
const isOrdered = (series: Series, { locale }: Reading) =>
  pathsOf(series.grid, locale).some(
    ({ isTurned, steps }) =>
      isTurned !== series.isTurned && series.members.every(({ label }) => steps.some((step) => step.label === label)),
  )

/** "Rose by 300", "12 per cent more than in 2019": from one time to another of the row that is named, or of the sum. */
function changesIn(mention: Mention, grid: Grid, reading: Reading, isPercent: boolean): Candidate[] {
  const { difference } = reading.locale.comparing
  const [movement] = movementsIn(reading).toSorted((a, b) => Math.abs(a.at - mention.at) - Math.abs(b.at - mention.at))
  if ((!movement && !holdsAny(reading.text, difference)) || reading.isFollowed(mention)) return []
  if (Number.isInteger(mention.value) && mention.value < 10 && !mention.unit) return []
  return spokenOf(pathsOf(grid, reading.locale), movement?.at ?? mention.at, reading).flatMap(({ path, plainness }) => {
    const { steps, number } = path
    const isOwnPercent = steps[0]!.value.measure === '%'
    const operation: Operation = isPercent && !isOwnPercent ? 'change' : 'difference'
    const pairs = [[steps[0]!, steps.at(-1)!], steps.slice(-2)]
    return pairs.map((members) => ({ operation, members, number, plainness }))
  })
}

const known = new Map<string, RegExp>()

/** "3.2 times", "1,8 gange": the word stands in the phrases for "three times as". */
function isHowManyTimes({ end }: Mention, { text, locale }: Reading): boolean {
  let pattern = known.get(locale.tag)
  if (!pattern) {
    const numbers = Object.keys(locale.numberWords).toSorted((a, b) => b.length - a.length)
    const words = Object.keys(locale.telling.times).flatMap((phrase) => {
      const number = numbers.find((word) => phrase.startsWith(word))
      const word = number && /^[\s-]?(\p{L}{3,})\s/u.exec(phrase.slice(number.length))?.[1]
      return word ? [word] : []
    })
    pattern = new RegExp(`^[\\s-]?(?:${longestFirst([...new Set(words)])})(?!\\p{L})`, 'iu')
    known.set(locale.tag, pattern)
  }
  return pattern.test(text.slice(end))
}
