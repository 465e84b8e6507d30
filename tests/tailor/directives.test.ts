import type { Nodes, Table } from 'mdast'
import { describe, expect, test } from 'vitest'
import { sourcesFrom } from '../../src/document/source.ts'
import { plainText } from '../../src/model/text.ts'
import { smallReport } from '../support/source.ts'
import { tailored } from '../support/tailored.ts'

const make = async (template: string) => (await tailored(`# T\n\n${template}`)).tree.children.slice(1)
const grid = (node: Nodes) =>
  ((node as { children: Nodes[] }).children[0] as Table).children.map((row) =>
    row.children.map((cell) => plainText(cell)),
  )
const sourceOf = (node: Nodes) => plainText((node as { children: Nodes[] }).children.at(-1)!)

describe('::table', () => {
  test('brings the table with its caption in sentence case and its source line', async () => {
    const [exhibit] = await make('::table{of="TABEL 2.1"}')
    expect(grid(exhibit!)).toEqual([
      ['', 'Nordhavn', 'Sydhavn'],
      ['Skibe', '5 (55,6 pct.)', '4 (44,4 pct.)'],
      ['Tons', '1.200', '950'],
      ['Kraner', '', '2'],
    ])
    expect(plainText((exhibit as unknown as { caption: Nodes[] }).caption)).toBe('Skibe og tons')
    expect(sourceOf(exhibit!)).toBe('Kilde: Havnekontoret, tabel 2.1 (linje 11–16) i rapporten. Note: Foreløbige tal.')
  })

  test('chooses, orders, renames, turns and highlights', async () => {
    const [exhibit] = await make(
      '::table{of="TABEL 2.1" rows="Tons; Skibe" columns="Sydhavn; Nordhavn" rename="Tons = Tons i alt" transpose highlight="Sydhavn" first="Havn"}',
    )
    expect(grid(exhibit!)).toEqual([
      ['Havn', 'Tons i alt', 'Skibe'],
      ['Sydhavn', '950', '4 (44,4 pct.)'],
      ['Nordhavn', '1.200', '5 (55,6 pct.)'],
    ])
    const table = (exhibit as { children: Nodes[] }).children[0] as Table
    expect(table.data?.highlight).toEqual({ row: 0 })
    expect(table.align).toEqual(['left', 'right', 'right'])
  })

  test('an empty cell says so, and every cell knows its line', async () => {
    const [exhibit] = await make('::table{of="TABEL 2.1"}')
    const cell = ((exhibit as { children: Nodes[] }).children[0] as Table).children[3]!.children[1]!
    expect(cell.children).toEqual([{ type: 'missing', value: 'ikke oplyst' }])
    expect(sourcesFrom(cell.data?.origin)).toEqual([
      { file: 'report.md', lines: [16, 16], table: 'TABEL 2.1', row: 'Kraner', column: 'Nordhavn' },
    ])
  })
})

describe('tables', () => {
  const report = smallReport.replace(
    '## 3',
    'TABEL 2.2: SKIBE OG KAJER\n\n![](kajer.png)\n\n### Kajer\n\n|Kaj||Meter|\n|---|---|---|\n|Nord||90|\n\n## 3',
  )
  const template = (asked: string) =>
    `# T\n\n{{#each (tables ${asked})}}{{#if exhibit}}{{exhibit}}{{else}}Mangler: {{caption}}{{/if}}\n\n{{/each}}`
  const madeOf = async (asked: string, files = { 'report.md': report }) =>
    (await tailored(template(asked), files)).tree.children.slice(1).filter(({ type }) => type !== 'sourceNotes')
  const captionOf = (node: Nodes) => plainText((node as unknown as { caption: Nodes[] }).caption)

  test('gives all of a section whole, under its caption or the title of its section', async () => {
    const [first, picture, last] = await madeOf('"2"')
    expect(grid(first!)[1]).toEqual(['Skibe', '5 (55,6 pct.)', '4 (44,4 pct.)'])
    expect(captionOf(first!)).toBe('Tabel 2.1: Skibe og tons')
    expect(plainText(picture!)).toBe('Mangler: Tabel 2.2: Skibe og kajer')
    expect(captionOf(last!)).toBe('Kajer')
    expect((await madeOf('"Kajer"')).map(grid)).toEqual([grid(last!)])
    expect(await madeOf('')).toHaveLength(3)
    expect(await madeOf('"3"')).toEqual([])
  })

  test('a column with nothing in it is left out', async () => {
    const [exhibit] = await madeOf('"Kajer"')
    expect(grid(exhibit!)).toEqual([
      ['Kaj', 'Meter'],
      ['Nord', '90'],
    ])
  })

  test('what is too wide becomes what is asked for, the rest stays', async () => {
    const wide = Array.from({ length: 6 }, (_, column) => `Havnebestyrelsesmøde${column}`).join('|')
    const files = {
      'report.md': report.replace('|Kaj||Meter|', `|${wide}|`).replace('|---|---|---|', '|---|---|---|---|---|---|'),
    }
    const kinds = async (asked: string) =>
      (await madeOf(asked, files))
        .filter(({ type }) => type === 'exhibit' || type === 'cards')
        .map((node) => [node.type, 'landscape' in node])
    expect((await kinds('"2" wide="landscape"')).at(0)).toEqual(['exhibit', false])
    expect((await kinds('"2" wide="landscape"')).at(-1)).toEqual(['exhibit', true])
    expect((await kinds('"2"')).at(-1)).toEqual(['cards', false])
  })

  test('a box is set apart as text', async () => {
    const files = {
      'report.md': `${smallReport}\n### FAKTABOKS 3.1: KRANER\n\nEn kran løfter.\n`,
      'report.yaml': 'language: da\ncaptions: { table: [TABEL], box: [FAKTABOKS] }\n',
    }
    const [box, source] = await madeOf('"3"', files)
    expect(box).toMatchObject({ type: 'callout', title: [{ value: 'Faktaboks 3.1: Kraner' }] })
    expect(plainText(box!)).toContain('En kran løfter.')
    expect(plainText(source!)).toMatch(/^Kilde: faktaboks 3.1/)
  })
})

describe('a column of figures is set to the right', () => {
  const alignOf = async (cells: string[]) => {
    const report = `${smallReport}\n## 4 Priser\n\nTABEL 4.1: PRISER\n\n\tPris\n${cells.map((cell, row) => `Ting ${row}\t${cell}`).join('\n')}\n`
    const document = await tailored('# T\n\n::table{of="TABEL 4.1"}\n', { 'report.md': report })
    return ((document.tree.children[1] as { children: Nodes[] }).children[0] as Table).align?.[1]
  }

  test.each([
    ['with a currency', ['£1.30', '€ 2', 'DKK 5']],
    ['with signs', ['+26 (62%)', '-5', '−3,2']],
    ['where one says that there is none', ['14', '3', 'ikke talt']],
    ['where one is missing', ['14', '3', '']],
  ])('%s', async (_, cells) => expect(await alignOf(cells)).toBe('right'))

  test.each([
    ['words', ['mange', 'få', '3']],
    ['sentences with numbers', ['2 om ugen, men flere i juni og august', '30', '40']],
    ['names in capitals', ['UGU', 'ABC', 'SMART']],
  ])('%s are not', async (_, cells) => expect(await alignOf(cells)).toBe('left'))
})

test('::contact remembers where it is asked for', async () => {
  const [contact] = await make('::contact')
  expect(contact).toEqual({ type: 'contact', asked: { file: 'source/templates/briefs/brief.md.hbs', line: 3 } })
})

test(':::comparison sets the entities against each other, from rows or columns', async () => {
  const [exhibit] = await make(
    ':::comparison{of="havn" highlight="Nordhavn" first="Havn"}\n- Skibe: TABEL 2.1 / Skibe\n- Andel: TABEL 2.1 / Skibe / pct.\n- Kraner: TABEL 2.1 / Kraner\n:::',
  )
  expect(grid(exhibit!)).toEqual([
    ['Havn', 'Skibe', 'Andel', 'Kraner'],
    ['Nordhavn', '5 (55,6 pct.)', '55,6', ''],
    ['Sydhavn', '4 (44,4 pct.)', '44,4', '2'],
  ])
})

test(':::key-figures tell their sources once', async () => {
  const figure = (column: string) => `:::key-figure\n{{value "TABEL 2.1" row="Tons" column="${column}"}}\n\ntons\n:::`
  const [figures, line] = await make(`::::key-figures\n${figure('Nordhavn')}\n${figure('Sydhavn')}\n::::`)
  expect((figures as { children: Nodes[] }).children.map((each) => plainText(each))).toEqual(['1.200tons', '950tons'])
  expect(plainText(line!)).toBe('Kilde: Havnekontoret, tabel 2.1 (linje 11–16) i rapporten. Note: Foreløbige tal.')
})

test('::source tells of what stands above it, back to the last heading or source line', async () => {
  const blocks = await make(
    '{{section "1"}}\n\n::source\n\n## Råd\n\n{{#each (cards "raad")}}{{lead}}{{/each}}\n\n::source',
  )
  const lines = blocks.filter((node) => node.type === 'sourceLine').map((node) => plainText(node))
  expect(lines).toEqual(['Kilde: afsnit 1 (linje 5–7) i rapporten.', 'Kilde: afsnit 3 (linje 22–24) i rapporten.'])
})

test('facts are labels and texts', async () => {
  const [facts] = await make(':::facts\n- Havn: *Nordhavn* er størst\n:::')
  expect(facts).toMatchObject({ type: 'facts', children: [{ type: 'fact', label: 'Havn' }] })
  await expect(make(':::facts\n- uden kolon\n:::')).rejects.toMatchObject({ message: 'is not a fact' })
})

test('a section without a number is named by its title', async () => {
  const { tree } = await tailored('# T\n\n{{section "Vejret"}}\n\n::source\n', {
    'report.md': '# Havnen\n\n## Vejret\n\nDet blæste.\n',
    'report.yaml': 'language: da\n',
  })
  expect(plainText(tree.children.at(-1)!)).toBe('Kilde: afsnit »Vejret« (linje 5) i rapporten.')
})
