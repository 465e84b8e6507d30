import { expect, test } from 'vitest'
import { contextOf } from '../../../src/check/context.ts'
import { claim } from '../../../src/check/rules/claim.ts'
import { findingsOf } from '../../../src/check/run.ts'
import { modelled } from '../../model/modelled.ts'

const markdown = '# 1 Ice\n\nIt rose to 12.\n\nTable 1: Ice\n\n| Port | Boats |\n|---|---|\n| North | 11 |\n'

test('claims that do not agree with their table, no others', () => {
  const about = {
    line: 3,
    place: { line: 3, column: 12 },
    quote: '12',
    spans: [[0, 3, 1]] as [number, number, number][],
    said: [11, 13] as [number, number],
    form: 'figures' as const,
    value: 12,
    unit: null,
    table: 'Table 1',
    alsoIn: [],
    row: 'North',
    column: 'Boats',
    sentence: 'North has 12 boats.',
    cells: [[0, 1]] as [number, number][],
    approximation: null,
    derived: null,
    operation: 'same' as const,
    inputs: [[0, 1, 0]] as [number, number, number][],
  }
  const report = {
    ...modelled(markdown, { language: 'en' }),
    claims: [
      { ...about, agrees: false },
      { ...about, quote: '11', agrees: true },
    ],
  }
  expect(findingsOf(claim, report, contextOf(report, markdown), 'report.md')).toMatchObject([
    {
      line: 3,
      message: '12 in "12" does not agree with Table 1, North, Boats, which gives "11"',
      related: [{ line: 9 }],
    },
  ])
})
