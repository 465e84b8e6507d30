import type { Grid, Label } from '../../model/claims/grid.ts'
import { related } from '../../model/claims/words.ts'
import { isSamePeriod, periodsIn } from './periods.ts'
import type { Reading } from './sentence.ts'

/** A row or column that a sentence names, and where. */
export interface Named {
  label: number
  at: number
  end: number
}

/** The rows of a table that a sentence names, or its columns; the heads of those that name the rows are none. */
export function namedOn(grid: Grid, isTurned: boolean, reading: Reading): Named[] {
  return isTurned
    ? namedIn(grid.columns, reading).filter(({ label }) => label >= grid.stubs)
    : namedIn(grid.rows, reading)
}

/**
 * Those of some labels that a sentence names: by the entity they name, else by their words, else by the time they
 * name. In the order of the sentence; what stands before it in its passage has negative places.
 */
function namedIn(labels: Label[], reading: Reading): Named[] {
  const found = labels.flatMap((label, at) => placesOf(label, reading).map((place) => ({ label: at, ...place })))
  const longest = found.filter(
    (one) =>
      !found.some((other) => other !== one && other.at <= one.at && other.end >= one.end && size(other) > size(one)),
  )
  return longest.toSorted((a, b) => a.at - b.at)
}

const size = ({ at, end }: Named) => end - at

function placesOf(label: Label, reading: Reading): Omit<Named, 'label'>[] {
  if (label.entities.length)
    return reading.entities.filter(({ entity }) => label.entities.includes(entity)).map(({ at, end }) => ({ at, end }))
  const words = wordPlaces(label, reading)
  return words.length ? words : timePlaces(label, reading)
}

/** How many words apart those of a label may stand. */
const reach = 6

function wordPlaces({ words: own }: Label, { words: said, locale }: Reading): Omit<Named, 'label'>[] {
  const telling = own.filter((word) => !locale.telling.totals.includes(word))
  const wanted = (telling.length ? telling : own).filter(
    (word) => word.length > 2 || own.length === 1 || /\d/.test(word),
  )
  if (!wanted.length || (wanted.length === 1 && wanted[0]!.length < 2)) return []
  const asked = wanted.length <= 2 ? wanted.length : Math.ceil(wanted.length * 0.6)
  const places: Omit<Named, 'label'>[] = []
  for (const [at, word] of said.entries()) {
    if (word.isSmall || !wanted.some((one) => same(one, word.text))) continue
    const near = said.slice(at, at + reach)
    const found = wanted.flatMap((one) => near.find(({ text }) => same(one, text)) ?? [])
    if (found.length < asked || places.some(({ end }) => word.at < end)) continue
    const end = Math.max(...found.map((each) => each.at + each.text.length))
    places.push({ at: word.at, end })
  }
  return places

  function same(one: string, other: string): boolean {
    return /\d/.test(one) ? one === other : related(one, other, locale)
  }
}

/** "Q2", "2. kvartal" where a sentence says "the second quarter". */
function timePlaces({ text: label, kinds }: Label, { text, locale }: Reading): Omit<Named, 'label'>[] {
  const [own, ...more] = periodsIn(label, locale)
  if (!own || more.length || kinds.length > 2) return []
  return periodsIn(text, locale)
    .filter((period) => isSamePeriod(own, period))
    .map(({ at, end }) => ({ at, end }))
}
