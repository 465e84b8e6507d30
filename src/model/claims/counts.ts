import type { Context } from './context.ts'
import type { Grid } from './grid.ts'
import type { Mention } from './mentions.ts'
import { begins, related } from './words.ts'

/** A table whose rows or columns a sentence counts. */
export interface Count {
  grid: Grid
  alsoIn: string[]
}

/**
 * The table whose rows or columns a sentence counts: one whose caption counts the same ("the four ports"), one it refers to whose
 * rows are of that kind, or one that it says stands below.
 */
export function countOf(context: Context, grids: Grid[]): Count | null {
  const { mention } = context
  if (!isCount(mention)) return null
  const counted = grids.filter((grid) => grid.sizes.includes(mention.value))
  const announced = counted.filter((grid) => captionCounts(grid, context))
  const named = counted.filter((grid) => namesItems(grid, context))
  if (announced.length) return countIn(announced, named)
  const referred = counted.filter((grid) => {
    const { reference, isPointed } = context.bearing(grid)
    return isPointed || (reference === 'sentence' && named.includes(grid))
  })
  return referred.length ? countIn(referred, []) : null
}

function countIn([grid, ...more]: Grid[], others: Grid[]): Count {
  const alsoIn = [...more, ...others].filter((other) => other !== grid).map(({ name }) => name)
  return { grid: grid!, alsoIn: [...new Set(alsoIn)] }
}

function isCount({ value, max, isYear, factor, ordinal, nouns, approximation }: Mention): boolean {
  const isPlain = max === undefined && !isYear && !factor && !ordinal && !approximation
  return isPlain && nouns.length > 0 && value >= 2 && Number.isInteger(value)
}

function captionCounts({ captionMentions }: Grid, { mention, locale }: Context): boolean {
  return captionMentions.some(
    ({ value, nouns }) =>
      value === mention.value && mention.nouns.some((noun) => nouns.some((counted) => related(noun, counted, locale))),
  )
}

/** Is what a sentence counts that which the first column holds? */
function namesItems({ columns, stubs }: Grid, { mention, locale }: Context): boolean {
  const heads = columns.slice(0, Math.max(1, stubs)).flatMap(({ words }) => words)
  return mention.nouns.some((noun) => heads.some((head) => related(noun, head, locale) || begins(noun, head, locale)))
}
