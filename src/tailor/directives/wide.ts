import type { ListItem, PhrasingContent, TableCell } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Card, Cards, Exhibit, Fact } from '../../document/nodes.ts'
import { noSuch } from '../../input/no-such.ts'
import { joinOf, lengthOf } from '../../origin/origin.ts'
import type { Flow } from './directive.ts'

/** What becomes of a table too wide for a page: a page turned on its side, a card for each row, or the table as it is. */
const ways = ['landscape', 'cards', 'table'] as const
export type Wide = (typeof ways)[number]

/** @throws {Problem} for a way there is not */
export function wideOf(attribute: string | undefined): Wide | undefined {
  if (attribute === undefined) return undefined
  const way = ways.find((each) => each === attribute)
  if (!way) throw noSuch(`"wide" cannot be "${attribute}"`, attribute, ways)
  return way
}

/** A table as asked for; where nothing was asked and its columns do not fit side by side, cards or what is wanted instead. */
export function fitted(made: Exhibit, asked: Wide | undefined, otherwise: Wide = 'cards'): Flow[] {
  const way = asked ?? (isTooWide(made) ? otherwise : 'table')
  if (way === 'cards') return asCards(made)
  return [way === 'landscape' ? { ...made, landscape: true } : made]
}

/** Characters of the smallest type of a table that fit across an A4 page with 20 mm margins. */
const acrossPage = 125
/** What a column needs beside its words. */
const gutter = 2

/** Do the longest words of the columns, side by side, need more than the page has? */
function isTooWide({ children: [table] }: Exhibit): boolean {
  if (table?.type !== 'table') return false
  const columns = Math.max(...table.children.map((row) => row.children.length))
  const needed = Array.from({ length: columns }, (_, column) =>
    Math.max(...table.children.map((row) => longestWord(row.children[column]))),
  )
  return needed.reduce((sum, width) => sum + width + gutter, 0) > acrossPage
}

function longestWord(cell: TableCell | undefined): number {
  const words = cell ? textOf(cell).split(/[\s/-]+/) : []
  return Math.max(0, ...words.map((word) => word.length))
}

/** A card for each row: its first cell is the title, the column heads are the labels. */
function asCards({ caption, children: [table, sourceLine] }: Exhibit): Flow[] {
  if (table?.type !== 'table') return []
  const [head, ...rows] = table.children
  const cards = rows.map(({ children: [first, ...rest] }): Card => {
    const facts = rest.map(
      (cell, at): Fact => ({
        type: 'fact',
        ...labelOf(head!.children[at + 1], at + 2),
        children: inLine(cell),
        ...(cell.data ? { data: cell.data } : {}),
      }),
    )
    return { type: 'card', title: first ? inLine(first) : [], children: [{ type: 'facts', children: facts }] }
  })
  const title: Flow[] = caption.length
    ? [{ type: 'paragraph', children: [{ type: 'strong', children: caption }], data: { told: true } }]
    : []
  const side: Cards = { type: 'cards', children: cards, data: { told: true } }
  return [...title, side, ...(sourceLine ? [sourceLine as Flow] : [])]
}

/** What heads a column, or else its number. */
function labelOf(head: TableCell | undefined, number: number): Pick<Fact, 'label' | 'labelOrigin'> {
  const origin = joinOf(head?.children.flatMap(({ data }) => data?.origin ?? []) ?? [])
  return { label: (head && textOf(head)) || String(number), ...(lengthOf(origin) ? { labelOrigin: origin } : {}) }
}

/** The content of a cell as running text, its list items divided by semicolons. */
function inLine(cell: TableCell): PhrasingContent[] {
  return cell.children.flatMap((child) => {
    if ((child as { type: string }).type !== 'list') return [child]
    const items = (child as unknown as { children: ListItem[] }).children.map((item) => textOf(item))
    return [{ type: 'text' as const, value: items.join('; ') }]
  })
}
