import { expect, test } from 'vitest'
import { textAndTable } from '../../../src/check/rules/text-and-table.ts'
import { found, harbours, lines } from '../checked.ts'

const report = (text: string) => `# Boats

${text}

Table 1: Fleets

| Harbour | Number of boats | Share |
|---|---|---|
| Northport | 10 | 40% |
| Southport | 15 | 60% |
`

test.each([
  ['Northport has 15 boats.'],
  ['Northport lies in the north. It has 15 boats.'],
  ['The Port of Northport keeps fifteen boats.'],
])('"%s"', (text) => {
  const findings = found(textAndTable, report(text), harbours)
  expect(lines(findings)).toEqual([[3, 9]])
  expect(findings[0]!.message).toMatch(/^"(15|fifteen) boats": Table 1 gives Northport 10/)
})

test.each([
  ['Northport has 10 boats.'],
  ['Northport has about 11 boats.'],
  ['Northport has more than 8 boats.'],
  ['Northport has 10 boats, of which 4 boats are old.'],
  ['Northport got two more boats.'],
  ['In 1950 Northport had 15 boats.'],
  ['Northport has 15 quays.'],
  ['Northport, Southport and Easton have 30 boats.'],
  ['Northport had 15 weeks of ice.'],
])('nothing of "%s"', (text) => {
  const withYear = report(text).replace('Fleets', 'Fleets in 2020')
  expect(found(textAndTable, withYear, harbours)).toEqual([])
})
