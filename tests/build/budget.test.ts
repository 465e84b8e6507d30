import { expect, test } from 'vitest'
import { overBudget } from '../../src/build/budget.ts'
import { readabilityOf } from '../../src/document/readability.ts'
import { tailored } from '../support/tailored.ts'

const long =
  'Myndighederne gennemfører omfattende undersøgelser vedrørende havnevirksomhedernes investeringsmuligheder.'
const short = 'Kajen er god. Vi kan lide den. '
const template = `# Havnen\n\n## Kort\n\n${short.repeat(6)}\n\n## Langt\n\n${short.repeat(12)} ${long}\n`
const made = {
  data: '',
  pages: 3,
  headings: [
    { title: 'Kort', page: 1 },
    { title: 'Langt', page: 3 },
  ],
  findings: [],
}

test('what is within its limits is not told', async () => {
  const document = await tailored(template)
  expect(overBudget(document, made, readabilityOf(document), { pages: 3, words: 900, lix: 90 })).toEqual([])
  expect(overBudget(document, made, readabilityOf(document))).toEqual([])
})

test('what goes over names what to cut', async () => {
  const document = await tailored(template)
  const found = overBudget(document, made, readabilityOf(document), { pages: 2, words: 100, lix: 5 })
  expect(found.map(({ rule }) => rule)).toEqual(['page-limit', 'word-limit', 'reading-level'])
  const [pages, words, lix] = found.map(({ message }) => message)
  expect(pages).toMatch(
    /^3 pages, the limit is 2: beyond it stand "Langt"\. About \d+ words must go; longest are "Langt"/,
  )
  expect(words).toMatch(/^\d+ words, the limit is 100\. .*"Langt" \(\d+ words\), "Kort" \(\d+ words\)/)
  expect(lix).toContain('Hardest: "Myndighederne gennemfører')
})
