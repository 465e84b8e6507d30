/** What reading accepts. Each limit lies far above any report, and below what would take minutes or gigabytes. */
export const limits = {
  /** Characters in a file. */
  file: 5_000_000,
  /** Lines in a file: a list item costs a parser twenty kilobytes, whatever is in it. */
  lines: 60_000,
  /** Characters in a line. */
  line: 1_000_000,
  /** Blocks and phrases inside each other; everything that walks a tree recurses. */
  depth: 200,
  /** Marks of emphasis, links and code in one block; pairing them costs the square of their number. */
  marks: 2_000,
  /** The sum of those squares over all blocks. */
  work: 400_000_000,
  /** Rows of a table that are parsed in one piece. */
  rows: 1_000,
}
