import type { Paragraph, Table, TableCell, TableRow } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { widthOf } from '../blocks.ts'
import type { Step } from '../step.ts'

/**
 * The last row of a table that fell out of it at a page break, its cells now plain paragraphs, is put back. It is known by
 * the tables of the same make: those whose first column reads the same go on with a row that begins like the paragraph.
 */
export const fallenRows: Step = {
  rule: 'fallen-row',
  run(tree, log) {
    const tables = tree.children.filter((node) => node.type === 'table').map((node) => ({ node, labels: labels(node) }))
    const alikeBegun = new Map<string | undefined, string[][]>()
    for (const { labels } of tables) alikeBegun.set(labels[0], [...(alikeBegun.get(labels[0]) ?? []), labels])
    for (const { node: table, labels } of tables) {
      const next = nextLabel(labels, alikeBegun.get(labels[0])!)
      if (!next) continue
      const at = tree.children.indexOf(table)
      const label = tree.children[at + 1]
      const values = tree.children.slice(at + 2, at + 1 + widthOf(table))
      if (label?.type !== 'paragraph' || fold(textOf(label)) !== next) continue
      if (!values.length || !values.every((node) => node.type === 'paragraph')) continue
      const cells = [label, ...(values as Paragraph[])].map(toCell)
      const position = { start: label.position!.start, end: values.at(-1)!.position!.end }
      const row: TableRow = { type: 'tableRow', children: cells, position }
      log(position, cells.map((cell) => textOf(cell)).join('\n\n'), cells.map((cell) => textOf(cell)).join('\t'))
      table.children.push(row)
      table.position = { start: table.position!.start, end: position.end }
      tree.children.splice(at + 1, 1 + values.length)
    }
  },
}

/** The label that comes next in most other tables whose first column begins with these. */
function nextLabel(mine: string[], tables: string[][]): string | null {
  if (mine.length < 4) return null
  const nexts = tables.filter((other) => alike(mine, other)).map((other) => other[mine.length]!)
  return nexts.length >= 2 && nexts.length > tables.filter((other) => alike(other, mine)).length / 2
    ? mode(nexts)
    : null
}

/** Does `longer`, which has more labels, begin like `shorter`, but for one label in five that may be misread? */
function alike(shorter: string[], longer: string[]): boolean {
  if (longer.length <= shorter.length) return false
  const same = shorter.filter((label, row) => label === longer[row]).length
  return same >= shorter.length * 0.8
}

const labels = (table: Table) => table.children.map((row) => fold(row.children[0] ? textOf(row.children[0]) : ''))
const fold = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()

function mode(values: string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0]
}

function toCell({ children, position }: Paragraph): TableCell {
  return { type: 'tableCell', children, position }
}
