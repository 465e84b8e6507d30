import type { PhrasingContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Locale } from '../../locale/locale.ts'
import type { Theme } from '../theme.ts'
import type { Measure } from './measure.ts'
import type { Sheet } from './sheet.ts'

/** A place on a slide, in points from its upper left corner. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Something that stands on a slide. Lengths are points. */
export interface Piece {
  /** How high it stands at that width; tight, as low as it can be and still be read. */
  height(width: number, tight?: boolean): number
  /** How much higher it may stand where there is room. */
  stretch?: number
  draw(sheet: Sheet, box: Box): void
}

/** What all who write a part of the deck share. */
export interface Writing {
  theme: Theme
  locale: Locale
  measure: Measure
  /** The title of the slide: what says the same again is left out. */
  title: string
}

export function saysMore(content: PhrasingContent[], { title }: Writing): boolean {
  const text = content.map((each) => textOf(each)).join('')
  return text !== '' && text !== title
}
