import type { Locale } from '../../locale/locale.ts'
import type { Grid, Label } from '../../model/claims/grid.ts'
import { contentWords } from '../../model/claims/words.ts'
import { orderOf, type Period, periodsIn } from './periods.ts'
import { type Member, numberAt } from './series.ts'

/** The numbers of a row or column of a table at several times, the earliest first. */
export interface Path {
  grid: Grid
  /** The row or column whose numbers they are, and its name. */
  subject: number
  isTurned: boolean
  label: Label
  /** The words that the names of the times share: "visits" of "visits 2022". */
  words: string[]
  steps: (Member & { period: Period })[]
  number: number
}

const known = new WeakMap<Grid, Path[]>()

/** Every path of a table: its columns are times and its rows their subjects, or the other way round. */
export function pathsOf(grid: Grid, locale: Locale): Path[] {
  const before = known.get(grid)
  if (before) return before
  const made = [false, true].flatMap((isTurned) => pathsAlong(grid, isTurned, locale))
  known.set(grid, made)
  return made
}

function pathsAlong(grid: Grid, isTurned: boolean, locale: Locale): Path[] {
  const [times, subjects] = isTurned ? [grid.rows, grid.columns] : [grid.columns, grid.rows]
  const groups = new Map<string, { at: number; period: Period; words: string[] }[]>()
  times.forEach(({ text }, at) => {
    const [period, ...more] = periodsIn(text, locale)
    if (!period || more.length || (!isTurned && at < grid.stubs)) return
    const rest = text.slice(0, period.at) + text.slice(period.end)
    const words = contentWords(rest, locale)
    const key = words.join(' ')
    groups.set(key, [...(groups.get(key) ?? []), { at, period, words }])
  })
  return [...groups.values()]
    .filter((group) => group.length > 1 && new Set(group.map(({ period }) => orderOf(period))).size === group.length)
    .flatMap((group) => {
      const sorted = group.toSorted((a, b) => orderOf(a.period) - orderOf(b.period))
      return subjects.flatMap((label, subject) =>
        [0, 1].flatMap((number): Path[] => {
          const steps = sorted.flatMap(({ at, period }) => {
            const value = numberAt(grid, isTurned ? at : subject, isTurned ? subject : at, number)
            return value && !value.isYear ? [{ label: at, value, period }] : []
          })
          return steps.length > 1 ? [{ grid, subject, isTurned, label, words: group[0]!.words, steps, number }] : []
        }),
      )
    })
}
