import { expect, test } from 'vitest'
import { attribution } from '../../../src/check/rules/attribution.ts'
import { found, harbours, lines } from '../checked.ts'

const profile = { ...harbours, cards: { practice: { from: 'paragraphs' as const, in: '2', about: 'harbour' } } }
const report = (who: string) => `# 1 Overview

Table 1: Good practice

| Theme | Practices |
|---|---|
| Sea | <ul><li>Night fishing with lamps (${who})</li><li>Ice charts (Southport)</li></ul> |

# 2 Practices

*Southport* is proud of **night fishing** off the skerries.

Southport also draws **ice charts** every winter.
`

test('an item that credits another entity', () => {
  expect(lines(found(attribution, report('Northport'), profile))).toEqual([[7, 11]])
})

test.each(['Southport', 'Northport and Southport'])('nothing where it credits %s', (who) => {
  expect(found(attribution, report(who), profile)).toEqual([])
})
