import { describe, expect, test } from 'vitest'
import type { Problem } from '../../src/input/problem.ts'
import { plainText } from '../../src/model/text.ts'
import { tailored } from '../support/tailored.ts'

const textOf = async (template: string, files = {}) =>
  plainText((await tailored(`# T\n\n${template}`, files)).tree.children)
const problemOf = async (template: string, files = {}): Promise<Problem> => {
  const made = await tailored(template, files).catch((error: Problem) => error)
  if (!('details' in made)) throw new Error(`no problem, but: ${plainText(made.tree)}`)
  return made
}

describe('what a template asks for', () => {
  test.each([
    ['{{cell "TABEL 2.1" row="Skibe" column="Nordhavn"}}', '5 (55,6 pct.)'],
    ['{{cell "tabel 2.1" row=2 column="Søndre Havn"}}', '950'],
    ['{{value "TABEL 2.1" row="Skibe" column="Nordhavn" unit="pct."}}', '55,6'],
    ['{{value "TABEL 2.1" row="Tons" column="Nordhavn"}}', '1.200'],
    ['{{report.title}}', 'Havnens regnskab'],
    ['{{#each (entities "havn")}}{{name}}/{{/each}}', 'Nordhavn/Sydhavn/'],
    [
      '{{#each (cards "raad")}}{{number}} {{sentence title}}: {{lead}}{{/each}}',
      '1 Køb en kran: Nordhavn har ingen kran.',
    ],
    ['{{#each (passages "1" about="Nordhavn")}}{{this}}{{/each}}', 'Kun Nordhavn voksede.'],
    ['{{section "1" only="paragraphs" first=1}}', 'Havnen lagde ni skibe til kaj.'],
    ['{{section "Indledning"}}', 'Havnen lagde ni skibe til kaj.Kun Nordhavn voksede.'],
  ])('%s', async (template, expected) => {
    expect(await textOf(template)).toBe(`T${expected}`)
  })

  test('each piece keeps its source', async () => {
    const { tree } = await tailored('# T\n\n{{cell "TABEL 2.1" row="Skibe" column="Nordhavn"}}\n')
    expect(JSON.stringify(tree)).toContain(
      JSON.stringify({
        origin: {
          kind: 'cell',
          table: 'TABEL 2.1',
          row: 'Skibe',
          column: 'Nordhavn',
          of: { kind: 'original', file: 'report.md', line: 14, column: 7, length: 13 },
        },
      }),
    )
  })
})

describe('what the report lacks is a problem at its place, with the nearest match', () => {
  test.each([
    [
      'a table',
      '# T\n\n{{cell "TABEL 2.2" row="Skibe" column="Nordhavn"}}',
      { line: 3, column: 1, nearest: 'TABEL 2.1' },
    ],
    ['a row', '# T\n\n\n{{cell "TABEL 2.1" row="Skib" column="Nordhavn"}}', { line: 4, nearest: 'Skibe' }],
    ['a column', '# T\n{{cell "TABEL 2.1" row="Skibe" column="Nordhavnen"}}', { line: 2, nearest: 'Nordhavn' }],
    ['a unit', '# T\n{{value "TABEL 2.1" row="Skibe" column="Nordhavn" unit="kr."}}', { line: 2 }],
    ['an empty cell', '# T\n{{cell "TABEL 2.1" row="Kraner" column="Nordhavn"}}', { line: 2 }],
    ['a section', '# T\n{{section "Indledningen"}}', { line: 2, nearest: 'Indledning' }],
    ['a helper', '# T\n{{cel "TABEL 2.1"}}', { line: 2, nearest: 'cell' }],
    ['a name', '# T\n{{report.titel}}', { line: 2 }],
    ['a name in a condition', '# T\n{{#if editon}}x{{/if}}', { line: 2, nearest: 'edition' }],
    ['an empty value', '# T\n{{report.subtitle}}', { line: 2 }],
    ['a statement', '# T\n{{say "hovedet"}}', { line: 2, nearest: 'hoved' }],
    [
      'a group of statements',
      '# T\n{{#each (statements "fakt" for=1)}}{{this}}{{/each}}',
      { line: 2, nearest: 'fakta' },
    ],
    ['a statement in a question', '# T\n{{#if (has "hovde" for=1)}}x{{/if}}', { line: 2, nearest: 'hoved' }],
    ['a partial', '# T\n\n{{> foot}}', { line: 3 }],
    ['a directive', '# T\n\n::tabel{of="TABEL 2.1"}', { line: 3, nearest: 'table' }],
    ['an attribute', '# T\n\n::table{of="TABEL 2.1" hilight="x"}', { line: 3, nearest: 'highlight' }],
    ['a needed attribute', '# T\n\n::table{highlight="x"}', { line: 3 }],
    ['a table of a directive', '# T\n\n::table{of="TABEL 9"}', { line: 3 }],
    ['the right colons', '# T\n\n:::table{of="TABEL 2.1"}\n:::', { line: 3 }],
    ['a source of nothing', '# T\n\n## U\n\nRamme\n\n::source', { line: 7 }],
    ['valid Handlebars', '# T\n\n{{#if x}}\n', {}],
  ])('%s', async (_, template, expected) => {
    const editorial = 'statements: [{ id: hoved, group: fakta, text: "x", basis: [5] }]\n'
    const { details } = await problemOf(template, { 'editorial.yaml': editorial })
    expect(details).toMatchObject({ file: 'source/templates/briefs/brief.md.hbs', ...expected })
  })

  test('raw HTML, and a document without a title', async () => {
    expect((await problemOf('# T\n\n<b>x</b>')).message).toBe('holds raw HTML')
    expect((await problemOf('Ingen titel')).message).toBe('has no title')
  })

  test('a template outside its folder', async () => {
    const audience = (template: string) =>
      `title: A\nkicker: A\ndocuments:\n  - { name: b, template: ${template}, theme: standard, formats: [html] }\n`
    const out = await problemOf('# T', { 'audiences/alle.yaml': audience('../../editorial.yaml') })
    expect(out.message).toBe('leads out of its folder')
    expect(out.details).toMatchObject({ file: 'source/audiences/alle.yaml', line: 4 })
    const near = await problemOf('# T', { 'audiences/alle.yaml': audience('briefs/bref.md.hbs') })
    expect(near.details.nearest).toBe('briefs/brief.md.hbs')
  })
})

test('a selection that is false is false', async () => {
  const audience =
    'title: A\nkicker: A\nselect: { ja: true, nej: false, ord: [a, b] }\ndocuments:\n  - { name: b, template: briefs/brief.md.hbs, theme: standard, formats: [html] }\n'
  const template = '{{#if select.ja}}J{{/if}}{{#if select.nej}}N{{/if}}{{#each select.ord}}{{this}}{{/each}}'
  expect(await textOf(template, { 'audiences/alle.yaml': audience })).toBe('TJab')
})
