import type { Locale } from '../../locale/locale.ts'
import type { CrossReference } from '../report.ts'
import { fold, holdsName } from '../text.ts'
import type { Grid } from './grid.ts'
import type { Mention } from './mentions.ts'
import { namedLabels, type ReadPassage, sureness } from './naming.ts'
import type { Sentence } from './prose.ts'
import type { Word } from './words.ts'

/** How a number in the text stands to a table: the sentence or the passage refers to it, or both stand in one section. */
export interface Bearing {
  reference: 'sentence' | 'passage' | null
  sameSection: boolean
  /** The sentence says that it stands below, and it is the next. */
  isPointed: boolean
}

/** How surely each row and column of a table is meant. */
export interface Axes {
  rows: number[]
  columns: number[]
}

/** A number in the text with all that is asked about what stands around it. */
export interface Context {
  passage: ReadPassage
  mention: Mention
  sentence: Sentence
  /** The words of the sentence. */
  words: Word[]
  locale: Locale
  bearing: (grid: Grid) => Bearing
  /** The tables that the passage refers to or that stand in its section. */
  near: Grid[]
  axes: (grid: Grid) => Axes
}

/** The references to tables, by the line they stand on. */
export type References = Map<number, CrossReference[]>

export function contextOf(
  passage: ReadPassage,
  mention: Mention,
  grids: Grid[],
  references: References,
  locale: Locale,
): Context {
  const sentence = passage.sentences.find(({ from, to }) => mention.at >= from && mention.at < to)!
  const text = passage.text.slice(sentence.from, sentence.to)
  const [first, last] = [passage.lineAt(0), passage.lineAt(passage.text.length)]
  const referring: CrossReference[] = []
  for (let line = first; line <= last; line++) referring.push(...(references.get(line) ?? []))
  const pointed = pointsBelow(text, locale) ? grids.find(({ order }) => order > passage.order) : undefined
  const addsUp = holdsAny(text, locale.telling.together)
  const bearing = (grid: Grid): Bearing => {
    const own = referring.filter(({ target }) => target === grid.table.id)
    const isPointed = grid === pointed && grid.order - passage.order <= reach
    const inSentence = isPointed || own.some((one) => text.includes(one.text))
    return {
      reference: inSentence ? 'sentence' : own.length ? 'passage' : null,
      isPointed,
      sameSection: passage.section !== null && grid.table.section === passage.section.id,
    }
  }
  return {
    passage,
    mention,
    sentence,
    words: passage.words.filter(({ at }) => at >= sentence.from && at < sentence.to),
    locale,
    bearing,
    near: grids.filter((grid) => {
      const { reference, sameSection } = bearing(grid)
      return reference !== null || sameSection
    }),
    axes: remembered((grid) => ({
      rows: orTotal(namedLabels(grid.rows, passage, mention, locale), grid, addsUp),
      columns: namedLabels(grid.columns, passage, mention, locale).map((sure) =>
        grid.columns.length <= 2 ? Math.max(1, sure) : sure,
      ),
    })),
  }
}

/** How many blocks "below" reaches. */
const reach = 4

export function pointsBelow(text: string, { telling }: Locale): boolean {
  return holdsAny(text, telling.below)
}

/** Does a text hold one of some words or phrases? */
export function holdsAny(text: string, phrases: string[]): boolean {
  const folded = fold(text)
  return phrases.some((phrase) => holdsName(folded, phrase))
}

/** Where no row is named, the one that sums up the others is meant, the more surely where the sentence says that it adds up. */
function orTotal(rows: number[], grid: Grid, addsUp: boolean): number[] {
  const named = addsUp ? sureness.sentence : 0.6
  if (rows.some((sure) => sure >= named)) return rows
  return rows.map((sure, row) => (grid.rows[row]!.isTotal ? (addsUp ? sureness.sentence : sureness.topic) : sure))
}

function remembered<Found>(find: (grid: Grid) => Found): (grid: Grid) => Found {
  const known = new Map<Grid, Found>()
  return (grid) => {
    const before = known.get(grid)
    if (before !== undefined) return before
    const found = find(grid)
    known.set(grid, found)
    return found
  }
}
