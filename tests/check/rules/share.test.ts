import { expect, test } from 'vitest'
import { share } from '../../../src/check/rules/share.ts'
import { found } from '../checked.ts'

const row = (...cells: string[]) =>
  `# Boats\n\n| | North | South | East |\n|---|---|---|---|\n| Boats | ${cells.join(' | ')} |\n`

test('one share that is not its part of the whole', () => {
  expect(found(share, row('5 (50%)', '3 (30%)', '2 (25%)')).map(({ message }) => message)).toEqual([
    'the table: 2 of 10 is 20.0 per cent, not 25%',
  ])
})

test.each([
  ['shares that hold', row('5 (50%)', '3 (30%)', '2 (20%)')],
  ['shares that are rounded', row('1 (33%)', '1 (33%)', '1 (33%)')],
  ['shares of something else', row('5 (5.9%)', '3 (4.1%)', '2 (7.7%)')],
])('nothing of %s', (_, report) => {
  expect(found(share, report)).toEqual([])
})
