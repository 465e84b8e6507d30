import { expect, test } from 'vitest'
import { listCount } from '../../../src/check/rules/list-count.ts'
import { found } from '../checked.ts'

const count = (markdown: string, language: 'en' | 'de' | 'da' = 'en') =>
  found(listCount, `# A\n\n${markdown}\n`, { language }).map(({ message }) => message)

test('a list below that has more or fewer', () => {
  expect(count('The three tracks are:\n\n- one way\n- another\n- a third\n- a fourth')).toEqual([
    '"three tracks" leads up to a list of 4',
  ])
  expect(count('Die drei Spuren sind:\n\n- eine\n- noch eine', 'de')).toHaveLength(1)
})

test('a list within the sentence', () => {
  expect(count('It rests on four factors: wind, water and luck.')).toEqual(['"four factors" leads up to a list of 3'])
})

test.each([
  'The three tracks are:\n\n- one way\n- another\n- a third',
  'The three tracks are:\n\n- one way\n\nIt is short.\n\n- another\n\nIt is long.\n\n- a third',
  'It rests on four factors: wind, water, budget and luck.',
  'It rests on four factors: wind, wet and dry, budget and luck.',
  'Of the four themes we find, that:\n\n- one\n- two\n- three\n- four\n- five',
  'It took three weeks: rain, wind, hail and snow.',
])('nothing of "%s"', (markdown) => {
  expect(count(markdown)).toEqual([])
})
