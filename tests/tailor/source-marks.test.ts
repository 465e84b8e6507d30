import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'
import { plainText } from '../../src/model/text.ts'
import { tailored } from '../support/tailored.ts'

const editorial = `statements:
  - { id: ni, text: Ni skibe., basis: [5], fingerprint: 0000 }
  - { id: kran, text: Ingen kran., basis: [22-24], fingerprint: 0000 }
`

/** The tree with each mark as "[1]", and the notes below it. */
async function shown(template: string) {
  const { fingerprint } = await import('../../src/editorial/fingerprint.ts')
  const { smallReport } = await import('../support/source.ts')
  const lines = smallReport.split('\n')
  const signed = editorial.replace('0000', fingerprint([[5, 5]], lines)).replace('0000', fingerprint([[22, 24]], lines))
  const { tree } = await tailored(template, { 'editorial.yaml': signed })
  const text = (node: Nodes): string => {
    if (node.type === 'sourceMark') return `[${node.number}]`
    if (node.type === 'sourceNotes') return node.notes.map(({ number, text: note }) => `${number} ${note}`).join('; ')
    const inner = 'children' in node ? (node.children as Nodes[]).map(text).join('') : plainText(node)
    return 'title' in node && Array.isArray(node.title)
      ? `${(node.title as Nodes[]).map(text).join('')}: ${inner}`
      : inner
  }
  return tree.children.map(text)
}

test('a passage without a source line gets a mark, and the marks a list at the end', async () => {
  expect(await shown('# T\n\n{{say "ni"}}\n\nRamme.\n\n{{say "kran"}}\n')).toEqual([
    'T',
    'Ni skibe.[1]',
    'Ramme.',
    'Ingen kran.[2]',
    '1 Afsnit 1 (linje 5); 2 Afsnit 3 (linje 22–24)',
  ])
})

test('passages that rest on the same lines share a number, and the list stands where it is asked for', async () => {
  expect(await shown('# T\n\n::sources\n\n{{say "ni"}}\n\n{{say "ni"}}\n')).toEqual([
    'T',
    '1 Afsnit 1 (linje 5)',
    'Ni skibe.[1]',
    'Ni skibe.[1]',
  ])
})

test('what a source line tells of has no mark', async () => {
  expect(await shown('# T\n\n{{say "ni"}}\n\n::source\n')).toEqual([
    'T',
    'Ni skibe.',
    'Kilde: afsnit 1 (linje 5) i rapporten.',
  ])
  expect(await shown('# T\n\n:::card{title="{{say "ni"}}"}\n{{say "kran"}}\n\n::source\n:::\n')).toEqual([
    'T',
    'Ni skibe.: Ingen kran.Kilde: afsnit 1 (linje 5) og afsnit 3 (linje 22–24) i rapporten.',
  ])
  expect(await shown('# T\n\n::table{of="TABEL 2.1" rows="Tons"}\n')).toHaveLength(2)
})

test('a heading is told with the passage below it, or by itself where there is none', async () => {
  expect(await shown('# T\n\n## {{say "ni"}}\n\n{{say "kran"}}\n')).toEqual([
    'T',
    'Ni skibe.',
    'Ingen kran.[1]',
    '1 Afsnit 1 (linje 5) og afsnit 3 (linje 22–24)',
  ])
  expect((await shown('# T\n\n## {{say "ni"}}\n\n::table{of="TABEL 2.1"}\n'))[1]).toBe('Ni skibe.[1]')
})

test('an entry is one passage', async () => {
  const template = '# T\n\n::::entry{number="1"}\n{{say "ni"}}\n\n{{say "kran"}}\n\n:::aside\n{{say "ni"}}\n:::\n::::\n'
  expect((await shown(template))[1]).toBe('Ni skibe.Ingen kran.[1]Ni skibe.')
})
