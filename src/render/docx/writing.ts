import type { ISectionOptions, Paragraph, Table } from 'docx'
import type { Nodes } from 'mdast'
import type { Chart } from '../../document/nodes.ts'
import type { Locale } from '../../locale/locale.ts'
import type { Drawing } from '../chart/draw.ts'
import type { TextWidth } from '../glyph-widths.ts'
import type { Brand, Theme } from '../theme.ts'
import type { Lists } from './lists.ts'
import type { Notes } from './notes.ts'

/** What a Word document is a row of. */
export type Block = Paragraph | Table | ISectionOptions['children'][number]

/** Where blocks stand: how wide that is and how far in, in twentieths of a point, and the style of plain paragraphs there. */
export interface Place {
  width: number
  indent: number
  style?: string
}

/** What all who write a part of the document share. */
export interface Writing {
  theme: Theme
  brand: Brand
  locale: Locale
  words: Locale['words']
  colon: string
  /** How wide a text stands in bold letters of the body typeface, in ems. */
  measure: TextWidth
  /** The Word level of what is a heading or has one: 0 is the title. */
  levels: ReadonlyMap<Nodes, number>
  /** Names of the headings that the table of contents leads to. */
  anchors: ReadonlyMap<Nodes, string>
  pictures: ReadonlyMap<Chart, Picture>
  notes: Notes
  lists: Lists
  blocks(nodes: Nodes[], place: Place, opening?: Opening): Block[]
}

/** A drawing, and its likeness for programs that cannot show SVG. */
export interface Picture extends Drawing {
  png: Uint8Array
}

/** What the first paragraph of some blocks has beyond its own. */
export interface Opening {
  /** Begins a page. */
  pageBreak?: boolean
  /** Stands at the top of a box, with no space above it. */
  top?: boolean
  /** Stays on the page of what follows it. */
  leads?: boolean
  /** A line above it. */
  rule?: 'thin' | 'strong'
  /** A number that stands before it. */
  number?: string
}

export type Builder<T extends Nodes = Nodes> = (node: T, place: Place, writing: Writing, opening?: Opening) => Block[]

/** Millimetres in twentieths of a point. */
export const mm = (length: number) => Math.round((length * 1440) / 25.4)

/** A colour of the brand as Word writes it. */
export const hex = (colour: string) => colour.slice(1).toUpperCase()
