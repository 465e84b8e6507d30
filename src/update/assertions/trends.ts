import type { Grid } from '../../model/claims/grid.ts'
import { related } from '../../model/claims/words.ts'
import { fold } from '../../model/text.ts'
import type { Assertion, Condition } from './assertion.ts'
import { best } from './best.ts'
import { clauseAround, subjectsNear } from './clauses.ts'
import { longestFirst } from './forms.ts'
import { type Ends, meeting, tested } from './judge.ts'
import { namedOn } from './named.ts'
import { type Path, pathsOf } from './paths.ts'
import { isSamePeriod, periodName, periodsIn } from './periods.ts'
import { isNear, type Reading } from './sentence.ts'
import { type Member, measureOf, placeOf, plainnessOf, type Series, seriesOf } from './series.ts'

/** A word that says where numbers went from one time to another. */
export interface Movement {
  word: string
  at: number
  direction: 1 | -1 | 0
}

/** The words of a text that say where numbers went: "rose", "fell", "unchanged". */
export function movementsIn({ text, locale }: Reading): Movement[] {
  const { rising, falling, steady } = locale.comparing
  const found = [
    { words: rising, direction: 1 as const },
    { words: falling, direction: -1 as const },
    { words: steady, direction: 0 as const },
  ].flatMap(({ words, direction }) =>
    [...text.matchAll(new RegExp(`(?<![\\p{L}-])(?:${longestFirst(words)})(?![\\p{L}-])`, 'giu'))].map((match) => ({
      word: match[0],
      at: match.index,
      direction,
    })),
  )
  // a word with a capital inside a sentence is a name's
  const isName = ({ at, word }: Movement) => at > 0 && /^\p{Lu}/u.test(word) && !locale.capitalNouns
  return found.filter((each) => !isName(each)).toSorted((a, b) => a.at - b.at)
}

/** What a sentence says of where numbers went: between two times that a table has, at every step, or by the sign of a change. */
export function trendsIn(reading: Reading, grids: Grid[], tableOf: (grid: Grid) => number): Assertion[] {
  const movements = movementsIn(reading)
  if (!movements.length) return []
  return movements.flatMap((movement) =>
    best([
      ...grids.flatMap((grid) => alongPaths(movement, grid, reading, tableOf)),
      ...grids.flatMap((grid) => bySign(movement, grid, reading, tableOf)),
    ]),
  )
}

function alongPaths(
  { word, at, direction }: Movement,
  grid: Grid,
  reading: Reading,
  tableOf: (grid: Grid) => number,
): Assertion[] {
  const all = pathsOf(grid, reading.locale)
  if (!all.length) return []
  const everyStep = isEveryStep(reading)
  return spokenOf(all, at, reading).flatMap(({ path, plainness, isOfIt }): Assertion[] => {
    if (!isOfIt) return []
    const test = { asks: 'trend' as const, direction, everyStep }
    const own = stretches(path, at, reading, everyStep).find(
      (steps) => tested(test, steps.map(endsOf), []).is === 'holds',
    )
    if (!own) return []
    const places = own.map((member) => placeOf(member, path.number, tableOf))
    return [{ said: word, at, test, bounds: [], own: places, others: [], plainness: plainness - path.number / 10 }]
  })
}

/** A path that a sentence can speak of, and whether it says what its numbers are. */
interface Spoken {
  path: Path
  plainness: number
  isOfIt: boolean
}

/** How many characters from a word of movement what moves is said. */
const beside = 60

/** The paths that a sentence can speak of at a word: of the row or column that it names, else of the sum of all or the only one. */
export function spokenOf(all: Path[], at: number, reading: Reading): Spoken[] {
  return [false, true].flatMap((isTurned) => {
    const own = all.filter((path) => path.isTurned === isTurned)
    if (!own.length) return []
    const { grid } = own[0]!
    const named = namedOn(grid, isTurned, reading)
    const near = isNear(reading, grid)
    const around = {
      ...reading,
      words: [...reading.words.filter((word) => Math.abs(word.at - at) <= beside), ...reading.earlier],
    }
    const next = reading.words.filter((word) => !word.isSmall && word.at > at && word.at < at + beside / 2).slice(1, 3)
    const isNext = ({ words: own }: Path) =>
      own.some((each) => next.some(({ text }) => related(each, text, reading.locale)))
    const captioned = grid.captionWords.filter((each) => each.length > 3 && said(each, around)).length
    const [subjects] = subjectsNear({ at, end: at }, named, reading)
    const measures = isTurned ? [reading, around].map((each) => measuresSaid(grid, each)) : []
    const measured = measures.find((all) => all.length) ?? []
    const subject = subjects?.length === 1 ? subjects[0]! : measured.length === 1 ? measured[0]! : null
    const isOnly = new Set(own.map((path) => path.subject)).size === 1
    return own.flatMap((path) => {
      const isSubject = subject === null ? path.label.isTotal || isOnly : path.subject === subject
      const isMeasured = path.words.some((each) => said(each, around))
      const isOnlyMeasure = own.every((other) => other.words.join() === path.words.join())
      const isOfIt = isMeasured || (isTurned && subject === path.subject) || (isOnlyMeasure && captioned > 0)
      if (!isSubject || !(isOfIt || (near && isOnlyMeasure))) return []
      if (!near && !(isMeasured && captioned && subject !== null)) return []
      return [
        {
          path,
          isOfIt,
          plainness:
            (isNext(path) ? 16 : 1) + (isOfIt ? 20 : 0) + captioned * 3 + (near ? 10 : 0) + (subject === null ? 0 : 5),
        },
      ]
    })
  })
}

/** The columns of which a text says most of the words. */
function measuresSaid({ columns, stubs }: Grid, reading: Reading): number[] {
  return columns.flatMap(({ words, isTotal }, at) => {
    if (at < stubs) return []
    const own = words.filter((word) => word.length > 2)
    const found = own.filter((word) => said(word, reading))
    return !isTotal && own.length && found.length / own.length >= 0.5 ? at : []
  })
}

const said = (word: string, { words, locale }: Reading) =>
  words.some(({ text, isSmall }) => !isSmall && related(text, word, locale))

const endsOf = ({ value }: Member): Ends => ({ low: value.value, high: value.max ?? value.value })

/** The steps that a sentence can mean, the likelier first: between the times that it names, from one to the last, or all. */
function stretches({ steps }: Path, at: number, { text, locale }: Reading, everyStep: boolean): Member[][] {
  const clause = clauseAround(text, at, locale)
  const inClause = periodsIn(text.slice(...clause), locale)
  const periods = inClause.length ? inClause : periodsIn(text, locale)
  const named = steps.flatMap(({ period }, at) => (periods.some((each) => isSamePeriod(each, period)) ? at : []))
  const [first, last] = [named[0], named.at(-1)]
  const count = inARow(text, locale)
  if (count) return steps.length > count ? [steps.slice(-count - 1)] : []
  const all = [steps, steps.slice(-2)]
  if (first === undefined || last === undefined) return everyStep ? [steps] : all
  if (first !== last) return [steps.slice(first, last + 1)]
  const around = [steps.slice(first), steps.slice(Math.max(0, first - 1), first + 1), steps.slice(0, first + 1)]
  return around.filter((stretch) => stretch.length > 1)
}

/** "For the third year in a row": three; null where none is told. */
function inARow(text: string, { comparing, numberWords }: Reading['locale']): number | null {
  const rows = longestFirst(comparing.inARow)
  if (!new RegExp(`(?<!\\p{L})(?:${rows})(?!\\p{L})`, 'iu').test(text)) return null
  const words = { ...numberWords, ...comparing.ordinals }
  const pattern = new RegExp(
    `(?<!\\p{L})(?:(${longestFirst(Object.keys(words))})|(\\d+))(?:e[nrsm]?|\\.|st|nd|rd|th)?(?!\\p{L})`,
    'giu',
  )
  const counts = [...text.matchAll(pattern)].map(([, word, digits]) => (word ? words[fold(word)]! : Number(digits)))
  return counts.find((count) => count >= 2 && count <= 20) ?? null
}

/** "Every year", "hvert kvartal". */
function isEveryStep({ text, locale }: Reading): boolean {
  const names = (['year', 'quarter', 'month'] as const).map((unit) => periodName(unit, locale).slice(0, 5))
  const every = longestFirst(locale.comparing.every)
  const rows = longestFirst(locale.comparing.inARow)
  return new RegExp(`(?<!\\p{L})(?:(?:${every}) (?:${names.join('|')})|(?:${rows})(?!\\p{L}))`, 'iu').test(text)
}

/** A table of changes says by its signs what rose and fell. */
function bySign(
  { word, at, direction }: Movement,
  grid: Grid,
  reading: Reading,
  tableOf: (grid: Grid) => number,
): Assertion[] {
  if (direction === 0 || !isNear(reading, grid)) return []
  const condition: Condition = { beyond: 0, direction, orEqual: false }
  return seriesOf(grid)
    .filter((series) => tellsChange(series, reading))
    .flatMap((series): Assertion[] => {
      const [subjects] = subjectsNear({ at, end: at + word.length }, namedOn(grid, series.isTurned, reading), reading)
      const own = subjects
        ? [...series.members, ...series.totals].filter(({ label }) => subjects.includes(label))
        : series.totals.slice(0, 1)
      const plainness = plainnessOf(series, reading, { at, end: at + word.length })
      const isSaid = own.length > 0 && meeting(own.map(endsOf), condition) === own.length
      if (!plainness || !isSaid) return []
      const places = own.map((member) => placeOf(member, series.number, tableOf))
      const test = { asks: 'count' as const, condition, least: own.length, most: own.length }
      return [{ said: word, at, test, bounds: [], own: places, others: [], plainness: plainness / 2 }]
    })
}

/** Do the names of a line or of what stands in its table tell that it has changes? */
function tellsChange(series: Series, { locale }: Reading): boolean {
  const { grid, isTurned } = series
  const names = isTurned ? [grid.columns[0]!.text, grid.table.caption ?? ''] : [measureOf(series).text]
  const words = locale.comparing.difference
  return names.some((name) => new RegExp(`(?<!\\p{L})(?:${longestFirst(words)})(?!\\p{L})`, 'iu').test(name))
}
