/** How strong the evidence for a statement is, from strong to none; `ungraded` where its source does not say. */
export const strengths = ['strong', 'moderate', 'weak', 'none', 'ungraded'] as const
export type Strength = (typeof strengths)[number]

/**
 * What a language writes in its own way: the one table each from which reading and rendering take their words.
 * Words to be matched are written in small letters and matched without regard to case; in a list none stands before a longer
 * one that begins with it, so that a pattern tries the longer first.
 */
export interface Locale {
  /** BCP 47, as written into documents. */
  tag: string
  decimal: string
  /** Before and after a quotation. */
  quotes: [string, string]
  /** What ends a word that introduces the rest of a line; some languages set a space before it. */
  colon: string
  /** What may divide thousands, each a single character. */
  thousands: string[]
  /** Words between a number and its unit that make it larger. */
  scales: string[]
  /** Units that are not one plain word, per cent and currencies left out. */
  units: string[]
  /** Currencies as abbreviations or codes: they stand before an amount or after it. */
  currencies: string[]
  /** The ways to write per cent; they are one unit. */
  percent: string[]
  /** Are nouns, and so units, written with a capital? */
  capitalNouns: boolean
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
  /** The value of number words: zero to twenty, the tens and a hundred. */
  numberWords: Record<string, number>
  /** Articles that also mean one: they do so only as the first of two number words, "one to two". */
  articles: string[]
  /** Words between the ends of a range. */
  to: string[]
  /** Words before a number that leave it the same number. */
  about: string[]
  /** The language's most frequent small words: they tell it from the others, and none of them is a unit. */
  functionWords: string[]
  /** Words of the language that are frequent small words of another one: "by" is a town in Danish. */
  homographs: string[]
  /** The letters of its ordinary words beyond a to z. */
  letters: string
  /** How the language writes compounds; what is empty does not occur in it. */
  compounds: {
    /** Small words that begin longer ones and are then never divided from the rest by a hyphen: "op" in "opsagt". */
    prefixes: string[]
    /** Letters that link the parts of a compound: a part that ends in them is not followed by a meant hyphen. */
    links: string[]
  }
  /** What is added to a word when it is inflected. */
  endings: string[]
  /** How sentences tell a number that stands in a table, or follows from several. */
  telling: {
    /** Before a number: the number meant is somewhat larger, somewhat smaller, the upper end of a range. */
    over: string[]
    under: string[]
    upTo: string[]
    /** They begin another clause, or another thing in a list. */
    joins: string[]
    /** "from 900 to 1200": two numbers, not a range. */
    from: string[]
    /** "the first 13 weeks" end with week 13. */
    first: string[]
    /** They point at what stands below. */
    below: string[]
    /** They begin the label of a row or column that sums up the others. */
    totals: string[]
    /** They say that a number is a sum, an average. */
    together: string[]
    average: string[]
    /** Superlatives and comparatives of size, by where they point. */
    highest: string[]
    lowest: string[]
    higher: string[]
    lower: string[]
    /** How many times as much: "doubled" is 2. */
    times: Record<string, number>
    fractions: Record<string, number>
  }
  /** How sentences compare numbers. Patterns are sources of regular expressions and heed case. */
  comparing: {
    /** A superlative by its form, with its article where the form is none without; a comparative with the word for "than". */
    superlative: string
    comparative: string
    /** Words that have such a form and are none: "forest", "latest". */
    neither: string[]
    /** Behind a superlative: it compares nothing, "the highest possible". */
    possible: string[]
    /** They name how far numbers are from each other. */
    difference: string[]
    /** What numbers do from one time to another. */
    rising: string[]
    falling: string[]
    steady: string[]
    /** Two numbers are the same. */
    alike: string[]
    /** They name a number in per cent of another. */
    share: string[]
    /** Before a number that others lie beyond, besides what says so of a number that is not meant exactly. */
    above: string[]
    below: string[]
    /** Before the two ends of what numbers lie between. */
    between: string[]
    every: string[]
    none: string[]
    only: string[]
    /** "for the third year in a row". */
    inARow: string[]
    /** "second" and what makes a superlative the second: "næst" in "næsthøjest". */
    ordinals: Record<string, number>
    /** Beside a number: it is a place in an order. */
    rank: string[]
  }
  /** What checking a report against itself looks for. */
  checks: {
    /** What stands before the last thing of a list. */
    and: string[]
    /** What names the total of a row or column. */
    totals: string[]
    /** What leads from a number to a part of it: "15, of which 11". */
    ofWhich: string[]
    /** What leads to the part that is left: "the remaining four". */
    remaining: string[]
    /** Before a number: it is not this number itself, but more or less. */
    bounds: string[]
    /** After a number: it is a difference. */
    more: string[]
    /** Before the year in which something came out: "a study from 2012". */
    from: string[]
    /** Before a year: from the next one on, up to the one before. */
    after: string[]
    before: string[]
    /** Small words that make a statement another one: "not", "very". */
    degrees: string[]
    /** What measures time, place or degree, and is not counted for its own sake. */
    measures: string[]
    /** The endings of inflected words, longer ones first. */
    endings: string[]
  }
  /** How a date is written, with {day}, {month} or {Month}, and {year}. */
  date: string
  /** The names of the months in their order, and the shorter ways to write them, without a full stop. */
  months: { long: string[]; short: string[] }
  /** Words of the documents' own apparatus. */
  words: {
    source: string
    note: string
    /** Before the date as of which new values of a table hold. */
    updated: string
    /** Heads the list of sentences whose numbers are updated. */
    updates: string
    /** Before the value that the report has for such a number. */
    inReport: string
    /** Before the new value of such a sentence. */
    now: string
    /** Said of a comparison that new values have made untrue. */
    outdated: string
    /** Said of a statement that rests on updated figures. */
    basisUpdated: string
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
    /** Heads the list of what the passages of a document rest on. */
    sources: string
    /** Heads a table of contents. */
    contents: string
    contact: string
    chart: string
    /** Opens the table of a chart's figures. */
    figures: string
    table: string
    row: string
    rows: string
    column: string
    columns: string
    skip: string
    previousSlide: string
    nextSlide: string
    search: string
    found: string
    accessibility: string
    firstPage: string
    findings: string
    noFindings: string
    wordCount: string
    readingLevel: string
    edition: string
  }
  /** What a note on the changes since the last issue says. */
  changes: {
    title: string
    lead: string
    numbers: string
    untrue: string
    text: string
    documents: string
    /** Heads the column of what a number counts. */
    number: string
    before: string
    after: string
    difference: string
    /** The difference of two numbers in per cent. */
    points: string
    /** What becomes of a document. */
    changed: string
    new: string
    gone: string
    /** Ends a list that was cut; `{count}` is how many are left out. */
    more: string
  }
}
