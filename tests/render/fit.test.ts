import { expect, test } from 'vitest'
import { dresses } from '../../src/build/themes.ts'
import type { Slide } from '../../src/document/nodes.ts'
import { plainText } from '../../src/model/text.ts'
import { fitSlides } from '../../src/render/slides/fit.ts'
import { makeSource, smallReport } from '../support/source.ts'
import { tailored } from '../support/tailored.ts'

const audience = `title: Alle
kicker: Til alle
documents:
  - { name: deck, template: decks/deck.md.hbs, theme: standard, formats: [html] }
`

async function fitted(template: string, report = smallReport) {
  const document = await tailored('# x\n', {
    'report.md': report,
    'audiences/alle.yaml': audience,
    'templates/decks/deck.md.hbs': template,
  })
  const { theme } = await dresses(makeSource().folders.templates)('standard', {})
  const { tree, overfull } = await fitSlides(document.tree, theme)
  return { slides: tree.children as Slide[], overfull }
}

const rows = (slide: Slide) =>
  (slide.children[0] as { children: { children: { children: object[] }[] }[] }).children[0]!.children.map((row) =>
    plainText(row.children[0] as never),
  )

test('slides stand between three hyphens, each with title, notes and what it rests on', async () => {
  const { slides, overfull } = await fitted(
    '# Havnen\n\n:::lead\nRamme.\n:::\n\n---\n\n## Skibe\n\n::table{of="TABEL 2.1" rows="Skibe"}\n\n{{section "1" first=1}}\n\n:::notes\nSig noget.\n:::\n',
  )
  expect(slides.map(({ title, isTitle }) => [plainText(title), isTitle])).toEqual([
    ['Havnen', true],
    ['Skibe', false],
  ])
  expect(plainText(slides[1]!.notes)).toBe('Sig noget. Note: Foreløbige tal.')
  expect(slides[1]!.sources.map((line) => plainText(line))).toEqual([
    'Kilde: Havnekontoret, tabel 2.1 (linje 11–16) i rapporten.',
    'Kilde: afsnit 1 (linje 5) i rapporten.',
  ])
  expect(JSON.stringify(slides[1]!.children)).not.toContain('sourceLine')
  expect(overfull).toEqual([])
})

test('a slide without a title is refused', async () => {
  await expect(fitted('# T\n\n---\n\nord\n')).rejects.toThrow('slide 2 has no title')
})

test('a long table is divided with its header, none of its rows lost or twice', async () => {
  const long = Array.from({ length: 40 }, (_, at) => `Kaj ${at + 1}\t${at}`).join('\n')
  const report = smallReport.replace('## 3', `TABEL 2.2: KAJER\n\n\tSkibe\n${long}\n\n## 3`)
  const { slides, overfull } = await fitted(
    '# T\n\n---\n\n## Kajer\n\n::table{of="TABEL 2.2" highlight="Kaj 30"}\n',
    report,
  )
  const parts = slides.slice(1)
  expect(parts.length).toBeGreaterThan(2)
  expect(parts.map(({ part }) => part)).toEqual(parts.map((_, at) => ({ at: at + 1, of: parts.length })))
  expect(parts.map((slide) => rows(slide)[0])).toEqual(parts.map(() => ''))
  expect(parts.flatMap((slide) => rows(slide).slice(1))).toEqual(Array.from({ length: 40 }, (_, at) => `Kaj ${at + 1}`))
  expect(parts.filter((slide) => JSON.stringify(slide).includes('highlight'))).toHaveLength(1)
  expect(overfull).toEqual([])
})

test('a slide that holds too much is told, with how much', async () => {
  const { overfull } = await fitted(`# T\n\n---\n\n## Meget\n\n${'- Et punkt på en linje\n'.repeat(30)}`)
  expect(overfull).toMatchObject([{ slide: 2, title: 'Meget' }])
  expect(overfull[0]!.by).toBeGreaterThan(100)
})
