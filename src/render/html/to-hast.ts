import type { Element, ElementContent, Root as HastRoot, Properties } from 'hast'
import type { Nodes, PhrasingContent, Root, Table, TableCell } from 'mdast'
import type { Handler, State } from 'mdast-util-to-hast'
import { toString as textOf } from 'mdast-util-to-string'
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { Chart } from '../../document/nodes.ts'
import { describeSources, type Source } from '../../document/source.ts'
import type { Locale } from '../../locale/locale.ts'
import type { Drawings } from '../chart/draw.ts'
import { Pictures } from './chart.ts'
import { diagram } from './diagram.ts'
import { element } from './element.ts'
import { titleLevels } from './heading-levels.ts'
import { marks } from './marks.ts'

/**
 * A document's tree as HTML: semantic elements, each traced piece with its source in `data-source`. What could run or fetch is
 * left out: only known elements and attributes, only http(s), mailto and in-page addresses.
 */
export function documentToHast(tree: Root, drawings: Drawings, { words }: Locale): HastRoot {
  const pictures = new Pictures()
  const handlers = { ...handlersFor(titleLevels(tree)), chart: chartHandler(drawings, pictures, words.figures) }
  const page = unified().use(remarkRehype, { handlers }).use(rehypeSanitize, schema).runSync(tree) as HastRoot
  return pictures.fill(page)
}

/** The finding, the picture, its numbers as a table to be opened, and its source line. */
function chartHandler(drawings: Drawings, pictures: Pictures, figures: string): Handler {
  return (state, node: Chart) => {
    const [table, ...rest] = node.children
    const drawing = drawings.get(node)
    const summary = element('summary', {}, [{ type: 'text', value: figures }])
    return element('div', { className: ['chart'] }, [
      element('p', { className: ['title'] }, inline(state, node.title)),
      ...(node.subtitle ? [element('p', { className: ['subtitle'] }, [{ type: 'text', value: node.subtitle }])] : []),
      ...(drawing ? [pictures.placeholder(drawing)] : []),
      element('details', { className: ['figures'] }, [summary, tableElement(state, table as Table, [])]),
      ...inline(state, rest),
    ])
  }
}

export type Build = (state: State, node: never) => ElementContent | ElementContent[]

function handlersFor(levels: Map<Nodes, number>): Record<string, Handler> {
  const box =
    (tag: string, className: string): Build =>
    (state, node) =>
      element(tag, { className: [className], ...traced(node) }, state.all(node))
  const titled =
    (tag: string, className: string): Build =>
    (state, node: { title: PhrasingContent[] } & Nodes) => {
      const title = node.title.length
        ? [element(`h${levels.get(node)}`, { className: ['title'] }, inline(state, node.title))]
        : []
      return element(tag, { className: [className, length(node)] }, [...title, ...state.all(node)])
    }
  const builders: Record<string, Build> = {
    lead: box('div', 'lead'),
    aside: box('div', 'aside'),
    cards: box('div', 'cards'),
    columns: box('div', 'columns'),
    keyFigures: box('div', 'key-figures'),
    keyFigure: box('div', 'key-figure'),
    sourceLine: box('p', 'source'),
    chip: box('span', 'chip'),
    card: titled('section', 'card'),
    callout: titled('section', 'callout'),
    superscript: box('sup', 'raised'),
    pageBreak: () => element('div', { className: ['page-break'] }, []),
    entry: (state, node: Extract<Nodes, { type: 'entry' }>) => {
      const asides = node.children.filter((child) => child.type === 'aside')
      const main = node.children.filter((child) => child.type !== 'aside')
      return element('div', { className: ['entry'] }, [
        ...(node.number ? [element('p', { className: ['entry-number'] }, [{ type: 'text', value: node.number }])] : []),
        element('div', { className: ['entry-body'] }, inline(state, main)),
        ...inline(state, asides),
      ])
    },
    facts: (state, node: Extract<Nodes, { type: 'facts' }>) =>
      element(
        'dl',
        { className: ['facts'] },
        node.children.flatMap((fact) => [
          element('dt', {}, [{ type: 'text', value: fact.label }]),
          element('dd', {}, inline(state, fact.children)),
        ]),
      ),
    ...marks,
    diagram,
    quote: (state, node: Extract<Nodes, { type: 'quote' }>) =>
      element('blockquote', {}, [
        ...state.all(node),
        ...(node.by.length ? [element('p', { className: ['by'] }, inline(state, node.by))] : []),
      ]),
    missing: (_, node: Extract<Nodes, { type: 'missing' }>) => [
      element('span', { ariaHidden: 'true' }, [{ type: 'text', value: '–' }]),
      element('span', { className: ['visually-hidden'] }, [{ type: 'text', value: node.value }]),
    ],
    exhibit: (state, node: Extract<Nodes, { type: 'exhibit' }>) => {
      const [table, ...rest] = node.children
      const caption = node.caption.length ? [element('caption', {}, inline(state, node.caption))] : []
      return element('div', { className: ['exhibit', length(node), ...(node.landscape ? ['landscape'] : [])] }, [
        tableElement(state, table as Table, caption),
        ...inline(state, rest),
      ])
    },
    table: (state, node: Table) => tableElement(state, node, []),
    paragraph: (state, node) => element('p', traced(node), state.all(node)),
    emphasis: (state, node) => element('em', traced(node), state.all(node)),
    strong: (state, node) => element('strong', traced(node), state.all(node)),
    text: (_, node: Extract<Nodes, { type: 'text' }>) => {
      const text: ElementContent = { type: 'text', value: node.value }
      return node.data?.sources?.length ? element('span', traced(node), [text]) : text
    },
  }
  return builders as unknown as Record<string, Handler>
}

/** What a page should not cut is short; what may run over a page end is long. */
function length(node: Nodes): 'short' | 'long' {
  return textOf(node).length > 900 ? 'long' : 'short'
}

function tableElement(state: State, node: Table, caption: Element[]): Element {
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
      line.children.map((from, at) => (at === 0 && rowHeaders ? cell(from, 'th', at, 'row') : cell(from, 'td', at))),
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

export function inline(state: State, nodes: Nodes[]): ElementContent[] {
  return state.all({ type: 'root', children: nodes } as Root) as ElementContent[]
}

/** `data-source="report.md:14 Table 2.1 | Ships | North"` */
export function traced(node: { data?: { sources?: Source[] } }): Properties {
  const sources = node.data?.sources
  return sources?.length ? { dataSource: describeSources(sources) } : {}
}

const schema: Schema = {
  ...defaultSchema,
  clobber: [],
  tagNames: [...(defaultSchema.tagNames ?? []), 'section', 'caption', 'details', 'summary'],
  attributes: {
    '*': ['className', 'dataSource', 'ariaHidden', 'id', 'lang'],
    th: ['scope', 'className', 'dataSource', 'rowSpan'],
    a: ['href', 'className'],
    img: ['alt'],
    div: ['className', 'dataSource', 'dataPicture'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
}
