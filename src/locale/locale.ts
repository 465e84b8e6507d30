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
  thousands: string
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
  /** Word before the number of an appendix. */
  appendix: string[]
  /** Word before the number of a recommendation. */
  recommendation: string[]
  /** Small number words, by value. */
  numberWords: Record<string, number>
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
