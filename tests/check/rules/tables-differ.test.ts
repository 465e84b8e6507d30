import { expect, test } from 'vitest'
import { tablesDiffer } from '../../../src/check/rules/tables-differ.ts'
import { found, harbours, lines } from '../checked.ts'

const two = (other: string[]) => `# Boats

Table 1: Summary

| | Boats | Calls | Work |
|---|---|---|---|
| Northport | 12 boats | 30 a week | Piloting. Few repairs. |
| Southport | 9 boats | 20-25 a week | Piloting. No repairs. |

The Port of Northport has 14 boats at the quay.

Table 2: Boats and calls

| | Boats | Calls | Work |
|---|---|---|---|
${other.map((row) => `| ${row} |\n`).join('')}`

test('a number that differs, with both tables and the text that says the same', () => {
  const findings = found(
    tablesDiffer,
    two([
      'Northport | 14 boats | 30 a week | Piloting. Few repairs.',
      'Southport | 9 boats | 22 a week | Piloting. No repairs.',
    ]),
    harbours,
  )
  expect(findings).toMatchObject([
    { severity: 'error', message: 'Northport, Boats: "14 boats" in Table 2, "12 boats" in Table 1' },
  ])
  expect(lines(findings)).toEqual([[16, 7, 10]])
})

test('words that differ are a warning, where a small word changes what is said too', () => {
  const findings = found(
    tablesDiffer,
    two([
      'Northport | 12 boats | 30 a week | Fishing.',
      'Southport | 9 boats | 20-25 a week | Piloting. Only no repairs.',
    ]),
    harbours,
  )
  expect(findings.map(({ severity, line }) => [severity, line])).toEqual([
    ['warning', 16],
    ['warning', 17],
  ])
})

test('nothing of ranges that overlap, of what one table adds, and of tables that have little in common', () => {
  expect(
    found(
      tablesDiffer,
      two([
        'Northport | 12 boats | 30 a week | Piloting. Few repairs. Ice.',
        'Southport | 9 boats | 24 a week | Piloting. No repairs.',
      ]),
      harbours,
    ),
  ).toEqual([])
  expect(
    found(
      tablesDiffer,
      two(['Northport | 1 boats | 3 a week | Ice.', 'Southport | 2 boats | 4 a week | Nets.']),
      harbours,
    ),
  ).toEqual([])
})
