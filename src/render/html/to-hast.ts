import type { Element, ElementContent, Root as HastRoot, Properties } from 'hast'
import type { Link, Nodes, PhrasingContent, Root, Table, TableCell, Text } from 'mdast'
import type { Handler, State } from 'mdast-util-to-hast'
import { toString as textOf } from 'mdast-util-to-string'
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize'
import remarkRehype, { defaultHandlers } from 'remark-rehype'
import { unified } from 'unified'
import type { Source } from '../../document/source.ts'
import { type Language, locales } from '../../locale/locales.ts'
import type { Drawings } from '../chart/draw.ts'
import { unbroken } from '../no-breaks.ts'
import { type ContactLines, contactOf } from '../theme/contact.ts'
import type { Theme } from '../theme.ts'
import { titleLevels } from './heading-levels.ts'

/**
 * A document's tree as HTML: semantic elements, each traced piece with its source in `data-source`. What could run or fetch is
 * left out: only known elements and attributes, only http(s), mailto, tel and in-page addresses.
 */
export function documentToHast(tree: Root, _drawings: Drawings, setting: Setting): HastRoot {
  const handlers = handlersFor(titleLevels(tree), setting)
  return unified().use(remarkRehype, { handlers }).use(rehypeSanitize, schema).runSync(tree) as HastRoot
}

/** What a document is set with. */
export interface Setting {
  theme: Theme
  language: Language
}

type Build = (state: State, node: never) => ElementContent | ElementContent[]

function handlersFor(levels: Map<Nodes, number>, { theme, language }: Setting): Record<string, Handler> {
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
    missing: (_, node: Extract<Nodes, { type: 'missing' }>) => [
      element('span', { ariaHidden: 'true' }, [{ type: 'text', value: '–' }]),
      element('span', { className: ['visually-hidden'] }, [{ type: 'text', value: node.value }]),
    ],
    exhibit: (state, node: Extract<Nodes, { type: 'exhibit' }>) => {
      const [table, ...rest] = node.children
      const caption = node.caption.length ? [element('caption', {}, inline(state, node.caption))] : []
      return element('div', { className: ['exhibit', length(node)] }, [
        tableElement(state, table as Table, caption),
        ...inline(state, rest),
      ])
    },
    table: (state, node: Table) => tableElement(state, node, []),
    contact: (_, node: Extract<Nodes, { type: 'contact' }>) => contactElement(contactOf(theme, node)),
    link: (state, node: Link) => {
      const link = defaultHandlers.link(state, node)
      // print shows an address once
      if (bareAddress(textOf(node)) === bareAddress(node.url)) link.properties.className = ['address']
      return link
    },
    text: (_, node: Text) =>
      unbroken(node.value, locales[language]).map(
        ({ text, whole }): ElementContent =>
          whole
            ? element('span', { className: ['whole'] }, [{ type: 'text', value: text }])
            : { type: 'text', value: text },
      ),
    paragraph: (state, node) => element('p', traced(node), state.all(node)),
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
  return element('table', { className: [`columns-${Math.min(width, 8)}`] }, [
    ...caption,
    ...(header.length ? [element('thead', {}, header)] : []),
    element('tbody', {}, body),
  ])
}

function contactElement({ name, ways }: ContactLines): Element {
  const links = ways.flatMap(({ text, href }): ElementContent[] => [
    element('br', {}, []),
    element('a', { href, className: ['address'] }, [{ type: 'text', value: text }]),
  ])
  return element('address', { className: ['contact'] }, [{ type: 'text', value: name }, ...links])
}

const bareAddress = (text: string) => text.replace(/^(?:https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '')

function inline(state: State, nodes: Nodes[]): ElementContent[] {
  return state.all({ type: 'root', children: nodes } as Root) as ElementContent[]
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

/** `data-source="report.md:14 Table 2.1 | Ships | North"`, several divided by `;`. */
function traced(node: { data?: { sources?: Source[] } }): Properties {
  const sources = node.data?.sources
  return sources?.length ? { dataSource: sources.map(describe).join('; ') } : {}
}

function describe({ file, lines: [first, last], table, row, column, statement }: Source): string {
  const place = `${file}:${first === last ? first : `${first}-${last}`}`
  return [place, statement ? `#${statement}` : '', [table, row, column].filter(Boolean).join(' | ')]
    .filter(Boolean)
    .join(' ')
}

const schema: Schema = {
  ...defaultSchema,
  clobber: [],
  tagNames: [...(defaultSchema.tagNames ?? []), 'section', 'caption', 'address'],
  attributes: {
    '*': ['className', 'dataSource', 'ariaHidden', 'id', 'lang'],
    th: ['scope', 'className', 'dataSource'],
    a: ['href', 'className'],
    img: ['alt'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
}
