import type { Heading } from 'mdast'
import { describe, expect, test } from 'vitest'
import { sourcesFrom } from '../../src/document/source.ts'
import { fingerprint } from '../../src/editorial/fingerprint.ts'
import type { Problem } from '../../src/input/problem.ts'
import { plainText } from '../../src/model/text.ts'
import { Corrector } from '../../src/tailor/corrections.ts'
import { smallReport } from '../support/source.ts'
import { tailored } from '../support/tailored.ts'

const lines = smallReport.split('\n')
const basis: [number, number][] = [[5, 5]]
const editorial = (print: string) => `statements:
  - id: hoved
    text: Havnen fik *ni* skibe
    basis: [5]
    fingerprint: ${print}
  - id: hoved
    for: Nordhavn
    text: Nordhavn voksede
    basis: [7]
    fingerprint: ${fingerprint([[7, 7]], lines)}
`
const template = '# {{say "hoved"}}\n\n{{say "hoved" for="Nordhavn"}}\n'

test('a statement is said with the lines it rests on', async () => {
  const { tree, title } = await tailored(template, { 'editorial.yaml': editorial(fingerprint(basis, lines)) })
  expect(title).toBe('Havnen fik ni skibe')
  const heading = tree.children.find(({ type }) => type === 'heading') as Heading
  expect(sourcesFrom(heading.children[0]!.data?.origin)).toEqual([
    { file: 'report.md', lines: [5, 5], statement: 'hoved' },
  ])
  expect(heading.children[0]!.data?.origin).toMatchObject({ kind: 'stated', file: 'source/editorial.yaml', line: 2 })
})

test('white space in the basis does not count, words do', () => {
  expect(fingerprint([[1, 2]], ['a  b', 'c'])).toBe(fingerprint([[1, 2]], ['a b', ' c ']))
  expect(fingerprint([[1, 2]], ['a b', 'c'])).not.toBe(fingerprint([[1, 2]], ['a b', 'd']))
})

describe('a document is not made', () => {
  const problem = (yaml: string): Promise<Problem> =>
    tailored(template, { 'editorial.yaml': yaml }).then(
      () => Promise.reject(new Error('made')),
      (error) => error,
    )

  test('of a statement whose basis changed or was never approved', async () => {
    const stale = await problem(editorial('"0000000000000000"'))
    expect(stale).toMatchObject({
      exitCode: 1,
      details: {
        file: 'source/editorial.yaml',
        line: 2,
        found: expect.stringMatching(/^hoved \(line 2\) (?:read again|new): /),
      },
    })
  })

  test.each([
    ['of one said twice', 'statements:\n  - { id: a, text: x, basis: [1] }\n  - { id: a, text: y, basis: [1] }\n', 3],
    ['of lines that are not there', 'statements:\n  - { id: a, text: x, basis: [5-999] }\n', 2],
    ['of lines the wrong way round', 'statements:\n  - { id: a, text: x, basis: [7-5] }\n', 2],
  ])('%s', async (_, yaml, line) => {
    expect((await problem(yaml)).details).toMatchObject({ file: 'source/editorial.yaml', line })
  })
})

test('a correction mends the printed text in the lines it names, and only whole words', async () => {
  const corrections =
    'corrections:\n  - { printed: skibe, correct: både, lines: [5] }\n  - { printed: hav, correct: HAV }\n'
  const { tree } = await tailored('# T\n\n{{section "1"}}\n\n{{cell "TABEL 2.1" row=1 column=1}}\n', {
    'editorial.yaml': corrections,
  })
  expect(plainText(tree)).toBe('THavnen lagde ni både til kaj.Kun Nordhavn voksede.Skibe')
})

test.each([
  ['180-200 borgere', '180–200 borgere'],
  ['2-4 procentpoint og 1,5-2,5', '2–4 procentpoint og 1,5–2,5'],
  ['den 2020-07-01', 'den 2020-07-01'],
  ['tlf. 33-44-55', 'tlf. 33-44-55'],
  ['COVID-19 og SMV-2', 'COVID-19 og SMV-2'],
])('a range gets its dash: %s', (printed, shown) => {
  expect(new Corrector([]).text(printed, [1, 1])).toBe(shown)
})
