import { expect, test } from 'vitest'
import { lixOf, readabilityOf, sentencesIn } from '../../src/document/readability.ts'
import { tailored } from '../support/tailored.ts'

test('LIX is words a sentence and the share of long words', () => {
  // 10 words in 2 sentences, 2 of them of more than six letters: 5 + 20
  expect(lixOf(['Der lå ni skibe ved kajen. Havnefogeden talte dem forsigtigt.'])).toBeCloseTo(10 / 2 + (100 * 2) / 10)
})

test('a sentence does not end at an abbreviation, and ends with its passage', () => {
  expect(sentencesIn('Ca. 6,8 pct. af dem er ledige. „Hvor mange?” Det vides ikke')).toHaveLength(3)
  expect(sentencesIn('Det koster 3 mio. kr. om året')).toHaveLength(1)
})

test('words are all that is shown, LIX is of the running text', async () => {
  const sentence = 'Havnen er stor og god for alle de mange skibe der kommer.'
  const many = Array.from({ length: 6 }, () => sentence).join('\n\n')
  const plain = await tailored(`# Havnen\n\n${many}\n`)
  const withTable = await tailored(`# Havnen\n\n${many}\n\n::table{of="TABEL 2.1"}\n`)
  expect(readabilityOf(plain)).toEqual({ words: 1 + 6 * 12, lix: 12 })
  expect(readabilityOf(withTable).lix).toBe(12)
  expect(readabilityOf(withTable).words).toBeGreaterThan(readabilityOf(plain).words)
  expect(readabilityOf(await tailored('# Havnen\n\nKort.\n')).lix).toBeNull()
})
