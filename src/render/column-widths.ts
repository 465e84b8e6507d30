/** What the columns of a table have room for. */
export interface Room {
  /** Of the whole table. */
  width: number
  /** What a cell of a column needs beside its text. */
  padding(column: number): number
  /** How wide a text stands. */
  measure(text: string): number
}

/**
 * The widths of a table's columns, from its texts: each has room for its longest word, and as far as there is more, for its
 * longest text. Where even the words are too long together, the longest of them give way.
 *
 * @param rows texts of the cells
 */
export function columnWidths(rows: string[][], { width, padding, measure }: Room): number[] {
  const count = Math.max(...rows.map((row) => row.length))
  const columns = Array.from({ length: count }, (_, column) => rows.map((row) => row[column] ?? ''))
  const widest = (texts: string[], column: number) => padding(column) + Math.max(...texts.map(measure), measure('00'))
  const least = columns.map((texts, column) => widest(texts.flatMap(words), column))
  const whole = columns.map(widest)
  const left = width - sum(least)
  const shares =
    sum(whole) <= width ? whole : left >= 0 ? added(least, needs(least, whole), left) : lowered(least, width)
  const scale = width / sum(shares)
  const widths = shares.map((share) => Math.floor(share * scale))
  widths[count - 1]! += width - sum(widths)
  return widths
}

/** What a line end does not cut: it cuts at spaces that are not hard, and after hyphens and dashes. */
const words = (text: string) => text.split(/[ \n\t]+|(?<=[-–])/)

const needs = (least: number[], whole: number[]) => least.map((low, at) => whole[at]! - low)

/** Room added to columns: those that need no more than an even share get it all, the others by the root of what they need. */
function added(least: number[], needs: number[], left: number): number[] {
  const modest = modestOf(needs, left)
  const rest = left - sum(modest.map((at) => needs[at]!))
  const roots = needs.map((need, at) => (modest.includes(at) ? 0 : Math.sqrt(need)))
  const all = sum(roots) || 1
  return least.map((low, at) => low + (modest.includes(at) ? needs[at]! : (roots[at]! * rest) / all))
}

/** The columns that need no more than an even share of the room, which grows with each that needs less. */
function modestOf(needs: number[], left: number): number[] {
  const order = needs.map((_, at) => at).sort((a, b) => needs[a]! - needs[b]!)
  let rest = left
  const end = order.findIndex((column, at) => {
    if (needs[column]! > rest / (order.length - at)) return true
    rest -= needs[column]!
    return false
  })
  return end < 0 ? order : order.slice(0, end)
}

/** Widths that are too much together: none is wider than it takes for the others to have theirs. */
function lowered(widths: number[], width: number): number[] {
  const modest = modestOf(widths, width)
  const others = widths.length - modest.length
  const most = (width - sum(modest.map((at) => widths[at]!))) / others
  return widths.map((each) => Math.min(each, most))
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
