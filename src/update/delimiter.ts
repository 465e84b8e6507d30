/** What may divide the cells of a row; of two that divide alike the first counts: in "3,5;4,2" the comma is a decimal mark. */
const delimiters = [';', '\t', ',']

/**
 * The sign that divides the cells of a CSV text: that which stands equally often in most lines that follow each other, outside
 * quotes. Titles, notes and rows of settings have other signs, and do not count; where no two lines tell, the first row does.
 */
export function delimiterIn(text: string): string {
  const plain = text.replace(/"(?:[^"]|"")*"/g, '')
  const lines = plain.split(/\r?\n/).filter((line) => line.trim() && !/^#/.test(line))
  const blocks = delimiters.map((sign) => ({ sign, ...largestBlock(lines.map((line) => line.split(sign).length - 1)) }))
  const half = blocks.find(({ rows }) => rows > 1 && rows * 2 >= lines.length)
  if (half) return half.sign
  const [largest] = blocks.filter(({ rows }) => rows > 1).sort((a, b) => b.cells - a.cells)
  return largest?.sign ?? delimiters.find((sign) => lines[0]?.includes(sign)) ?? ','
}

/** The most lines in a row with one count that is not 0, and how many cells they hold together. */
function largestBlock(counts: number[]): { rows: number; cells: number } {
  let best = { rows: 0, cells: 0 }
  for (let at = 0; at < counts.length; ) {
    let end = at + 1
    while (counts[end] === counts[at]) end++
    const block = { rows: end - at, cells: (end - at) * counts[at]! }
    if (block.cells > best.cells) best = block
    at = end
  }
  return best
}
