import type { Nodes, Table } from 'mdast'
import { describe, expect, test } from 'vitest'
import { fingerprint } from '../../src/editorial/fingerprint.ts'
import { problemsOf } from '../../src/input/problem.ts'
import { plainText } from '../../src/model/text.ts'
import { smallReport } from '../support/source.ts'
import { tailored } from '../support/tailored.ts'

const lines = smallReport.split('\n')
const statement = (id: string, text: string, line: number, more = '') =>
  `  - { id: ${id}, text: "${text}", basis: [${line}], fingerprint: ${fingerprint([[line, line]], lines)}${more} }\n`
const editorial = `statements:\n${statement('grad', 'Stærk evidens', 5, ', strength: strong')}${statement('ugradet', 'Intet om evidens', 7)}${statement('citat', 'Havnen lagde ni skibe til kaj.', 5, ', verbatim: true')}`

const make = async (template: string, files: Record<string, string> = {}) =>
  (await tailored(`# T\n\n${template}\n`, { 'editorial.yaml': editorial, ...files })).tree.children.slice(1) as Nodes[]
const problem = async (template: string, files: Record<string, string> = {}) =>
  problemsOf(await make(template, files).catch((error) => error))[0]?.details
const grid = (node: Nodes) =>
  ((node as { children: Nodes[] }).children[0] as Table).children.map((row) =>
    row.children.map((cell) => plainText(cell)),
  )

describe(':evidence', () => {
  test('takes its grade from the statement in it', async () => {
    const [paragraph] = await make(':evidence[{{say "grad"}}]')
    expect(paragraph).toMatchObject({ children: [{ type: 'evidence', strength: 'strong' }, { type: 'sourceMark' }] })
  })

  test('refuses a statement without a grade, at its line', async () => {
    expect(await problem('ord\n\n:evidence[{{say "ugradet"}}]')).toMatchObject({ line: 5, found: 'Intet om evidens' })
    expect(await problem('ord :evidens[x]')).toMatchObject({ line: 3, nearest: 'evidence' })
  })
})

describe(':::quote', () => {
  test('holds someone’s own words', async () => {
    const [quote] = await make(':::quote{by="Havnen"}\n{{say "citat"}}\n:::')
    expect(quote).toMatchObject({ type: 'quote', by: [{ value: 'Havnen' }] })
  })

  test('refuses other words: of a statement, or of a quotation that is none', async () => {
    expect(await problem(':::quote\n{{say "grad"}}\n:::')).toMatchObject({ line: 3, found: 'Stærk evidens' })
    const misquoted = editorial.replace('ni skibe', 'ti skibe')
    expect(await problem('x', { 'editorial.yaml': misquoted })).toMatchObject({
      file: 'source/editorial.yaml',
      line: 4,
      found: 'Havnen lagde ti skibe til kaj.',
    })
  })
})

describe(':::exhibit', () => {
  test('is a table of the template with caption and source line', async () => {
    const [exhibit] = await make(
      ':::exhibit{caption="evidens"}\n| Hvad | Grad |\n|---|---|\n| Kaj | {{say "grad"}} |\n:::',
    )
    expect(grid(exhibit!)).toEqual([
      ['Hvad', 'Grad'],
      ['Kaj', 'Stærk evidens'],
    ])
    expect(exhibit).toMatchObject({ caption: [{ value: 'Evidens' }] })
    expect(plainText((exhibit as { children: Nodes[] }).children[1]!)).toBe('Kilde: afsnit 1 (linje 5) i rapporten.')
  })

  test('refuses what is no table, and a table that rests on nothing', async () => {
    expect(await problem(':::exhibit{caption="x"}\nord\n:::')).toMatchObject({ line: 3, found: 'ord' })
    expect(await problem(':::exhibit{caption="x"}\n| a |\n|---|\n| b |\n:::')).toMatchObject({ line: 3 })
  })
})

describe('::diagram', () => {
  const report = smallReport.replace(
    '## 3',
    'TABEL 2.2: VEJE\n\nFelt\tIndsats\tFølge\n1 Kraner\tKøb en kran\tFlere skibe\n\tMal kranen\tPænere havn\n\n## 3',
  )

  test('goes through the stages of a table, rows that begin alike together', async () => {
    const [diagram] = await make('::diagram{of="TABEL 2.2" title="veje"}', {
      'report.md': report,
      'editorial.yaml': 'statements: []\n',
    })
    expect(diagram).toMatchObject({ type: 'diagram', stages: ['Indsats', 'Følge'], title: [{ value: 'Veje' }] })
    const lanes = (diagram as { children: Nodes[] }).children.slice(0, 2) as { title: Nodes[]; children: Nodes[] }[]
    expect(lanes.map(({ title }) => plainText(title))).toEqual(['1 Kraner', ''])
    expect(lanes.map(({ children }) => children.map((step) => plainText(step)))).toEqual([
      ['Køb en kran', 'Flere skibe'],
      ['Mal kranen', 'Pænere havn'],
    ])
  })

  test('refuses a table without stages', async () => {
    const two = report.replace(/\tFølge|\tFlere skibe|\tPænere havn/g, '')
    const files = { 'report.md': two, 'editorial.yaml': 'statements: []\n' }
    expect(await problem('::diagram{of="TABEL 2.2" title="x"}', files)).toMatchObject({ line: 3 })
  })
})

describe('a table too wide for a page', () => {
  const long = 'Havnevirksomhedernesinvesteringer'
  const report = smallReport
    .replace('\tNordhavn\tSydhavn', `\t${long}a\t${long}b`)
    .replaceAll(/(Skibe|Tons|Kraner)(\t.*)\t(.*)/g, `$1$2\t$3\t${long}\t${long}`)
    .replace(`\t${long}a\t${long}b`, `\t${long}a\t${long}b\t${long}c\t${long}d`)
  const files = { 'report.md': report, 'editorial.yaml': 'statements: []\n' }

  test('becomes cards with one source line, and no marks', async () => {
    const made = await make('::table{of="TABEL 2.1"}', files)
    expect(made.map(({ type }) => type)).toEqual(['paragraph', 'cards', 'sourceLine'])
    const [card] = (made[1] as { children: Nodes[] }).children as { title: Nodes[]; children: Nodes[] }[]
    expect(plainText(card!.title)).toBe('Skibe')
    expect(JSON.stringify(made)).not.toContain('sourceMark')
  })

  test('stays as it is, or turns the page, where that is asked for', async () => {
    expect((await make('::table{of="TABEL 2.1" wide="table"}', files))[0]!.type).toBe('exhibit')
    expect((await make('::table{of="TABEL 2.1" wide="landscape"}', files))[0]).toMatchObject({ landscape: true })
    expect(await problem('::table{of="TABEL 2.1" wide="landskab"}', files)).toMatchObject({
      line: 3,
      nearest: 'landscape',
    })
  })

  test('one that fits is left alone', async () => {
    expect((await make('::table{of="TABEL 2.1"}'))[0]!.type).toBe('exhibit')
  })
})
