import { expect, test } from 'vitest'
import { emptyCaption } from '../../../src/check/rules/empty-caption.ts'
import { emptyCell } from '../../../src/check/rules/empty-cell.ts'
import { found } from '../checked.ts'

test('a caption without content, unless a picture stands by it', () => {
  const report =
    '# 1 Ice\n\nFigure 1: Ice by month\n\nIt is cold.\n\nWe looked.\n\nFigure 2: Tides\n\n![Tides](tides.png)\n'
  expect(found(emptyCaption, report).map(({ line }) => line)).toEqual([3])
})

test('an empty cell in a column that is filled, none where most are empty', () => {
  const report =
    '# 1 Ice\n\n| Port | Boats | Note |\n|---|---|---|\n| North | 1 |  |\n| South |  |  |\n| East | 3 | old |\n'
  expect(found(emptyCell, report).map(({ line, message }) => [line, message])).toEqual([
    [6, 'empty cell: a table, South, Boats'],
  ])
})
