/**
 * The widths of a table's columns, from its texts: each has room for its longest word where that can be, and what is left is
 * given to those with more to tell.
 *
 * @param rows texts of the cells
 * @param letter the width of a letter
 * @param padding what a cell needs beside its text
 */
export function columnWidths(rows: string[][], width: number, letter: number, padding: number): number[] {
  const count = Math.max(...rows.map((row) => row.length))
  const columns = Array.from({ length: count }, (_, column) => rows.map((row) => row[column] ?? ''))
  const least = columns.map((texts) => padding + letter * Math.max(...texts.map(longestWord), 2))
  const whole = columns.map((texts) => padding + letter * Math.max(...texts.map((text) => text.length), 2))
  const shares = sum(whole) <= width ? whole : sum(least) <= width ? shared(least, whole, width) : least
  const scale = width / sum(shares)
  const widths = shares.map((share) => Math.floor(share * scale))
  widths[count - 1]! += width - sum(widths)
  return widths
}

/** What is left beyond the least, shared by the root of what each column would still need: long texts may wrap. */
function shared(least: number[], whole: number[], width: number): number[] {
  const needs = least.map((low, at) => Math.sqrt(Math.max(0, whole[at]! - low)))
  const left = (width - sum(least)) / (sum(needs) || 1)
  return least.map((low, at) => low + needs[at]! * left)
}

const longestWord = (text: string) => Math.max(...text.split(/[\s-]+/).map((word) => word.length))
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
