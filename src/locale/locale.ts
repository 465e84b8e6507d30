/**
 * What a language writes in its own way: the one table each from which reading and rendering take their words.
 * Words are matched without regard to case.
 */
export interface Locale {
  /** BCP 47, as written into documents. */
  tag: string
  decimal: string
  /** Before and after a quotation. */
  quotes: [string, string]
  /** What may divide thousands, each a single character. */
  thousands: string[]
  /** Words between a number and its unit that make it larger. */
  scales: string[]
  /** Units that are not one plain word. */
  units: string[]
  /** The ways to write per cent; they are one unit. */
  percent: string[]
  /** Words that begin a caption. */
  captions: { table: string[]; figure: string[] }
  /** Words that begin a source line and a note under a table. */
  source: string[]
  note: string[]
  /** Words before the number of a section, in references to it. */
  section: string[]
  /** Word before the number of an appendix. */
  appendix: string[]
  /** Word before the number of a recommendation. */
  recommendation: string[]
  /** Titles of a table of contents. */
  contents: string[]
  /** Titles of the section that lists the literature. */
  bibliography: string[]
  /** Small number words, by value. */
  numberWords: Record<string, number>
  /** The language's most frequent small words: they tell it from the others, and none of them is a unit. */
  functionWords: string[]
  /** How the language writes compounds; what is empty does not occur in it. */
  compounds: {
    /** Small words that begin longer ones and are then never divided from the rest by a hyphen: "op" in "opsagt". */
    prefixes: string[]
    /** Letters that link the parts of a compound: a part that ends in them is not followed by a meant hyphen. */
    links: string[]
  }
  /** Words of the documents' own apparatus. */
  words: {
    source: string
    note: string
    inTheReport: string
    report: string
    section: string
    lines: string
    line: string
    page: string
    pages: string
    onePage: string
    of: string
    and: string
    empty: string
    /** What stands before the first section. */
    frontPage: string
  }
}
