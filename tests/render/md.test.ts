import type { ListItem, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { renderMarkdown } from '../../src/render/md/md.ts'
import { document, figures, theme } from '../support/every-node.ts'
import { tailored } from '../support/tailored.ts'

const written = renderMarkdown(document, theme)
const read = unified().use(remarkParse).use(remarkGfm).parse(written)

function all<T extends Nodes['type']>(tree: Root, type: T): Extract<Nodes, { type: T }>[] {
  const found: Extract<Nodes, { type: T }>[] = []
  visit(tree, type, (node) => {
    found.push(node as Extract<Nodes, { type: T }>)
  })
  return found
}

test('what is read again has the same headings', () => {
  expect(all(read, 'heading').map((node) => `${node.depth} ${textOf(node)}`)).toEqual([
    '1 Havnen & <byen>',
    '2 Tal',
    '2 Tekst',
    '4 Et spring nedad',
    '3 7. Køb en kran',
    '2 Stykker',
    '3 Et kort',
    '2 Vejen',
    '2 Mere',
    '2 Endnu mere',
    '2 Til sidst',
  ])
})

test('tables keep their rows, cells and numbers, a bar and a list within a cell too', () => {
  const tables = all(read, 'table').map((table) =>
    table.children.map((row) => row.children.map((cell) => textOf(cell))),
  )
  const figures = [
    ['Havn', 'Skibe', 'Kraner'],
    ['Nordhavn', '1.200', 'To slags; små | lette; store'],
    ['Sydhavn', '950', '–'],
  ]
  expect(tables).toEqual([
    figures,
    figures,
    [
      ['', ''],
      ['Nordhavn', 'Uge 5'],
    ],
    [
      ['', 'Indsats', 'Effekt'],
      ['Samtaler', 'flere', 'hurtigere i job'],
      ['', 'bedre', 'bliver i job'],
    ],
    figures,
  ])
  expect(all(read, 'table')[0]!.align).toEqual(['left', 'right', 'left'])
})

test('source marks are footnotes, each told once and last', () => {
  expect(all(read, 'footnoteReference').map((node) => node.identifier)).toEqual(['1', '2', '2', '1'])
  expect(all(read, 'footnoteDefinition').map((node) => textOf(node))).toEqual([
    'Afsnit 1 (linje 4)',
    'Afsnit 2 (linje 4)',
  ])
  expect(read.children.slice(-2).map((node) => node.type)).toEqual(['footnoteDefinition', 'footnoteDefinition'])
})

test('pieces are what plain Markdown has', () => {
  expect(written).toContain('- **1.200** skibe i Nordhavn\n- **950** skibe i Sydhavn')
  expect(written).toContain('**Skibe og kraner**\n\n| Havn |')
  expect(written).toContain('*Kilde: Havnekontoret*')
  expect(written).toContain('**Nordhavn har flest skibe**\n\nSkibe i alt\n\n|')
  expect(written).toContain('- **Formål:** At måle')
  expect(written).toContain('**8.** Uden overskrift.')
  expect(written).toContain('Gøres i dag: Sydhavn, Vesthavn')
  expect(written).toContain('●●○\u00a0moderat evidens for samtaler.')
  expect(written).toContain('> Det koster penge.\n>\n> — havnefogeden')
  expect(written).toContain('> **Obs**')
  expect(written).toContain('3. tredje')
  expect(written).toContain('5 m²')
  expect(written).toContain('**Kontakt:** Havnekontoret, ')
})

test('nothing is left of pages, of directives or of HTML', () => {
  expect(all(read, 'html')).toEqual([])
  expect(written).not.toMatch(/:::|\{\{|page-?break/i)
  expect(all(read, 'link').map((node) => node.url)).not.toContainEqual(expect.stringMatching(/^javascript/))
})

test('a passage in another language is text like any other', () => {
  expect(written).toContain('Det hedder the port of call eller *the dock* overalt.')
})

test('what a report says stays what it says', async () => {
  const tricky =
    '# Havnens regnskab\n\n## 1 Indledning\n\nEt \\*udråb\\* med 1\\. punktum, a_b_c og \\<b>.\n\n## 2 Tal\n\nTABEL 2.1: SKIBE\n\n\tNord\nSkibe\t5\n'
  const tree = (await tailored('# T\n\n{{section "1"}}\n', { 'report.md': tricky })).tree
  const text = renderMarkdown({ ...document, tree }, theme)
  const again = unified().use(remarkParse).use(remarkGfm).parse(text)
  expect(all(again, 'paragraph').map((node) => textOf(node))).toContain('Et *udråb* med 1. punktum, a_b_c og <b>.')
})

test('a caption in bold ends before its notes', () => {
  const mark: PhrasingContent = { type: 'sourceMark', number: 1, note: 'Afsnit 1 (linje 4)' }
  const caption: PhrasingContent[] = [{ type: 'text', value: 'Skibe' }, mark]
  const exhibit: RootContent = { type: 'exhibit', caption, children: [figures] }
  expect(renderMarkdown({ ...document, tree: { type: 'root', children: [exhibit] } }, theme)).toMatch(
    /^\*\*Skibe\*\*\[\^1\]\n/,
  )
})

test('items of one paragraph stand close, a fact with nothing to it is left out, an address is a link', () => {
  const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] })
  const item = (...values: string[]): ListItem => ({ type: 'listItem', spread: true, children: values.map(paragraph) })
  const of = (...children: RootContent[]) => renderMarkdown({ ...document, tree: { type: 'root', children } }, theme)
  expect(of({ type: 'list', spread: true, children: [item('en'), item('to')] })).toBe('- en\n- to\n')
  expect(of({ type: 'list', spread: false, children: [item('en', 'mere'), item('to')] })).toBe(
    '- en\n\n  mere\n\n- to\n',
  )
  const facts: RootContent = {
    type: 'facts',
    children: [
      { type: 'fact', label: 'Tom', children: [] },
      { type: 'fact', label: 'Fuld', children: [{ type: 'text', value: 'her' }] },
    ],
  }
  expect(of(facts)).toBe('- **Fuld:** her\n')
  expect(of({ type: 'contact' })).toContain('[havn@example.org](mailto:havn@example.org)')
})
