import { describe, expect, test } from 'vitest'
import type { SourceFolder } from '../../src/build/source.ts'
import { harbours, said, withData } from './updated.ts'

const long = (...rows: string[]) => ({
  'update.csv': `table,row,column,value\n${rows.map((row) => `${row}\n`).join('')}`,
})

/** What became of the text: line, what is said, what it is now; "holds" where it does. */
function stale({ update }: SourceFolder): string[] {
  expect(update.problems.map(said)).toEqual([])
  return update.stale.map(({ line, said, now, holds, kind }) =>
    [line, said, holds ? 'holds' : kind === 'comparison' ? 'holds no longer' : now].join(' '),
  )
}

describe('claims', () => {
  test('of a changed cell are stale with the new number in their form, those of other cells are not told of', async () => {
    const source = await withData(long('Table 1,Northport,Boats,"1,310 (52.4%)"', 'Table 1,Total,Boats,2500 (100%)'))
    expect(stale(source)).toEqual(['5 1,200 1,310', '5 48.0 52.4', '5 most holds', '5 twice as holds', '7 1,100 1,310'])
    expect(source.update.stale[0]).toMatchObject({
      changes: [
        { table: 'Table 1', row: 'Northport', before: '1,200 (48.0%)', after: '1,310 (52.4%)', line: 13, fileLine: 6 },
      ],
    })
  })

  test('that are worded loosely enough hold', async () => {
    expect(stale(await withData(long('Table 1,Northport,Boats,1190 (48%)')))).toContain('7 1,100 holds')
  })

  test('of a sum are held against the new sum', async () => {
    expect(stale(await withData(long('Table 1,Southport,Boats,700 (27.6%)')))).toContain('7 2,500 2,540')
  })

  test('agree in the model as they do now', async () => {
    const { report } = await withData(long('Table 1,Easton,Boats,655 (26%)'))
    const claims = report.claims.filter(({ value }) => value === 640)
    expect(claims.map(({ agrees }) => agrees)).toEqual([false])
    const { report: again } = await withData(long('Table 1,Easton,Boats,642 (26%)'))
    expect(again.claims.filter(({ value }) => value === 640).map(({ agrees }) => agrees)).toEqual([true])
  })

  test('nothing changed, nothing stale', async () => {
    const source = await withData(long('Table 1,Northport,Boats,1200 (48%)'))
    expect(stale(source)).toEqual([])
    expect(source.report.tables[0]!.updates).toBeUndefined()
  })
})

describe('comparisons', () => {
  const of = (...rows: string[]) =>
    withData(long(...rows)).then((source) => stale(source).filter((one) => /longer/.test(one)))

  test('a superlative, a comparative, and how many times as much', async () => {
    expect(await of('Table 1,Northport,Boats,600 (31.6%)')).toEqual([
      '5 most holds no longer',
      '5 twice as holds no longer',
    ])
    expect(await of('Table 1,Southport,Boats,630 (25.5%)')).toEqual(['5 fewer holds no longer'])
  })

  test('that still hold are not told of', async () => {
    expect(await of('Table 1,Northport,Boats,1190 (47.8%)', 'Table 1,Easton,Boats,600 (24.6%)')).toEqual([])
  })

  test('on other columns are not judged by the changed one', async () => {
    expect(await of('Table 1,Northport,Quay,19')).toEqual([])
  })

  test.each([
    [
      'da',
      'Nordhavn har de fleste skibe af de tre havne.',
      'Sydhavn har færre skibe end Nordhavn.',
      ['fleste', 'færre'],
    ],
    [
      'nb',
      'Nordhavn har de fleste skip av de tre havnene.',
      'Sydhavn har færre skip enn Nordhavn.',
      ['fleste', 'færre'],
    ],
    ['sv', 'Nordhavn har flest skepp av de tre hamnarna.', 'Sydhavn har färre skepp än Nordhavn.', ['flest']],
    [
      'de',
      'Nordhavn hat die meisten Schiffe der drei Häfen.',
      'Sydhavn hat weniger Schiffe als Nordhavn.',
      ['meisten', 'weniger'],
    ],
    [
      'nl',
      'Nordhavn heeft de meeste schepen van de drie havens.',
      'Sydhavn heeft minder schepen dan Nordhavn.',
      ['meeste', 'minder'],
    ],
    [
      'fr',
      'Nordhavn a le plus de bateaux des trois ports.',
      'Sydhavn a moins de bateaux que Nordhavn.',
      ['le plus de', 'moins de'],
    ],
  ])('in %s', async (language, superlative, comparative, words) => {
    const noun = /skibe|skip|skepp|Schiffe|schepen|bateaux/.exec(superlative)![0]
    const table = `| | ${noun} |\n|---|---|\n| Nordhavn | 50 |\n| Sydhavn | 40 |\n| Vesthavn | 30 |\n`
    const caption = { da: 'Tabel', nb: 'Tabell', sv: 'Tabell', de: 'Tabelle', nl: 'Tabel', fr: 'Tableau' }[language]
    const report = `# T\n\n## 1 A\n\n${superlative} ${comparative}\n\n${caption} 1: ${noun}\n\n${table}`
    const profile = `language: ${language}\nentities:\n  port:\n    - { name: Nordhavn }\n    - { name: Sydhavn }\n    - { name: Vesthavn }\n`
    const files = {
      'data/a.csv': `---\ndate: 2026\nsource: S\n---\ntable,row,column,value\n${caption} 1,Nordhavn,${noun},35\n`,
    }
    const { makeSource } = await import('../support/source.ts')
    const { readSource } = await import('../../src/build/source.ts')
    const { folders } = makeSource({ 'report.md': report, 'report.yaml': profile, ...files })
    const { update } = await readSource(folders.source)
    expect(update.problems).toEqual([])
    expect(update.stale.map(({ said }) => said)).toEqual(expect.arrayContaining(words))
  })
})

describe('ids and fingerprints', () => {
  test('an id stays as long as the sentence, a fingerprint as long as the values', async () => {
    const one = (await withData(long('Table 1,Northport,Boats,1310 (52%)'))).update.stale[0]!
    const other = (await withData(long('Table 1,Northport,Boats,1320 (52%)'))).update.stale[0]!
    const moved = (await withData(long('Table 1,Northport,Boats,1310 (52%)'), harbours.replace('# Harb', '\n\n# Harb')))
      .update.stale[0]!
    expect(other.id).toBe(one.id)
    expect(other.fingerprint).not.toBe(one.fingerprint)
    expect([moved.id, moved.fingerprint, moved.line]).toEqual([one.id, one.fingerprint, one.line + 2])
  })
})
