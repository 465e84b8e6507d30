import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { locales } from '../../../src/locale/locales.ts'
import { numbersOf } from '../../../src/model/claims/grid.ts'
import { roundsTo } from '../../../src/model/claims/nearness.ts'
import type { Claim, Report } from '../../../src/model/report.ts'
import { evaluate } from '../../../src/origin/operations.ts'
import { modelled } from '../modelled.ts'

const table = `Table 1: Boats in the harbours

| Harbour | Boats in 2022 | Boats in 2024 | Share |
|---|---:|---:|---:|
| Northport | 900 | 1,200 | 48% |
| Southport | 640 | 660 | 26% |
| Easton | 600 | 640 | 26% |
| Total | 2,140 | 2,500 | 100% |
`

const report = (text: string, below = '') =>
  modelled(`# 1 Boats\n\n${text}\n\n${table}\n${below}`, {
    language: 'en',
    entities: { harbour: [{ name: 'Northport' }, { name: 'Southport' }, { name: 'Easton' }] },
  })

/** What the operation of a claim makes of the numbers of its cells. */
function resultOf(claim: Claim, { tables, language }: Report): number {
  const { rows } = tables.find(({ id, caption }) => (id ?? caption) === claim.table)!
  const inputs = claim.inputs.map(
    ([row, column, at]) => numbersOf(rows[row]![column]!, locales[language as 'en'])[at]!.value,
  )
  return evaluate(claim.operation, [...inputs, ...(claim.beside ?? [])])
}

describe('how a number follows from its cells', () => {
  test.each([
    ['same', 'In 2024 Northport had 1,200 boats.', [[0, 2, 0]]],
    [
      'difference',
      'In Northport the boats rose by 300 from 2022 to 2024.',
      [
        [0, 1, 0],
        [0, 2, 0],
      ],
    ],
    [
      'percentChange',
      'In Northport the boats rose by 33.3 per cent from 2022 to 2024.',
      [
        [0, 1, 0],
        [0, 2, 0],
      ],
    ],
    [
      'percentShare',
      'Of all boats in 2022, 42.1% lay in Northport.',
      [
        [0, 1, 0],
        [3, 1, 0],
      ],
    ],
    ['same', 'Together the harbours had 2,140 boats in 2022.', [[3, 1, 0]]],
    ['rest', 'Northport had 1,000 + 200 boats in 2024.', [[0, 2, 0]]],
  ])('is one operation on their numbers: %s', (operation, text, inputs) => {
    const made = report(text)
    const [claim] = made.claims
    expect(claim).toMatchObject({ operation, inputs })
    expect(roundsTo(resultOf(claim!, made), claim!.value)).toBe(true)
  })

  test.each(['tests/fixtures/extracted-report', 'examples/library-hours'])(
    'in %s every one gives the number, at its place',
    (folder) => {
      const markdown = readFileSync(`${folder}/report.md`, 'utf8')
      const made = modelled(markdown, parse(readFileSync(`${folder}/report.yaml`, 'utf8')))
      const lines = markdown.split('\n')
      expect(made.claims.length).toBeGreaterThan(10)
      for (const claim of made.claims) {
        const { place, said, sentence, operation, inputs, value, approximation, agrees } = claim
        expect(lines[place.line - 1]!.slice(place.column - 1)).toMatch(new RegExp(`^${sentence.slice(...said)}`))
        if (operation === 'count' || !agrees || approximation || !inputs.length) continue
        const result = resultOf(claim, made)
        // a note below a table may say why its numbers do not add up to what is told
        expect(Math.abs(result - value) / value).toBeLessThan(operation === 'sum' ? 0.25 : 0.05)
      }
    },
  )
})
