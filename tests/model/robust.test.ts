import { expect, test } from 'vitest'
import { problemsOf } from '../../src/input/problem.ts'
import { modelled } from './modelled.ts'

test.each([
  ['only a comment', '<!-- x -->\n'],
  ['only a rule', '---\n'],
  ['only a caption', 'TABEL 1: X\n'],
  ['only a footnote', '<sup>1</sup> x\n'],
  ['only a link definition', '[a]: https://example.org\n'],
  ['a zero-width space', '\u200b\n'],
  ['an empty heading', '#\n\n##\n\n# \n'],
  ['names that every object has', '# __proto__\n\n## constructor\n\ntoString\t__proto__\nconstructor\t1\n'],
  ['a number without end', `x\t${'1'.repeat(10_000)}\n`],
  ['thousands without end', `x\t${'1.111'.repeat(5_000)}\n`],
  ['a word without end', `${'a-'.repeat(10_000)}b\n`],
  ['a thousand headings of one name', '# 1 a\n\n'.repeat(1_000)],
  ['a thousand rows', 'a\tb\n'.repeat(1_000)],
  ['a thousand tables', 'a\tb\nc\td\n\n'.repeat(500)],
  ['a thousand short paragraphs', 'Fire ord står her\n\n'.repeat(1_000)],
  ['a thousand marks', `${'x<sup>1</sup> '.repeat(1_000)}\n`],
  ['a thousand quotes', `${'>'.repeat(1_000)} x\n`],
  ['a name that is a pattern', '# 1 (.*\n\nTABEL 1: (.*\n\na\tb\n(.*\t[\n'],
])('%s: a model or a problem', (_, markdown) => {
  const profile = { entities: { '(': [{ name: '(.*' }, { name: '__proto__' }] }, captions: { box: ['('] } }
  try {
    expect(modelled(markdown, profile).coverage.unaccounted).toEqual([])
  } catch (error) {
    if (!problemsOf(error).length) throw error
  }
})
