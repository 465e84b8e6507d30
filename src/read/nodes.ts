import type { Parent, PhrasingContent } from 'mdast'

/** Raised text that is not a footnote mark, as in m². */
export interface Superscript extends Parent {
  type: 'superscript'
  children: PhrasingContent[]
}

/** A remark that stood in the margin of the page. */
export interface MarginNote extends Parent {
  type: 'marginNote'
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    superscript: Superscript
    /** A list in a table cell, which HTML allows and Markdown has no word for. */
    list: List
  }
  interface RootContentMap {
    superscript: Superscript
    marginNote: MarginNote
  }
  interface TableData {
    /** Written with TABs between its cells, or in HTML; a pipe table says nothing. */
    syntax?: 'tab' | 'html'
    /** Whether its first row is a header, where the way it is written tells. */
    headed?: boolean
  }
  interface ParagraphData {
    /** Written as the caption of the table next to it, with a word and number or without. */
    caption?: boolean
  }
  interface HeadingData {
    caption?: boolean
  }
  interface ListData {
    /** Made of a definition list. */
    definitions?: boolean
  }
  interface FootnoteReferenceData {
    /** How the mark was written: `<sup>n</sup>` marks are numbered by the page maker, `[^n]` marks by the author. */
    syntax?: 'sup'
  }
  interface FootnoteDefinitionData {
    syntax?: 'sup'
  }
}
