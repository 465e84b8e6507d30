import type { List, Nodes, PhrasingContent } from 'mdast'
import type { Fact, KeyFigure } from '../../document/nodes.ts'
import { Problem } from '../../input/problem.ts'
import { plainText } from '../../model/text.ts'
import { originsOf } from '../../origin/walk.ts'
import { tableOf } from '../select.ts'
import { placesSource, sourcesIn, tableSource } from '../source-line.ts'
import { type Directive, type Flow, titleOf, type Written } from './directive.ts'

/** The directives that only frame what they hold. */

const container = (type: 'lead' | 'aside' | 'cards' | 'columns' | 'speakerNotes'): Directive => ({
  form: 'container',
  attributes: [],
  build: ({ children }) => [{ type, children } as Flow],
})

export const lead = container('lead')
export const aside = container('aside')
export const cards = container('cards')
export const columns = container('columns')
export const notes = container('speakerNotes')

export const entry: Directive = {
  form: 'container',
  attributes: ['number'],
  build: ({ children, attributes, origins }) => [
    {
      type: 'entry',
      number: attributes.number ?? null,
      ...(origins.number ? { numberOrigin: origins.number } : {}),
      children,
    },
  ],
}

const titled = (type: 'card' | 'callout'): Directive => ({
  form: 'container',
  attributes: ['title'],
  build: (written) => [{ type, title: titleOf(written), children: written.children } as Flow],
})

export const card = titled('card')
export const callout = titled('callout')

/** `- Label: text` as a two-column list; a label is what stands before the first colon. */
export const facts: Directive = {
  form: 'container',
  attributes: [],
  build({ children, place }) {
    const items = children.filter((child): child is List => child.type === 'list').flatMap((list) => list.children)
    return [
      {
        type: 'facts',
        children: items.map((item): Fact => {
          const content = item.children.flatMap((block) => (block.type === 'paragraph' ? block.children : []))
          return toFact(content, place)
        }),
      },
    ]
  },
}

function toFact([first, ...rest]: PhrasingContent[], place: Written['place']): Fact {
  const match = first?.type === 'text' ? /^([^:]+):\s*(.*)$/su.exec(first.value) : null
  if (!match)
    throw new Problem('is not a fact', {
      ...place,
      found: first ? plainText(first).slice(0, 60) : 'nothing',
      expected: '- Label: text',
    })
  return {
    type: 'fact',
    label: match[1]!.trim(),
    children: [...(match[2] ? [{ type: 'text' as const, value: match[2] }] : []), ...rest],
  }
}

export const keyFigure: Directive = {
  form: 'container',
  attributes: [],
  build({ children, place }) {
    if (children[0]?.type !== 'paragraph' || children.length < 2) {
      throw new Problem('a key figure needs two paragraphs', {
        ...place,
        expected: 'the number, an empty line, what it is',
      })
    }
    return [{ type: 'keyFigure', children }]
  },
}

/** Key figures side by side, with one source line for them all. */
export const keyFigures: Directive = {
  form: 'container',
  attributes: [],
  build({ children, place }, rendering) {
    const figures = children.filter((child): child is KeyFigure => child.type === 'keyFigure')
    if (figures.length !== children.length)
      throw new Problem('holds something else than key figures', { ...place, expected: ':::key-figure … :::' })
    const sources = sourcesIn(figures)
    const tables = [...new Set(sources.flatMap((source) => source.table ?? []))].map((id) =>
      tableOf(rendering.report, id),
    )
    const line = tables.length ? tableSource(tables, rendering) : placesSource(sources, rendering)
    return [{ type: 'keyFigures', children: figures }, ...(sources.length ? [line] : [])]
  },
}

/** Filled once all that stands above it is built. */
export const source: Directive = {
  form: 'leaf',
  attributes: [],
  build: ({ place }) => [{ type: 'sourceLine', asked: place, children: [] }],
}

/** Where the list of what the passages rest on is to stand. */
export const sources: Directive = {
  form: 'leaf',
  attributes: [],
  build: () => [{ type: 'sourceNotes', title: '', notes: [] }],
}

/** The theme's brand says who it is. */
export const contact: Directive = {
  form: 'leaf',
  attributes: [],
  build: ({ place: { file, line } }) => [{ type: 'contact', asked: { file, line } }],
}

/** Someone's own words: of the report, or a statement that is one of its sentences. */
export const quote: Directive = {
  form: 'container',
  attributes: ['by'],
  build(written) {
    const wording = sourced(written.children).find(
      (node) => node.data?.origin && originsOf(node.data.origin, 'stated').length,
    )
    if (wording && !wording.data?.verbatim)
      throw new Problem('quotes a statement that is not a quotation', {
        ...written.place,
        found: plainText(wording).slice(0, 60),
        expected: 'a statement with `verbatim: true`',
      })
    return [{ type: 'quote', by: titleOf(written, 'by'), children: written.children }]
  },
}

function sourced(nodes: Nodes[]): Nodes[] {
  return nodes.flatMap((node) => [
    ...(node.data?.origin ? [node] : []),
    ...('children' in node ? sourced(node.children as Nodes[]) : []),
  ])
}

export const pageBreak: Directive = { form: 'leaf', attributes: [], build: () => [{ type: 'pageBreak' }] }
