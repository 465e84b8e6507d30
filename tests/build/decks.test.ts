import { expect, test } from 'vitest'
import { prepareBuild } from '../../src/build/prepare.ts'
import type { Slide } from '../../src/document/nodes.ts'
import { tailorDocument } from '../../src/tailor/tailor.ts'
import { makeSource } from '../support/source.ts'

const files = (template: string, formats: string) => ({
  'audiences/havn.yaml': `title: Havnen
kicker: Til havnen
documents:
  - { name: deck, template: decks/deck.md.hbs, theme: standard, formats: [${formats}] }
`,
  'templates/decks/deck.md.hbs': template,
})

test('a deck with notes is a file beside the deck', async () => {
  const { documents } = await prepareBuild(makeSource(files('# T\n', 'pdf, pdf-notes')).folders, {
    audiences: ['havn'],
  })
  expect(documents[0]!.artifacts.map(({ path }) => path)).toEqual(['havn/deck.pdf', 'havn/deck-notes.pdf'])
})

test('a chart does not say again what its slide is titled', async () => {
  const chart = (title: string) => `::chart{kind="bar" of="TABEL 2.1" rows="Tons" title="${title}" subtitle="Tons"}`
  const template = `# T\n\n---\n\n## Nordhavn er størst\n\n${chart('Nordhavn er størst')}\n\n${chart('Sydhavn er mindst')}\n`
  const { folders } = makeSource(files(template, 'pdf'))
  const { documents, material } = await prepareBuild(folders, { audiences: ['havn'] })
  const { audience, document, edition } = documents[0]!
  const made = await tailorDocument(audience, document, edition, material, folders.templates)
  const titles = (made.document.tree.children[1] as Slide).children.map((node) => 'title' in node && node.title)
  expect(titles).toMatchObject([[], [{ value: 'Sydhavn er mindst' }]])
})
