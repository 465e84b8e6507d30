import { expect, test } from 'vitest'
import { parts } from '../../../src/check/rules/parts.ts'
import { found } from '../checked.ts'

const said = (text: string, language: 'en' | 'de' | 'da' = 'en') =>
  found(parts, `# A\n\n${text}\n`, { language }).map(({ message }) => message)

test('a part and what remains do not make the whole', () => {
  expect(said('The port has 15 people, of whom 11 are pilots. The remaining six keep the books.')).toEqual([
    '15 people is divided into 11 and the remaining six, which makes 17',
  ])
  expect(said('Havnen har 15 folk, hvoraf 11 er lodser. De resterende seks fører bøger.', 'da')).toHaveLength(1)
  expect(said('Der Hafen hat 15 Leute, davon 11 Lotsen. Die übrigen sechs führen Bücher.', 'de')).toHaveLength(1)
})

test('numbers in brackets behind names', () => {
  expect(said('The 12 studies are from Denmark (9), Italy (1) and Sweden (1).')).toEqual(
    ['"12 studies" is divided into 9 + 1 + 1, which makes 11'].map((text) => text.replaceAll('"', '')),
  )
})

test('labelled numbers in brackets behind the whole', () => {
  expect(said('The budget is £52.4m (boats: 7.1; quays: 42.1; grants: 4.2).')).toHaveLength(1)
})

test.each([
  'The port has 15 people, of whom 11 are pilots. The remaining four keep the books.',
  'The port has 15 people, of whom 11 are pilots. Six boats lie at the quay.',
  'The 12 studies are from Denmark (10), Italy (1) and Sweden (1).',
  'The 12 studies were found in two steps (2).',
  'The budget is £52.4m (boats: 7.1; quays: 42.1; grants: 3.2).',
])('nothing of "%s"', (text) => {
  expect(said(text)).toEqual([])
})
