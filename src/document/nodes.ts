import type { BlockContent, DefinitionContent, Literal, Node, Parent, PhrasingContent, Table } from 'mdast'

/**
 * What a document holds beyond Markdown. Every renderer knows these nodes and no others.
 */
type Flow = BlockContent | DefinitionContent

interface Container extends Parent {
  children: Flow[]
}

/** The opening paragraph under the title. */
export interface Lead extends Container {
  type: 'lead'
}
/** A numbered entry: a large number with text beside it. */
export interface Entry extends Container {
  type: 'entry'
  number: string | null
}
/** What stands in the right margin of an entry. */
export interface Aside extends Container {
  type: 'aside'
}
/** A framed piece. */
export interface Card extends Container {
  type: 'card'
  title: PhrasingContent[]
}
/** Cards side by side. */
export interface Cards extends Container {
  type: 'cards'
}
/** A list of `Label: text` as two columns. */
export interface Facts extends Parent {
  type: 'facts'
  children: Fact[]
}
export interface Fact extends Parent {
  type: 'fact'
  label: string
  children: PhrasingContent[]
}
export interface Columns extends Container {
  type: 'columns'
}
/** A passage set apart. */
export interface Callout extends Container {
  type: 'callout'
  title: PhrasingContent[]
}
/** Numbers set large, side by side. */
export interface KeyFigures extends Container {
  type: 'keyFigures'
}
/** The first paragraph is the number, the rest says what it is. */
export interface KeyFigure extends Container {
  type: 'keyFigure'
}
/** A table with its caption and source line. */
export interface Exhibit extends Parent {
  type: 'exhibit'
  caption: PhrasingContent[]
  children: (Table | SourceLine)[]
}
/** Where what stands above comes from. */
export interface SourceLine extends Parent {
  type: 'sourceLine'
  /** Until it is filled: where the template asks for it. */
  asked?: { file?: string; line?: number }
  children: PhrasingContent[]
}
export interface PageBreak extends Node {
  type: 'pageBreak'
}
/** A small label in running text. */
export interface Chip extends Parent {
  type: 'chip'
  children: PhrasingContent[]
}
/** A cell with nothing to tell: shown as a dash, read as its words. */
export interface Missing extends Literal {
  type: 'missing'
}

interface Blocks {
  lead: Lead
  entry: Entry
  aside: Aside
  card: Card
  cards: Cards
  facts: Facts
  columns: Columns
  callout: Callout
  keyFigures: KeyFigures
  keyFigure: KeyFigure
  exhibit: Exhibit
  sourceLine: SourceLine
  pageBreak: PageBreak
}

interface Phrases {
  chip: Chip
  missing: Missing
}

declare module 'mdast' {
  interface BlockContentMap extends Blocks {}
  interface PhrasingContentMap extends Phrases {}
  interface RootContentMap extends Blocks, Phrases {
    fact: Fact
  }
  interface TableData {
    /** The row and column (0-based, the header row not counted) that the eye is led to. */
    highlight?: { row?: number; column?: number }
    /** Do the first cells of the rows head them? */
    rowHeaders?: boolean
  }
}
