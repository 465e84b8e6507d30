import { expect, test } from 'vitest'
import { cardCount } from '../../../src/check/rules/card-count.ts'
import { found, lines } from '../checked.ts'

const cards = { measure: { from: 'headings' as const, in: '2', heading: 'Measure {number}: {title}' } }
const report = (said: string) => `# 1 Summary

${said}

# 2 Measures for the harbour

## Measure 1: Build a quay

Stone.

## Measure 2: Buy a crane

Iron.
`

test('more are announced than there are', () => {
  expect(lines(found(cardCount, report('We propose three measures, see section 2.'), { cards }))).toEqual([[3, 5, 11]])
})

test.each([
  'We propose two measures, see section 2.',
  'Five measures were dropped.',
  'See section 2 on the three harbours.'.replace('three harbours', 'plans'),
])('nothing of "%s"', (said) => {
  expect(found(cardCount, report(said), { cards })).toEqual([])
})
