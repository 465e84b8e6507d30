import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../../src/build/sha256.ts'
import type { Origin, Trace } from '../../../src/build/trace/shape.ts'
import { trace } from '../../../src/build/trace/trace.ts'
import { fingerprint } from '../../../src/editorial/fingerprint.ts'
import { smallReport } from '../../support/source.ts'
import { askingSmall } from '../../support/traced.ts'

const told = ({ places }: Trace) => places.map(({ kind, found, text }) => `${kind}: ${found ?? text}`)
const problem = (asked: Promise<unknown>) => expect(asked).rejects

const sum = smallReport.replace('Kun *Nordhavn* voksede.', 'Nordhavn og Sydhavn havde 2.150 tons i alt (tabel 2.1).')
const lines = sum.split('\n')
const statement = (id: string, text: string, basis: [number, number], print = fingerprint([basis], lines)) =>
  `  - { id: ${id}, text: "${text}", basis: [${basis.join('-')}], fingerprint: "${print}" }\n`
const files = {
  'report.md': sum,
  'editorial.yaml': `statements:\n${statement('stor', 'Nordhavn har 1.200 tons', [15, 15])}${statement('alt', 'I alt 2.150 tons', [7, 7])}${statement('gammel', 'Sydhavn har 950 tons', [15, 15], '0000000000000000')}`,
}
const template = `# {{say "stor"}}

Havnene har {{value "TABEL 2.1" row="Skibe" column="Nordhavn"}} skibe. {{say "alt"}}.

## Alt i 2024

{{section "1"}}

::table{of="TABEL 2.1" rows="Tons"}
`
const path = 'alle/brief.html'

describe('where a number comes from', async () => {
  const { ask } = await askingSmall(template, files)

  test('a cell', async () => {
    expect((await ask(path, '5')).places).toEqual([
      expect.objectContaining({
        kind: 'text',
        under: ['Nordhavn har 1.200 tons'],
        text: 'Havnene har 5 skibe. I alt 2.150 tons.',
        found: '5',
        written: null,
        origins: [
          expect.objectContaining({
            file: 'source/report.md',
            lines: [[14, 14]],
            table: 'TABEL 2.1',
            cell: expect.objectContaining({ row: 'Skibe', column: 'Nordhavn', line: 14, printed: '5 (55,6 pct.)' }),
          }),
        ],
      }),
    ])
  })

  test('of two numbers that are the same, each its own: the one repeats a cell, the other does not', async () => {
    const twice = smallReport.replace(
      'Kun *Nordhavn* voksede.',
      'Nordhavn havde 1.200 tons\n(tabel 2.1), og gav 1.200 kr. til andre.',
    )
    const { ask } = await askingSmall('# T\n\n{{section "1"}}\n', { 'report.md': twice })
    const { places } = await ask(path, '1.200')
    const line = twice.split('\n').findIndex((each) => each.includes('havde 1.200')) + 1
    expect(
      places.map(({ origins: [origin] }) => [origin!.place, origin!.lines, origin!.repeats.map(({ table }) => table)]),
    ).toEqual([
      [{ line, column: 16 }, [[line, line]], ['TABEL 2.1']],
      [{ line: line + 1, column: 21 }, [[line + 1, line + 1]], []],
    ])
  })

  test('a number of a statement: the cell it repeats, or what it follows from', async () => {
    const [inTitle, inTable] = (await ask(path, '1200')).places
    expect(inTitle!.origins[0]).toMatchObject({
      statement: { id: 'stor', file: 'source/editorial.yaml', line: 2, stale: false },
      repeats: [{ table: 'TABEL 2.1', derived: null, cells: [{ row: 'Tons', column: 'Nordhavn', line: 15 }] }],
    })
    expect(inTable!).toMatchObject({ kind: 'table', row: 'Tons', column: 'Nordhavn' })
    const all = (await ask(path, '2.150 tons')).places
    expect(all).toHaveLength(2)
    for (const { origins } of all)
      expect(origins[0]!.repeats).toEqual([
        expect.objectContaining({ derived: 'sum', agrees: true, cells: [expect.anything(), expect.anything()] }),
      ])
    expect(all[1]!.origins[0]).toMatchObject({
      lines: [[7, 7]],
      statement: null,
      sentence: expect.stringContaining('2.150'),
    })
  })

  test('framing: where it is written', async () => {
    const [place] = (await ask(path, '2024')).places
    expect(place).toMatchObject({ origins: [], written: { file: 'source/templates/briefs/brief.md.hbs', line: 5 } })
  })

  test('all numbers, those of the report first', async () => {
    const { places } = await ask(path)
    expect(told({ places } as Trace).slice(0, 3)).toEqual(['heading: 1.200 tons', 'text: 5 skibe', 'text: 2.150 tons'])
    expect(places.at(-1)).toMatchObject({ found: '2024', origins: [] })
  })

  test('what is not there: the nearest', async () => {
    expect(await ask(path, '1201')).toMatchObject({ places: [], nearest: '1.200' })
    expect(await ask(path, 'Nordhavn har 1.200 tonser')).toMatchObject({
      places: [],
      nearest: 'Nordhavn har 1.200 tons',
    })
  })
})

describe('a data update', async () => {
  const { ask } = await askingSmall(template, {
    ...files,
    'audiences/alle.yaml':
      'title: Alle\nkicker: Alle\nstale: show\ndocuments:\n  - { name: brief, template: briefs/brief.md.hbs, theme: standard, formats: [html] }\n',
    'data/tal.csv': '# date: 2025-03\n# source: Havnen\ntable,row,column,value\nTABEL 2.1,Tons,Nordhavn,1.300\n',
  })
  const updated = {
    date: '2025-03',
    source: 'Havnen',
    file: 'source/data/tal.csv',
    line: 4,
    column: 25,
    printed: '1.200',
  }

  test('of a cell: its file, line and date, and what the report prints', async () => {
    const cells = (await ask(path, '1.300')).places.filter(({ kind }) => kind === 'table')
    expect(cells).toHaveLength(1)
    expect(cells[0]!.origins[0]!.cell).toMatchObject({ line: 15, printed: '1.300', updated })
  })

  test('of a sentence: the cells that its new number follows from', async () => {
    const [sentence] = (await ask(path, '2.250 tons')).places
    expect(sentence!.text).toContain('[opdateret; i rapporten 2.150]')
    const [{ repeats }] = sentence!.origins as [Origin]
    expect(repeats).toEqual([expect.objectContaining({ table: 'TABEL 2.1', derived: 'sum', agrees: true })])
    expect(repeats[0]!.cells.map(({ printed }) => printed)).toEqual(['1.300', '950'])
    expect(repeats[0]!.cells[0]!.updated).toEqual(updated)
  })
})

test('a statement whose lines have changed is traced all the same, and told', async () => {
  const { ask } = await askingSmall('# {{say "gammel"}}\n', files)
  const [place] = (await ask(path, 'Sydhavn')).places
  expect(place!.origins[0]!.statement).toMatchObject({ id: 'gammel', stale: true })
})

describe('what shows something of the report', async () => {
  const { ask } = await askingSmall(template, files)

  test('a table, in any case; a row and a column of it', async () => {
    const whole = await ask('tabel 2.1')
    expect(whole.asked).toEqual({ kind: 'table', name: 'TABEL 2.1', text: null, row: null, column: null })
    expect(told(whole)).toEqual([
      'heading: 1.200 tons',
      'text: 5 skibe',
      'text: 2.150 tons',
      'text: 2.150 tons',
      'caption: Skibe og tons',
      'table: Nordhavn',
      'table: Sydhavn',
      'table: Tons',
      'table: 1.200',
      'table: 950',
    ])
    expect(told(await ask('TABEL 2.1', undefined, { row: 'Tons', column: 'Sydhavn' }))).toEqual([
      'heading: Nordhavn har 1.200 tons',
      'text: 2.150 tons',
      'text: 2.150 tons',
      'table: 950',
    ])
    expect(told(await ask('TABEL 2.1', undefined, { row: 'Kraner', column: 'Sydhavn' }))).toEqual([])
  })

  test('lines, a statement, an entity by another name', async () => {
    expect(told(await ask('report.md:5'))).toEqual(['text: Havnen lagde ni skibe til kaj.'])
    expect(told(await ask('source/report.md:4-6'))).toEqual(told(await ask('report.md:5')))
    expect(told(await ask('alt'))).toEqual(['text: Havnene har 5 skibe. I alt 2.150 tons.'])
    expect(told(await ask('søndre havn'))).toEqual(['text: 2.150 tons', 'text: 2.150 tons', 'table: 950'])
  })

  test('a document that cannot be made is told, the others are traced', async () => {
    const { ask: askBroken } = await askingSmall(template, {
      ...files,
      'audiences/andre.yaml':
        'title: B\nkicker: B\ndocuments:\n  - { name: brief, template: briefs/b.md.hbs, theme: standard, formats: [html] }\n',
      'templates/briefs/b.md.hbs': '# {{say "findes ikke"}}\n',
    })
    const { places, warnings } = await askBroken('TABEL 2.1')
    expect(places).toHaveLength(10)
    expect(warnings).toEqual([expect.stringMatching(/^andre\/brief\.html is not traced: .*b\.md\.hbs:1.*findes ikke/)])
  })
})

describe('names that nothing goes by', async () => {
  const { ask } = await askingSmall(template, files)

  test.each<[string, string | undefined, RegExp, string]>([
    ['out/alle/breif.html', '5', /is no artifact/, 'out/alle/brief.html'],
    ['out/alle/breif.html', undefined, /neither an artifact nor/, 'out/alle/brief.html'],
    ['TABEL 2.2', undefined, /neither an artifact nor/, 'TABEL 2.1'],
    ['Nordhavnen', undefined, /neither an artifact nor/, 'Nordhavn'],
    ['TABEL 2.1', '5', /is no artifact/, ''],
  ])('%s %s', async (name, text, message, nearest) => {
    const error = await ask(name, text).then(
      () => null,
      (failure) => failure,
    )
    expect(error?.message).toMatch(message)
    if (nearest) expect(error.details.nearest).toBe(nearest)
  })

  test('rows and columns', async () => {
    await problem(ask('TABEL 2.1', undefined, { row: 'Skib' })).toMatchObject({ details: { nearest: 'Skibe' } })
    await problem(ask('report.md:5', undefined, { row: 'Skibe' })).toThrow(/those of a table/)
    await problem(ask(path, undefined, { column: 'Nordhavn' })).toThrow(/those of a table/)
  })
})

describe('a file that was built', async () => {
  const { prepared, folders } = await askingSmall(template, files)
  const out = join(folders.source.path, '..', 'ud')
  const artifact = {
    path,
    audience: 'alle',
    edition: null,
    document: 'brief',
    format: 'html',
    sha256: sha256('<p>'),
    bytes: 3,
    pages: null,
    words: 1,
    lix: null,
    title: 'T',
    sources: [],
    findings: [],
    inputs: [{ path: 'source/report.md', sha256: sha256(sum) }],
  }
  const manifest = { schemaVersion: 1, tool: 't', chromium: null, source: artifact.inputs[0], artifacts: [artifact] }
  const write = (name: string, text: string) => {
    mkdirSync(join(out, 'alle'), { recursive: true })
    writeFileSync(join(out, name), text)
  }
  const ask = () => trace({ name: join(out, path), text: '5', row: null, column: null }, prepared, folders, 'elsewhere')

  test('is found through its manifest; what has changed since is told', async () => {
    write('manifest.json', JSON.stringify(manifest))
    write(path, '<p>')
    expect(await ask()).toMatchObject({ asked: { name: path }, warnings: [] })
    write(path, '<p>5')
    expect((await ask()).warnings).toEqual([`${path} is not the file that was built`])
    const [input] = artifact.inputs
    write(
      'manifest.json',
      JSON.stringify({ ...manifest, artifacts: [{ ...artifact, inputs: [{ ...input, sha256: '0' }] }] }),
    )
    expect((await ask()).warnings[1]).toMatch(/^source\/report\.md changed since/)
    rmSync(join(out, path))
    expect((await ask()).warnings).toEqual([expect.stringMatching(/is not built yet/)])
    write('manifest.json', '{}')
    write(path, '<p>')
    await problem(ask()).toThrow(/is not a manifest/)
  })
})
