import { expect, test } from 'vitest'
import { monthLists } from '../../../src/check/rules/month-lists.ts'
import { found, harbours, lines } from '../checked.ts'

const report = (months: string) => `# Calls

Northport has more calls in summer (${months}).

Table 1: Calls

| | Calls |
|---|---|
| Northport | 20 (more in June, July, Aug. and Sept.) |
`

test('a month more in one place', () => {
  expect(lines(found(monthLists, report('June, July and September'), harbours))).toEqual(
    [[9, 3]].map(([cell, text]) => [text, cell]),
  )
})

test.each(['June, July, August and September', 'January, February and March', 'June and July'])(
  'nothing of "%s"',
  (months) => {
    expect(found(monthLists, report(months), harbours)).toEqual([])
  },
)
