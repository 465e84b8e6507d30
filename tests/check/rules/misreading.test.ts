import { expect, test } from 'vitest'
import { misreading } from '../../../src/check/rules/misreading.ts'
import { found } from '../checked.ts'

const said = (often: string, once: string, language: 'en' | 'da' | 'de' = 'en') =>
  found(misreading, `# A\n\n${Array(5).fill(`It is ${often}.`).join(' ')}\n\nIt is ${once}.\n`, { language }).map(
    ({ severity, line }) => `${severity} ${line}`,
  )

test('a long word one letter from a frequent one', () => {
  expect(said('harbourmaster', 'harbqurmaster')).toEqual(['warning 5'])
  expect(said('virksomhedspraktik', 'virksomhedsprajtik', 'da')).toEqual(['warning 5'])
})

test('a shorter one may be another word', () => {
  expect(said('contact', 'contract')).toEqual(['info 5'])
})

test('an inflection is none', () => {
  expect(said('harbourmaster', 'harbourmasters')).toEqual([])
  expect(said('virksomhed', 'virksomheds', 'da')).toEqual([])
  expect(said('Wirkungsweise', 'Wirkungsweisen', 'de')).toEqual([])
})
