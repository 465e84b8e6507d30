import { describe, expect, test } from 'vitest'
import { findBasis, type WrittenBasis } from '../../src/editorial/basis.ts'
import { formatProblem, problemsOf } from '../../src/input/problem.ts'
import { ground } from './editing.ts'

const report = `# Harbour

## 1 Ships

Nine ships called in the spring, and most of them came from the north.

Nine ships lay at the quay in autumn.

Table 1: Ships by harbour

| | Spring | Autumn |
|---|---|---|
| North | 5 | 7 |
| South | 4 | 2 |

## 2 Cranes

No crane stood idle.

Table 2: Cranes

| | North | South |
|---|---|---|
| North | 1 | 2 |

## Quays

Of stone.

## Quays

Of wood.

Table: Depths

| | Metres |
|---|---|
| North | 9 |

Table: Depths

| | Feet |
|---|---|
| North | 30 |
`
const { paper } = ground({ report, editorial: '' })

const lines = (basis: WrittenBasis) => findBasis(basis, paper, {}).lines
const saidOf = (basis: WrittenBasis) => {
  try {
    findBasis(basis, paper, { file: 'editorial.yaml', line: 3, column: 5 })
    return ''
  } catch (error) {
    return problemsOf(error).map(formatProblem).join('\n')
  }
}

describe('a basis is', () => {
  test.each<[string, WrittenBasis, [number, number][]]>([
    ['a line', 5, [[5, 5]]],
    ['lines', '5-7', [[5, 7]]],
    ['words of the report', 'No crane stood idle', [[18, 18]]],
    ['first and last words', 'Nine ships called … from the north', [[5, 5]]],
    ['words in quotation marks, set otherwise', '“came  from the north”', [[5, 5]]],
    ['a section by its number', { section: 2 }, [[16, 24]]],
    ['a section by its title', 'Cranes', [[16, 24]]],
    ['a section with its word', 'section 2', [[16, 24]]],
    ['a table', 'Table 1', [[9, 14]]],
    ['a row', 'Table 1 / South', [[14, 14]]],
    [
      'a column',
      'Table 1 / / Autumn',
      [
        [13, 13],
        [14, 14],
      ],
    ],
    [
      'a column by its name alone',
      'Table 1 / Autumn',
      [
        [13, 13],
        [14, 14],
      ],
    ],
    ['a cell', 'Table 1 / North / Autumn', [[13, 13]]],
    ['a cell by keys', { table: 'Table 1', row: 'North', column: 'Autumn' }, [[13, 13]]],
  ])('%s', (_, basis, expected) => {
    expect(lines(basis)).toEqual(expected)
  })
})

describe('what leads nowhere is told with its place, and the nearest', () => {
  test.each<[string, WrittenBasis, RegExp]>([
    ['lines beyond the end', '20-90', /editorial\.yaml:3:5 .*not in the report\n.*20-90\n.*1 to 44/],
    ['a blank line', 4, /say nothing[\s\S]*nearest +line 5: Nine ships called/],
    [
      'words that it does not say',
      'No crane stood still',
      /says? this|leads nowhere[\s\S]*nearest +line 18: No crane stood idle/,
    ],
    ['words that stand twice', 'Nine ships', /ambiguous: .*2 times[\s\S]*lines 5, 7/],
    ['a row', 'Table 1 / Souht / Autumn', /no row "Souht"[\s\S]*nearest +South/],
    ['a column', 'Table 1 / North / Autmn', /no column "Autmn"[\s\S]*nearest +Autumn/],
    ['a table', { table: 'Table 11' }, /no table "Table 11"[\s\S]*nearest +Table 1/],
    ['a section', { section: 'Crane' }, /no section "Crane"[\s\S]*nearest +Cranes/],
    ['a title that two sections have', 'Quays', /ambiguous: the report has 2 sections[\s\S]*lines 26-28, lines 30-44/],
    ['a caption that two tables have', 'Depths', /ambiguous: the report has 2 tables[\s\S]*lines 36-38, 42-44/],
    ['a name of a row and of a column', 'Table 2 / North', /a row and a column[\s\S]*"Table 2 \/ North \/"/],
  ])('%s', (_, basis, expected) => {
    expect(saidOf(basis)).toMatch(expected)
  })
})
