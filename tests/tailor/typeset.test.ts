import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { locales } from '../../src/locale/locales.ts'
import { typeset } from '../../src/tailor/typeset.ts'
import { tailored } from '../support/tailored.ts'

function set(markdown: string, language: keyof typeof locales = 'da'): string {
  const tree: Root = unified().use(remarkParse).parse(markdown)
  typeset(tree, locales[language])
  return textOf(tree)
}

test.each([
  ['straight', 'hun sagde "kom ind" og gik', 'hun sagde »kom ind« og gik'],
  [
    'those of another style',
    'de ”tagges” og “findes” og „læses“ og »ses«',
    'de »tagges« og »findes« og »læses« og »ses«',
  ],
  ['beside brackets and stops', '("kom"), "ind". "Og": "ud"', '(»kom«), »ind«. »Og«: »ud«'],
  ['one within the other', '"han sagde "ja" til det"', '»han sagde »ja« til det«'],
  ['around emphasis', '"*kom* ind", sagde hun', '»kom ind«, sagde hun'],
  ['from one piece into the next', '**Spor 1 "Tidlig** indsats" er', 'Spor 1 »Tidlig indsats« er'],
  ['a measure in inches stays', 'en skærm på 15" er stor', 'en skærm på 15" er stor'],
  ['one that is never closed stays', 'hun sagde "kom', 'hun sagde "kom'],
  ['a paragraph closes none of another', 'et "to\n\ntre" fire', 'et "totre" fire'],
  ['code stays', 'skriv `"a - b"` nu', 'skriv "a - b" nu'],
  ['a dash between words', 'havnen - og kajen', 'havnen – og kajen'],
  ['a hyphen stays', 'ø-færge og havne- og kajpladser', 'ø-færge og havne- og kajpladser'],
])('%s', (_, markdown, expected) => expect(set(markdown)).toBe(expected))

test.each([
  ['en', '“come in”'],
  ['de', '„come in“'],
  ['fr', '«\u00a0come in\u00a0»'],
  ['sv', '”come in”'],
] as const)('each language has its own: %s', (language, expected) => {
  expect(set('"come in"', language)).toBe(expected)
})

test('captions, titles, cells and statements too', async () => {
  const document = await tailored(
    '# Et "ord"\n\n:::card{title="Om \'x\' - og y"}\n{{section "1"}}\n:::\n\n| a |\n| - |\n| "b" |\n',
    {
      'report.md': '# R\n\n## 1 Ét\n\nDen kaldes "Nordhavn" - af alle.\n',
      'report.yaml': 'language: da\n',
    },
  )
  expect(document.title).toBe('Et »ord«')
  const text = JSON.stringify(document.tree)
  expect(text).toContain('Den kaldes »Nordhavn« – af alle.')
  expect(text).toContain("Om 'x' – og y")
  expect(text).toContain('»b«')
})
