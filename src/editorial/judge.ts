import type { Paragraph } from 'mdast'
import type { Locale } from '../locale/locale.ts'
import type { Grid, Label } from '../model/claims/grid.ts'
import { type Mention, mentionsIn } from '../model/claims/mentions.ts'
import { entityFinder } from '../model/claims/naming.ts'
import { gives } from '../model/claims/nearness.ts'
import { passagesIn } from '../model/claims/prose.ts'
import { measureOf } from '../model/claims/units.ts'
import { isAkin } from '../model/claims/words.ts'
import { isNamed } from '../model/entities.ts'
import type { Report } from '../model/report.ts'
import { numbersIn } from '../model/values.ts'
import { slice } from '../origin/traced.ts'
import { type Asserted, assertedIn, type Found } from '../update/asserted.ts'
import type { NumberPlace } from '../update/assertions/assertion.ts'
import { assertionsIn } from '../update/assertions/assertions.ts'
import { comparingIn } from '../update/assertions/forms.ts'
import { namedOn } from '../update/assertions/named.ts'
import { repeatsIn } from '../update/assertions/repeats.ts'
import { type Reading, readingOf } from '../update/assertions/sentence.ts'
import { type Change, cellName } from '../update/changes.ts'
import { exchanged } from '../update/print.ts'
import { sentencesToRead } from '../update/readings.ts'
import type { ReportSentence } from '../update/sentences.ts'
import type { Stale } from '../update/stale.ts'
import type { CellChange, WordChange } from './locate.ts'
import { type CellPlace, tablesAround, type Versions } from './versions.ts'

/** What changed cells make of something that a statement says. */
export interface Verdict {
  kind: 'holds' | 'untrue'
  /** The words of the statement. */
  said: string
  /** The same as the report has it now; null where it cannot be put so. */
  now: string | null
  /** The cells it was held against; none where it repeats words. */
  cells: CellChange[]
}

/** What the changes of its basis make of a statement. */
export interface Judgement {
  verdicts: Verdict[]
  /** Changed cells that it speaks of in words that no reader of ours can decide. */
  undecided: CellChange[]
}

/** A statement with what changed below it. */
export interface Judged {
  text: string
  /** What it is for: a statement for an entity speaks of it without naming it. */
  about: string | null
  changes: CellChange[]
  words: WordChange[]
  /** The sentences that it rests on and that became stale themselves. */
  sentences: Stale[]
  /** Does it rest on one row of a table and no other? */
  isNarrow: boolean
  report: Report
  locale: Locale
}

/**
 * Reads a statement as a sentence that stands at its tables: the numbers it repeats, what it compares, counts and reckons, each held
 * against the cells as they are now. Of what is left, a person must read what speaks of a changed cell.
 */
export function judge(judged: Judged): Judgement {
  const versions = tablesAround(judged.changes, judged.report, judged.locale)
  const sentences = sentencesOf(judged, versions)
  const isOwn = ({ assertion }: Asserted) => !isOfAnother([...assertion.own, ...assertion.others], judged, versions)
  const all = assertedIn(sentences, versions.before, versions.after, judged.locale)
  const asserted = all.filter(isOwn).map((each) => ({
    ...each,
    cells: each.verdict.changes.flatMap((change) => ownChange(change, judged.changes)),
  }))
  const verdicts = [
    ...asserted.flatMap(({ assertion, verdict, now, cells }): Verdict[] =>
      verdict.is === 'undecided'
        ? []
        : [{ kind: verdict.is, said: assertion.said, now: verdict.is === 'untrue' ? now : null, cells }],
    ),
    ...repeatedWords(judged),
  ]
  const decided = new Set(verdicts.flatMap(({ cells }) => cells.map(cellName)))
  const open = asserted.filter(({ verdict }) => verdict.is === 'undecided').flatMap(({ cells }) => cells)
  const report = { ...judged.report, tables: versions.before }
  const toRead = sentencesToRead(sentences, report, versions.after, judged.locale).flatMap(({ changes }) =>
    changes.flatMap((change) => ownChange(change, judged.changes)),
  )
  const spoken = judged.changes.filter((change) => speaksOf(change, judged, versions))
  // a word that cannot be decided stays so, whatever the others say of its cell
  const rest = [...toRead, ...spoken].filter((change) => !decided.has(cellName(change)))
  return { verdicts, undecided: [...new Set([...open, ...rest])] }
}

/** A statement for an entity that has a row or column says nothing of the others', where it does not compare them. */
function isOfAnother(places: NumberPlace[], judged: Judged, { grids, tableOf }: Versions): boolean {
  const about = aboutEntities(judged)
  const grid = grids.find((each) => tableOf(each) === places[0]!.table)
  if (!about.length || !grid) return false
  const isAnother = (labels: Label[], at: (place: NumberPlace) => number) => {
    const own = labels.flatMap(({ entities }, label) => (entities.some((each) => about.includes(each)) ? label : []))
    return own.length > 0 && !places.some((place) => own.includes(at(place)))
  }
  return isAnother(grid.rows, ({ row }) => row) || isAnother(grid.columns, ({ column }) => column)
}

const ownChange = (change: Change, changes: CellChange[]) =>
  changes.filter((each) => cellName(each) === cellName(change))

/** The sentences of a statement, with what they assert of the tables of its basis. */
function sentencesOf(judged: Judged, { grids, tableOf }: Versions): Found[] {
  const { report, locale } = judged
  const find = entityFinder(report.entities)
  const paragraph: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: plainOf(judged.text) }] }
  const about = aboutEntities(judged)
  return passagesIn(paragraph, null, 0, locale).flatMap((passage) => {
    const named = find(passage.text)
    return passage.sentences.map(({ from, to }): Found => {
      const before = about.map((entity, at) => ({ at: -1 - at, end: -1 - at, entity }))
      const own = named
        .filter(({ at }) => at < to)
        .map(({ at, end, entity }) => ({ at: at - from, end: end - from, entity }))
      const sentence: ReportSentence = {
        ...slice(passage, from, to),
        before: passage.text.slice(0, from),
        entities: [...before, ...own],
        claims: [],
        nearness: (grid) => (grids.includes(grid) ? 'basis' : 'far'),
        isFollowed: () => false,
      }
      const numbers = repeatsIn(readingOf(sentence, locale), grids, tableOf)
      return { sentence, assertions: [...numbers, ...assertionsIn(sentence, grids, tableOf, locale)] }
    })
  })
}

/** A statement without the marks of Markdown in it. */
export const plainOf = (text: string) => text.replace(/[*_`]/g, '')

function aboutEntities({ about, report }: Pick<Judged, 'about' | 'report'>): number[] {
  if (about === null) return []
  return report.entities.flatMap(({ name, aliases }, at) => (isNamed(about, [name, ...aliases]) ? [at] : []))
}

function isGiven(mention: Mention, number: Grid['numbers'][number], locale: Locale): boolean {
  if (mention.factor || mention.isYear !== number.isYear || gives(mention, number) === null) return false
  const unit = mention.unit === null ? null : measureOf(mention.unit, locale)
  return unit === number.measure || (unit === null && mention.unit === null)
}

function inForm(said: string, { value, max }: Pick<Mention, 'value' | 'max'>, locale: Locale): string | null {
  const [before] = numbersIn(said, locale)
  return before ? exchanged(said, { before, after: value, high: max }, { locale, decimals: () => 0 }) : null
}

/** Numbers of a statement that stood in the words of its basis, or in a sentence that became untrue, and are others now. */
function repeatedWords({ text, words, sentences, locale }: Judged): Verdict[] {
  const mentions = mentionsIn(plainOf(text), locale)
  const isSame = (one: Mention, other: Mention) =>
    one.value === other.value && one.max === other.max && measure(one) === measure(other)
  const measure = ({ unit }: Mention) => (unit === null ? null : measureOf(unit, locale))
  const said = ({ at, end }: Mention) => plainOf(text).slice(at, end)
  const inWords = words.flatMap(({ before, after }): Verdict[] => {
    if (after === null) return []
    const [old, now] = [mentionsIn(before, locale), mentionsIn(after, locale)]
    return mentions.flatMap((mention): Verdict[] => {
      const at = old.findIndex((each) => isSame(each, mention))
      if (at < 0 || mention.isYear || now.some((each) => isSame(each, mention))) return []
      const other = old.length === now.length ? now[at]! : null
      return [{ kind: 'untrue', said: said(mention), now: other && inForm(said(mention), other, locale), cells: [] }]
    })
  })
  const inSentences = sentences.flatMap(({ kind, said: printed, now, holds, sentence }): Verdict[] => {
    if (holds || kind !== 'number') return []
    const own = mentionsIn(sentence, locale).find(({ at, end }) => sentence.slice(at, end) === printed)
    const mention = own && mentions.find((each) => isSame(each, own))
    return mention ? [{ kind: 'untrue', said: said(mention), now, cells: [] }] : []
  })
  return [...inWords, ...inSentences]
}

/**
 * Does a statement speak of a changed cell, in words that no reader of ours decides? It says what the cell measures, and names whom
 * it is about, or compares all of them. One that names nobody speaks of the one row that it rests on.
 */
function speaksOf(change: CellChange, judged: Judged, versions: Versions): boolean {
  const place = versions.placeOf(change)
  if (!place) return true
  const { grid, row, column } = place
  const reading = wholeReading(judged)
  const isTurned = grid.columns.some(({ entities }) => entities.length > 0)
  const subjects = isTurned ? grid.columns : grid.rows
  const [subject, measure] = isTurned ? [column, row] : [row, column]
  const [named, measured] = [namedOn(grid, isTurned, reading), namedOn(grid, !isTurned, reading)]
  const isMeasured = measured.some(({ label }) => label === measure)
  const tells = saysMeasure(place, reading) || (judged.isNarrow && (compares(reading) || givesNumber(reading)))
  if (measured.length ? !isMeasured : !tells) return false
  if (named.some(({ label }) => label === subject)) return !isOfOthers(place, reading, versions, judged.locale)
  if (comparesAll(subjects, reading)) return true
  // one row that it rests on is whom it is about; of the columns, one that stands for nobody
  return !named.length && judged.isNarrow && (!isTurned || !subjects[subject]!.entities.length)
}

/** A statement read as one sentence, with what it is for. */
function wholeReading(judged: Judged): Reading {
  const text = plainOf(judged.text)
  const about = aboutEntities(judged).map((entity, at) => ({ at: -1 - at, end: -1 - at, entity }))
  const entities = [...about, ...entityFinder(judged.report.entities)(text)]
  return readingOf({ text, before: '', entities, nearness: () => 'basis', isFollowed: () => false }, judged.locale)
}

/** Are all its numbers those of other cells of the table, and does it compare nothing? */
function isOfOthers({ grid }: CellPlace, reading: Reading, { changeAt, tableOf }: Versions, locale: Locale): boolean {
  const figures = reading.mentions.filter(({ isYear, isWord }) => !isYear && !isWord)
  if (!figures.length || compares(reading)) return false
  const isChanged = ({ row, column }: Grid['numbers'][number]) => changeAt(tableOf(grid), row, column) !== null
  return figures.every((mention) => {
    const given = grid.numbers.filter((number) => isGiven(mention, number, locale))
    return given.length > 0 && !given.some(isChanged)
  })
}

/** Does it say what the cell measures: a word of the caption, of the row or column that stands for no entity, or of what is counted? */
function saysMeasure({ grid, row, column }: CellPlace, { words, locale }: Reading): boolean {
  const labels = [grid.rows[row]!, grid.columns[column]!].flatMap(({ kinds }) => kinds)
  const nouns = grid.inRow[row]!.filter((number) => number.column === column).flatMap((number) => number.nouns)
  const wanted = [...grid.captionWords, ...labels, ...nouns].filter((word) => /^\p{L}{4,}/u.test(word))
  return words.some(({ text, isSmall }) => !isSmall && wanted.some((word) => isAkin(text, word, locale)))
}

const givesNumber = ({ mentions }: Reading) => mentions.some(({ isYear }) => !isYear)

const compares = ({ text, mentions, locale }: Reading) => comparingIn(text, mentions, locale).length > 0

/** "The highest of the five", "more than all four": it compares, and says as many as they are. */
function comparesAll(labels: Label[], reading: Reading): boolean {
  const own = labels.filter(({ entities }) => entities.length)
  const size = (own.length > 1 ? own : labels.filter(({ isTotal }) => !isTotal)).length
  const isSize = ({ value, max, isYear, factor }: Mention) => !isYear && !factor && max === undefined && value === size
  return reading.mentions.some(isSize) && compares(reading)
}
