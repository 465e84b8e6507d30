import { describe, expect, test } from 'vitest'
import { modelled } from './modelled.ts'

describe('cards from headings', () => {
  const profile = { cards: { advice: { from: 'headings' as const, in: '3', heading: 'RÅD #{number}. {title}' } } }
  const markdown = `# 3 Råd

Indledning.

## RÅD #1. KØB EN KRAN

Nordhavn har ca. 3 kraner. Det koster. Men:

- a

## RÅD #2. SÆLG BÅDEN

## RÅD UDEN NUMMER

# 4 Andet

## RÅD #3. ET ANDET STED
`

  test('each heading of the pattern in its section, with number, title and first sentence', () => {
    expect(modelled(markdown, profile).cards).toMatchObject([
      {
        type: 'advice',
        id: 'advice-1',
        title: 'KØB EN KRAN',
        fields: { number: 1, title: 'KØB EN KRAN', lead: 'Nordhavn har ca. 3 kraner.' },
        lines: [5, 9],
        body: [{ type: 'paragraph' }, { type: 'list' }],
      },
      { id: 'advice-2', title: 'SÆLG BÅDEN', fields: { number: 2, lead: null }, lines: [11, 11], body: [] },
    ])
  })

  test('without a number the line is its id', () => {
    const unnumbered = { cards: { advice: { from: 'headings' as const, in: 'Råd', heading: 'Råd: {title}' } } }
    expect(modelled('# 3 Råd\n\n## Råd: Køb\n', unnumbered).cards).toMatchObject([
      { id: 'advice-3', title: 'Køb', fields: { number: null } },
    ])
  })

  test('a section that is not there has no cards', () => {
    expect(modelled('# 1 A\n', profile).cards).toEqual([])
  })
})

describe('cards from paragraphs', () => {
  const profile = {
    captions: { table: ['TABEL'] },
    cards: { practice: { from: 'paragraphs' as const, in: '4', about: 'havn', categories: 'TABEL 4.1' } },
    entities: { havn: [{ name: 'Nordhavn' }, { name: 'Sydhavn', aliases: ['Søndre Havn'] }] },
  }
  const markdown = `# 4 Praksis

Før den første havn: **ingen**.

*Nordhavn* har en **kajordning**, der virker.

Den har også *en fartplan* til alle.

Her står intet med fed.

I *Søndre Havn* er der **tovværk**.

Nordhavn bruger *trawl*.

TABEL 4.1: ORDNINGER

Slags\tEksempler
Kajer\t<ul><li>Kajordning (Nordhavn)</li></ul>
Garn\t<ul><li>Nye trawl (Nordhavn)</li><li>Tovværk (Sydhavn)</li></ul>
`

  test('each is about the entity it opens with, or the last one; its name is what it marks', () => {
    const { cards } = modelled(markdown, profile)
    expect(cards.map(({ id, fields, lines }) => [id, fields.entity, fields.name, fields.category, lines[0]])).toEqual([
      ['practice-1', 'Nordhavn', 'kajordning', 'Kajer', 5],
      ['practice-2', 'Nordhavn', 'en fartplan', null, 7],
      ['practice-3', 'Sydhavn', 'tovværk', 'Garn', 11],
      ['practice-4', 'Nordhavn', 'trawl', 'Garn', 13],
    ])
  })
})

test('every box is a card', () => {
  const markdown = '# 1 A\n\n**BOKS 1: Skibe**\n\nTekst.\n\n# 2 B\n'
  expect(modelled(markdown, { captions: { box: ['BOKS'] } }).cards).toMatchObject([
    { type: 'box', id: 'boks-1', title: 'Skibe', fields: { label: 'BOKS 1', title: 'Skibe' }, lines: [3, 5] },
  ])
})
