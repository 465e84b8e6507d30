import type { Element } from 'hast'
import type { Table, TableCell } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { element } from './element.ts'
import { traced } from './traced.ts'

/** A table with its header cells; it scrolls in itself where it is wider than the screen. */
export function tableElement(state: State, node: Table, caption: Element[]): Element {
  const [head, ...lines] = node.children
  const { highlight, rowHeaders } = node.data ?? {}
  const empty = (cells: TableCell[]) => cells.every((cell) => !cell.children.length)
  const cell = (from: TableCell, tag: string, column: number, scope?: string) => {
    const className = [
      node.align?.[column] === 'right' ? 'number' : '',
      highlight?.column === column ? 'highlight' : '',
    ].filter(Boolean)
    return element(
      tag,
      { ...(scope ? { scope } : {}), ...(className.length ? { className } : {}), ...traced(from) },
      state.all(from),
    )
  }
  const header =
    head && !empty(head.children)
      ? [
          element(
            'tr',
            {},
            head.children.map((from, at) =>
              from.children.length ? cell(from, 'th', at, 'col') : cell(from, 'td', at),
            ),
          ),
        ]
      : []
  const body = lines.map((line, row) =>
    element(
      'tr',
      highlight?.row === row ? { className: ['highlight'] } : {},
      line.children.map((from, at) =>
        at === 0 && rowHeaders && from.children.length ? cell(from, 'th', at, 'row') : cell(from, 'td', at),
      ),
    ),
  )
  const width = Math.max(...node.children.map((row) => row.children.length))
  const table = element('table', { className: [`columns-${Math.min(width, 8)}`] }, [
    ...caption,
    ...(header.length ? [element('thead', {}, header)] : []),
    element('tbody', {}, body),
  ])
  return element('div', { className: ['scroll'] }, [table])
}
