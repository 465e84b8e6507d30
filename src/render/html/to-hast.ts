import type { Root as HastRoot } from 'hast'
import type { Nodes, PhrasingContent, Root, Table } from 'mdast'
import type { Handler } from 'mdast-util-to-hast'
import { toString as textOf } from 'mdast-util-to-string'
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { type Language, locales } from '../../locale/locales.ts'
import type { Drawings } from '../chart/draw.ts'
import type { Theme } from '../theme.ts'
import { chartHandler, Pictures } from './chart.ts'
import { contactHandler } from './contact.ts'
import { diagram } from './diagram.ts'
import { element } from './element.ts'
import { titleLevels } from './heading-levels.ts'
import { marks } from './marks.ts'
import { slide } from './slide.ts'
import { tableElement } from './table.ts'
import { link, textHandler } from './text.ts'
import { type Build, inline, traced } from './traced.ts'

/**
 * A document's tree as HTML: semantic elements, each traced piece with its source in `data-source`. What could run or fetch is
 * left out: only known elements and attributes, only http(s), mailto, tel and in-page addresses.
 */
export function documentToHast(tree: Root, drawings: Drawings, setting: Setting): HastRoot {
  const pictures = new Pictures()
  const { figures } = locales[setting.language].words
  const handlers = handlersFor(titleLevels(tree), setting, chartHandler(drawings, pictures, figures))
  const page = unified().use(remarkRehype, { handlers }).use(rehypeSanitize, schema).runSync(tree) as HastRoot
  return pictures.fill(page)
}

/** What a document is set with. */
export interface Setting {
  theme: Theme
  language: Language
}

function handlersFor(levels: Map<Nodes, number>, { theme, language }: Setting, chart: Build): Record<string, Handler> {
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
    slide,
    heading: (state, node: Extract<Nodes, { type: 'heading' }>) =>
      element(`h${levels.get(node) ?? node.depth}`, traced(node), state.all(node)),
    chart,
    diagram,
    quote: (state, node: Extract<Nodes, { type: 'quote' }>) =>
      element('blockquote', {}, [
        ...state.all(node),
        ...(node.by.length ? [element('p', { className: ['by'] }, inline(state, node.by))] : []),
      ]),
    missing: (_, node: Extract<Nodes, { type: 'missing' }>) =>
      element('span', { role: 'img', ariaLabel: node.value }, [{ type: 'text', value: '–' }]),
    exhibit: (state, node: Extract<Nodes, { type: 'exhibit' }>) => {
      const [table, ...rest] = node.children
      const caption = node.caption.length ? [element('caption', {}, inline(state, node.caption))] : []
      return element('div', { className: ['exhibit', length(node), ...(node.landscape ? ['landscape'] : [])] }, [
        tableElement(state, table as Table, caption),
        ...inline(state, rest),
      ])
    },
    table: (state, node: Table) => tableElement(state, node, []),
    contact: contactHandler(theme),
    link,
    paragraph: (state, node) => element('p', traced(node), state.all(node)),
    emphasis: (state, node) => element('em', traced(node), state.all(node)),
    strong: (state, node) => element('strong', traced(node), state.all(node)),
    text: textHandler(locales[language]),
  }
  return builders as unknown as Record<string, Handler>
}

/** What a page should not cut is short; what may run over a page end is long. */
function length(node: Nodes): 'short' | 'long' {
  return textOf(node).length > 600 ? 'long' : 'short'
}

const schema: Schema = {
  ...defaultSchema,
  clobber: [],
  tagNames: [...(defaultSchema.tagNames ?? []), 'section', 'aside', 'caption', 'details', 'summary', 'address'],
  attributes: {
    '*': ['className', 'dataSource', 'ariaHidden', 'ariaAtomic', 'id', 'lang'],
    th: ['scope', 'className', 'dataSource', 'rowSpan'],
    a: ['href', 'className'],
    img: ['alt'],
    span: [['role', 'img'], 'ariaLabel'],
    div: ['className', 'dataSource', 'dataPicture'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
}
