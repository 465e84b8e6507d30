import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/locale/locales.ts'
import { modelled } from './modelled.ts'

const pipe = '| A | B |\n|---|---|\n| x | 1 |'

const found = (markdown: string, language: Language = 'en') =>
  modelled(`# R\n\n${markdown}\n`, { language }).tables.map(({ id, caption }) => [id, caption])

describe('a caption above a table', () => {
  test.each<[Language, string, string | null, string | null]>([
    ['da', 'Tabel 4: Skibe', 'Tabel 4', 'Skibe'],
    ['da', 'TABEL 4.1 SKIBE I HAVN', 'TABEL 4.1', 'SKIBE I HAVN'],
    ['nb', 'Tabell 4. Skip', 'Tabell 4', 'Skip'],
    ['sv', 'Tabell 4 – Skepp', 'Tabell 4', 'Skepp'],
    ['de', 'Tabelle 3 – Schiffe', 'Tabelle 3', 'Schiffe'],
    ['de', 'Tabelle A-1: Schiffe', 'Tabelle A-1', 'Schiffe'],
    ['de', 'Tab. 3  Schiffe', 'Tab. 3', 'Schiffe'],
    ['nl', 'Tabel 4 | Schepen', 'Tabel 4', 'Schepen'],
    ['fr', 'Tableau 5 : Bateaux', 'Tableau 5', 'Bateaux'],
    ['fr', 'Tableau\u00a05\u00a0: Bateaux', 'Tableau 5', 'Bateaux'],
    ['fr', 'Tableau n° 5 : Bateaux', 'Tableau 5', 'Bateaux'],
    ['fr', 'Tableau no 5 – Bateaux', 'Tableau 5', 'Bateaux'],
    ['en', 'Table 1: Boats', 'Table 1', 'Boats'],
    ['en', '**Table 1.** Boats', 'Table 1', 'Boats'],
    ['en', '*Table 1: Boats*', 'Table 1', 'Boats'],
    ['en', '**Table 1 Boats**', 'Table 1', 'Boats'],
    ['en', 'Table A.1 Boats', 'Table A.1', 'Boats'],
    ['en', 'Table 1-2: Boats', 'Table 1-2', 'Boats'],
    ['en', 'Table 1‑2. Boats', 'Table 1‑2', 'Boats'],
    ['en', 'Table 1 --- Boats', 'Table 1', 'Boats'],
    ['en', 'Table IV: Boats', 'Table IV', 'Boats'],
    ['en', 'Table 1\nBoats', 'Table 1', 'Boats'],
    ['en', '**Table 1**\n\n*Boats*', 'Table 1', 'Boats'],
    ['en', '#### Table 1', 'Table 1', null],
    ['en', ': Boats {#tbl:x}', null, 'Boats'],
    ['en', 'Table: Boats {#tbl:x}', null, 'Boats'],
    ['en', '[Table 1: Boats]{#t}', 'Table 1', 'Boats'],
    ['en', '<a id="t"></a>Table 1: Boats', 'Table 1', 'Boats'],
    ['en', '<p align="center"><b>Table 1.</b> Boats</p>', 'Table 1', 'Boats'],
  ])('%s: %j', (language, caption, id, text) => {
    expect(found(`${caption}\n\n${pipe}`, language)).toEqual([[id, text]])
  })

  test.each<[Language, string]>([
    ['en', 'Table 1 shows the boats'],
    ['en', 'Table 1 Boats are listed below.'],
    ['en', 'Table 1. boats in port'],
    ['en', 'Tables: Boats'],
    ['da', 'Tabel I havnen ligger skibe'],
    ['de', 'Tabelle 3 zeigt Schiffe'],
  ])('none, %s: %j', (language, line) => {
    expect(found(`${line}\n\n${pipe}`, language)).toEqual([[null, null]])
  })
})

describe('where captions stand', () => {
  test.each<[string, string, [string | null, string | null][]]>([
    [
      'below each table',
      `${pipe}\n\nTable 1: One\n\n${pipe}\n\nTable 2: Two`,
      [
        ['Table 1', 'One'],
        ['Table 2', 'Two'],
      ],
    ],
    [
      'above each',
      `Table 1: One\n\n${pipe}\n\nTable 2: Two\n\n${pipe}`,
      [
        ['Table 1', 'One'],
        ['Table 2', 'Two'],
      ],
    ],
    [
      'one between two',
      `${pipe}\n\nTable 1: One\n\n${pipe}`,
      [
        [null, null],
        ['Table 1', 'One'],
      ],
    ],
    [
      'right below one, though others stand above',
      `Table 1: One\n\n${pipe}\n\n${pipe}\nTable 2: Two`,
      [
        ['Table 1', 'One'],
        ['Table 2', 'Two'],
      ],
    ],
    ['right below, no empty line', `${pipe}\nTable 1: One`, [['Table 1', 'One']]],
    ['below the source', `${pipe}\n\nSource: Office\n\nTable 1: One`, [['Table 1', 'One']]],
    [
      'above tables and below pictures',
      `![a](a.png)\n\nFigure 1: A\n\nTable 1: One\n\n${pipe}\n\n![b](b.png)\n*Figure 2: B*`,
      [
        ['Figure 1', 'A'],
        ['Table 1', 'One'],
        ['Figure 2', 'B'],
      ],
    ],
    ['in a list', `- item\n\n  Table 1: One\n\n${pipe.replace(/^/gm, '  ')}`, [['Table 1', 'One']]],
    ['in a quote', `> Table 1: One\n>\n${pipe.replace(/^/gm, '> ')}`, [['Table 1', 'One']]],
  ])('%s', (_, markdown, tables) => {
    expect(found(markdown)).toEqual(tables)
  })

  test('the units between a caption and its table are a note', () => {
    const report = modelled(`# R\n\nTable 1: One\n\n(in thousands)\n\n${pipe}\n\nSource: Office\n\n(A remark.)\n`, {
      language: 'en',
    })
    expect(report.tables.map(({ id, notes, source }) => ({ id, notes, source }))).toEqual([
      { id: 'Table 1', notes: ['in thousands'], source: 'Office' },
    ])
  })

  test('a caption is no heading and no text', () => {
    const { sections } = modelled(`# 1 A\n\n**Table 1**\n\n*Boats*\n\n${pipe}\n`, { language: 'en' })
    expect(sections).toMatchObject([{ title: 'A', body: [], children: [] }])
  })
})
