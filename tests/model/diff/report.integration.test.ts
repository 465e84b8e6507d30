import { describe, expect, test } from 'vitest'
import type { Change } from '../../../src/model/diff/change.ts'
import { changesBetween } from '../../../src/model/diff/diff.ts'
import { modelExtracted as reportOf, extractedText as text } from '../../support/extracted-report.ts'
import { brief, turned, unnamed } from './told.ts'

const before = reportOf(text)

/** The report with some of its text exchanged; what is to be exchanged stands in it. */
function edited(...edits: [string, string][]) {
  let written = text
  for (const [from, to] of edits) {
    expect(written).toContain(from)
    written = written.replace(from, () => to)
  }
  return reportOf(written)
}

/** The lines of the report from one that begins so to one that begins so, the last left out. */
function passage(from: string, to: string): string {
  const start = text.indexOf(`\n${from}`) + 1
  const end = text.indexOf(`\n${to}`, start) + 1
  expect(start).toBeGreaterThan(0)
  expect(end).toBeGreaterThan(start)
  return text.slice(start, end)
}

const of = (changes: Change[], what: Change['what']) => changes.filter((change) => change.what === what)

describe('the report against itself', () => {
  test('has no changes', () => {
    expect(changesBetween(before, reportOf(text))).toEqual([])
  })

  test('set in other lines is the same', () => {
    const long = text.split('\n').find((line) => /^[A-ZÆØÅ][^\t<>|]{400,}$/.test(line))!
    const words = long.split(' ')
    const broken = [words.slice(0, 20).join(' '), words.slice(20).join('  ')].join('\n')
    expect(broken).not.toBe(long)
    expect(changesBetween(before, edited([long, broken]))).toEqual([])
  })

  test('with empty lines before it is the same', () => {
    expect(changesBetween(before, reportOf(`\n\n\n${text}`))).toEqual([])
  })
})

describe('a number of a table', () => {
  const after = edited(['<b>7.554</b> <b>(6,8 pct.)</b>', '<b>8.102</b> <b>(7,3 pct.)</b>'])
  const changes = changesBetween(before, after)

  test('is told with its table, row and column, and by how much it changed', () => {
    expect(of(changes, 'cell')).toEqual([
      expect.objectContaining({
        kind: 'changed',
        place: expect.objectContaining({ table: 'TABEL 5.1', row: 'AC i alt', column: 'København' }),
        before: '7.554 (6,8 pct.)',
        after: '8.102 (7,3 pct.)',
        numbers: [
          { before: 7554, after: 8102, difference: 548, unit: null },
          { before: 6.8, after: 7.3, difference: 0.5, unit: 'pct.' },
        ],
        lines: { before: [683, 683], after: [683, 683] },
      }),
    ])
  })

  test('makes the sentences that repeat it untrue', () => {
    const untrue = of(changes, 'claim').filter(({ claim }) => claim!.agrees.before && claim!.agrees.after === false)
    const restsOn = [
      {
        table: 'TABEL 5.1',
        row: 'AC i alt',
        column: 'København',
        before: '7.554 (6,8 pct.)',
        after: '8.102 (7,3 pct.)',
      },
    ]
    expect(untrue.map(({ lines, claim }) => [lines.after, claim!.restsOn])).toEqual([
      [[674, 674], restsOn],
      [[674, 674], restsOn],
    ])
    expect(changes.filter(({ what }) => !['cell', 'claim'].includes(what))).toEqual([])
  })
})

describe('what stands elsewhere or under another name is found again', () => {
  const table53 = passage('TABEL 5.3', 'FIGUR 5.1')
  const moving = passage('## UDVIKLING I BRUTTOLEDIGHEDEN', '## KOMMUNERNES OVERORDNEDE')
  const paragraph = passage('Ifølge de seneste tal for varighed', 'TABEL 5.2')

  test.each<[string, [string, string][], string[]]>([
    [
      'a row that is new',
      [['\n<b>AC i alt</b>', '\n<b>Jurister</b>\t1\t2\t3\t4\t5\t6\n<b>AC i alt</b>']],
      ['added row Jurister'],
    ],
    [
      'a section with another title',
      [['## INVESTERINGSMODELLER', '## MODELLER FOR INVESTERING']],
      ['changed section MODELLER FOR INVESTERING'],
    ],
    [
      'a table with another number',
      [[table53, table53.replace('TABEL 5.3', 'TABEL 5.31')]],
      ['moved table TABEL 5.31: TABEL 5.3 > TABEL 5.31'],
    ],
    [
      'a section that stands before the one before it',
      [
        [moving, ''],
        ['## BRUTTOLEDIGHED FOR AKADEMIKERE', `${moving}## BRUTTOLEDIGHED FOR AKADEMIKERE`],
      ],
      ['moved section UDVIKLING I BRUTTOLEDIGHEDEN FOR AKADEMIKERE I DE FEM UNIVERSITETSBYER: 2 > 1'],
    ],
    [
      'a card that is gone',
      [[passage('*Jobcenter Aarhus* har oprettet', 'Ydermere fremhæver'), '']],
      ['removed card en praktikportal'],
    ],
    [
      'a paragraph of another section',
      [
        [paragraph, ''],
        ['De seneste tal viser', `${paragraph}De seneste tal viser`],
      ],
      [
        'moved text Ifølge de seneste tal for varighed af kontaktforløb for…: BRUTTOLEDIGHED FOR AKADEMIKERE I DE FEM UNIVERSITETSBYER > UDVIKLING I BRUTTOLEDIGHEDEN FOR AKADEMIKERE I DE FEM UNIVERSITETSBYER',
      ],
    ],
  ])('%s', (_, edits, told) => {
    const after = edited(...edits)
    const changes = changesBetween(before, after)
    expect(changes.map(brief)).toEqual(told)
    expect(unnamed(changesBetween(after, before))).toEqual(unnamed(changes.map(turned)))
  })
})
