import type { BlockContent, DefinitionContent, Literal, Node, Parent, PhrasingContent, Table } from 'mdast'
import type { Strength } from '../locale/locale.ts'
import type { Origin } from '../origin/origin.ts'

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
  /** Where the number comes from. */
  numberOrigin?: Origin
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
  /** Where the label comes from. */
  labelOrigin?: Origin
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
/** Words of someone else, as they said them. */
export interface Quote extends Container {
  type: 'quote'
  by: PhrasingContent[]
}
/** A table with its caption and source line. */
export interface Exhibit extends Parent {
  type: 'exhibit'
  /** Set across a page turned on its side. */
  landscape?: boolean
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
/** What the marks in the text lead to. */
export interface SourceNotes extends Node {
  type: 'sourceNotes'
  title: string
  notes: { number: number; text: string }[]
}
/**
 * A chart as a renderer-neutral series. Its children are the table of its figures, which is its alternative in words, and
 * its source line.
 */
export interface Chart extends Parent {
  type: 'chart'
  kind: ChartKind
  /** The finding. */
  title: PhrasingContent[]
  /** What is measured, and in which unit. */
  subtitle: string
  unit: string | null
  categories: string[]
  /** Each with a point for each category; null where there is none. A bar, dot or range chart may have one, a slope two or more
   * categories. */
  series: ChartSeries[]
  /** The category or series that the eye is led to, by name. */
  highlight: string | null
  /** A line to compare with. */
  reference: { label: string; point: ChartPoint } | null
  children: (Table | SourceLine)[]
}
export const chartKinds = ['bar', 'grouped-bar', 'slope', 'dot', 'range'] as const
export type ChartKind = (typeof chartKinds)[number]
export interface ChartSeries {
  name: string
  points: (ChartPoint | null)[]
  /** The words that the report has in place of numbers; null where there is a point, or nothing at all. */
  gaps?: ({ text: string; origin: Origin } | null)[]
}
export interface ChartPoint {
  value: number
  /** The other end of a range. */
  max?: number
  /** As the report writes it. */
  text: string
  origin: Origin
}
/** Stages that lead from one to the next. */
export interface Diagram extends Parent {
  type: 'diagram'
  title: PhrasingContent[]
  /** What each column of a lane is. */
  stages: string[]
  children: (Lane | SourceLine)[]
}
/** One way through a diagram: a step for each stage. */
export interface Lane extends Parent {
  type: 'lane'
  /** What the lane begins with; empty where it goes on with that of the lane above. */
  title: PhrasingContent[]
  children: Step[]
}
export interface Step extends Parent {
  type: 'step'
  children: PhrasingContent[]
}
/** Whom readers turn to, as the theme's brand says. */
export interface Contact extends Node {
  type: 'contact'
  /** Where the template asks for it. */
  asked?: { file?: string | undefined; line?: number | undefined }
}
/**
 * A slide of a deck. Everything on it that comes from the report is told by its source lines, which stand at its foot; the pieces
 * on it have none of their own.
 */
export interface Slide extends Container {
  type: 'slide'
  /** The finding. */
  title: PhrasingContent[]
  /** The first slide of a deck shows its title large. */
  isTitle: boolean
  sources: SourceLine[]
  /** What the speaker says. */
  notes: Flow[]
  /** Which part of a content that did not fit on one slide. */
  part?: { at: number; of: number }
}
/** What the speaker says, until it is taken to its slide. */
export interface SpeakerNotes extends Container {
  type: 'speakerNotes'
}
export interface PageBreak extends Node {
  type: 'pageBreak'
}
/** A small label in running text. */
export interface Chip extends Parent {
  type: 'chip'
  children: PhrasingContent[]
}
/** A passage in another language than the text around it. */
export interface Foreign extends Parent {
  type: 'foreign'
  /** BCP 47: "en", "pt-BR". */
  language: string
  children: PhrasingContent[]
}
/** How strong the evidence is, as a sign with its words. */
export interface Evidence extends Parent {
  type: 'evidence'
  strength: Strength
  children: PhrasingContent[]
}
/** A mark that leads to the note on what the words before it rest on. */
export interface SourceMark extends Node {
  type: 'sourceMark'
  number: number
  /** The note's text, for formats that have notes of their own. */
  note: string
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
  quote: Quote
  exhibit: Exhibit
  chart: Chart
  diagram: Diagram
  sourceNotes: SourceNotes
  contact: Contact
  sourceLine: SourceLine
  pageBreak: PageBreak
  slide: Slide
  speakerNotes: SpeakerNotes
}

interface Phrases {
  chip: Chip
  foreign: Foreign
  evidence: Evidence
  sourceMark: SourceMark
  missing: Missing
}

declare module 'mdast' {
  interface BlockContentMap extends Blocks {}
  interface PhrasingContentMap extends Phrases {}
  interface RootContentMap extends Blocks, Phrases {
    fact: Fact
    lane: Lane
    step: Step
  }
  interface TableData {
    /** The row and column (0-based, the header row not counted) that the eye is led to. */
    highlight?: { row?: number; column?: number }
    /** Do the first cells of the rows head them? */
    rowHeaders?: boolean
  }
}
