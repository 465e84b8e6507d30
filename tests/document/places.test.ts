import { expect, test } from 'vitest'
import type { Run } from '../../src/document/places.ts'
import { placesOf, placeText } from '../../src/document/places.ts'
import { sourcesFrom } from '../../src/document/source.ts'
import { tailored } from '../support/tailored.ts'

/** The places of what a template makes of the small report: kind, text, what is above it, the lines it rests on. */
async function placesIn(template: string, files: Record<string, string> = {}) {
  const places = placesOf(await tailored(template, files), 'Havnekontoret')
  return places
    .filter(({ kind }) => kind !== 'frame' && kind !== 'source')
    .map((place) => ({ ...place, text: placeText(place).trim() }))
}

const linesOf = ({ runs }: { runs: Run[] }) =>
  runs.flatMap(({ origin }) => sourcesFrom(origin).map(({ lines: [first] }) => first))

test('places stand below their headings, each part of a text with what it rests on', async () => {
  const places = await placesIn(
    '# Havnen\n\n## Tal\n\nDer er {{value "TABEL 2.1" row="Skibe" column="Nordhavn"}} skibe.\n\n### Mere\n\n{{section "1"}}\n\n## Slut\n\nTak.\n',
  )
  expect(places.map(({ under, text }) => [...under, text].join(' / '))).toEqual([
    'Havnen',
    'Havnen / Tal',
    'Havnen / Tal / Der er 5 skibe.',
    'Havnen / Tal / Mere',
    'Havnen / Tal / Mere / Havnen lagde ni skibe til kaj.',
    'Havnen / Tal / Mere / Kun Nordhavn voksede.',
    'Havnen / Slut',
    'Havnen / Slut / Tak.',
  ])
  expect(places[2]!.runs.map(({ text, origin }) => [text, sourcesFrom(origin).length])).toEqual([
    ['Der er ', 0],
    ['5', 1],
    [' skibe.', 0],
  ])
  expect(places.map(linesOf)).toEqual([[], [], [14], [], [5], [7, 7, 7], [], []])
})

test('cells have what heads their row and column, charts and cards too', async () => {
  const places = await placesIn(
    `# Havnen

::table{of="TABEL 2.1"}

::chart{kind="bar" of="TABEL 2.1" rows="Tons" title="Nordhavn er størst" subtitle="Tons"}

::table{of="TABEL 2.1" columns="Sydhavn" wide="cards"}
`,
  )
  const cells = places.filter(({ kind }) => kind === 'table' || kind === 'chart')
  const told = cells.map(({ kind, row, column, text }) => [kind, row, column, text].join(' | '))
  expect(told).toContain('table | Skibe | Nordhavn | 5 (55,6 pct.)')
  expect(told).toContain('table |  |  | Nordhavn')
  expect(told).toContain('chart | Nordhavn | Tons | 1.200')
  expect(cells.filter(({ text }) => text !== '').every((place) => linesOf(place).length)).toBe(true)
  expect(places.find(({ text }) => text === '1.200')!.under).toEqual(['Havnen', 'Skibe og tons'])
  const card = places.find(({ text }) => text === 'Sydhavn 950')!
  expect(card.under).toEqual(['Havnen', 'Tons'])
  expect(linesOf(card)).toEqual([13, 15])
})

test('key figures are read as one; entries, contact and notes of tables are places', async () => {
  const places = await placesIn(
    `# Havnen

::::key-figures
:::key-figure
{{value "TABEL 2.1" row="Tons" column="Nordhavn"}}

tons i Nordhavn
:::
::::

{{#each (cards "raad")}}
::::entry{number="{{number}}"}
{{title}}
::::
{{/each}}

::table{of="TABEL 2.1"}

::contact
`,
  )
  const told = places.map(({ kind, text }) => `${kind}: ${text}`)
  expect(told).toContain('keyFigure: 1.200 tons i Nordhavn')
  expect(told).toContain('contact: Havnekontoret')
  expect(linesOf(places.find(({ text }) => text === '1')!)).toEqual([22])
  const note = places.find(({ kind }) => kind === 'note')!
  expect(note.text).toMatch(/Note: Foreløbige tal\.$/)
  expect(linesOf(note)).toEqual([18])
})

test('what stands on a slide has its number; its title heads it; what is remarked keeps its line', async () => {
  const deck = {
    'audiences/alle.yaml':
      'title: Alle\nkicker: Til alle\ndocuments:\n  - { name: deck, template: decks/deck.md.hbs, theme: standard, formats: [html] }\n',
    'templates/decks/deck.md.hbs':
      '# Havnen\n\n---\n\n## Tal\n\n::table{of="TABEL 2.1"}\n\n:::notes\nSig det langsomt.\n:::\n\n---\n\n## Slut\n\nTak.\n',
  }
  const places = await placesIn('', deck)
  expect(places[0]).toMatchObject({ kind: 'heading', text: 'Havnen', slide: 1 })
  expect(places.at(-1)).toMatchObject({ text: 'Tak.', slide: 3, under: ['Slut'] })
  const spoken = places.filter(({ kind }) => kind === 'speakerNotes')
  expect(spoken.map(({ text, slide }) => [text, slide])).toEqual([
    ['Sig det langsomt.', 2],
    ['Note: Foreløbige tal.', 2],
  ])
  expect(linesOf(spoken[1]!)).toEqual([18])
})
