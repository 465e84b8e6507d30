import { expect, test } from 'vitest'
import { total } from '../../../src/check/rules/total.ts'
import { found, lines } from '../checked.ts'

const table = (...rows: string[]) =>
  `# Boats\n\n| Harbour | Old | New |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`

test('a total row that does not add up, with what it would be', () => {
  const findings = found(total, table('Northport | 12 | 3', 'Southport | 9 | 4', 'Total | 22 | 7'))
  expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
    'error: the table: Total, Old is 22, but 12 + 9 is 21',
  ])
  expect(lines(findings)).toEqual([[7]])
})

test('a total column that does not add up where most rows do', () => {
  const report =
    '# Boats\n\n| Harbour | Old | New | Total |\n|---|---|---|---|\n| Northport | 12 | 3 | 15 |\n| Southport | 9 | 4 | 14 |\n| Easton | 1 | 2 | 3 |\n'
  expect(found(total, report).map(({ line }) => line)).toEqual([6])
})

test.each([
  ['sums that hold', table('Northport | 12 | 3', 'Southport | 9 | 4', 'Total | 21 | 7')],
  ['rounded parts', table('Northport | 12.4 | 3', 'Southport | 9.4 | 4', 'Total | 21.9 | 7')],
  ['an average', table('Northport | 12 | £3', 'Southport | 8 | £4', 'Total | 20 | £3.50')],
  ['shares', table('Northport | 12% | 3', 'Southport | 9% | 4', 'Total | 10% | 7')],
  ['a part that is not stated', table('Northport | 12 | 3', 'Southport |  | 4', 'Total | 22 | 7')],
])('nothing of %s', (_, report) => {
  expect(found(total, report)).toEqual([])
})

test('in German and Danish', () => {
  const german = '# Boote\n\n| Hafen | Boote |\n|---|---|\n| Nord | 1.200 |\n| Süd | 900 |\n| Insgesamt | 2.200 |\n'
  expect(found(total, german, { language: 'de' }).map(({ line }) => line)).toEqual([7])
  const danish = '# Både\n\n| Havn | Både |\n|---|---|\n| Nord | 1.200 |\n| Syd | 900 |\n| I alt | 2.100 |\n'
  expect(found(total, danish, { language: 'da' })).toEqual([])
})
