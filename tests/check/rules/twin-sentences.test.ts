import { expect, test } from 'vitest'
import { twinSentences } from '../../../src/check/rules/twin-sentences.ts'
import { found, harbours, lines } from '../checked.ts'

const report = (one: string, other: string) => `# 1 Summary\n\n${one}\n\n# 2 Findings\n\n${other}\n`

test('nearly the same words about other entities', () => {
  const findings = found(
    twinSentences,
    report(
      'In Easton, Northport and Southport money is set aside for short courses on nets, knots and charts.',
      'In Northport and Southport money is set aside for short courses on nets, knots and charts.',
    ),
    harbours,
  )
  expect(lines(findings)).toEqual([[7, 3]])
})

test('nearly the same words with another number', () => {
  const findings = found(
    twinSentences,
    report(
      'The pilots asked for 40 charts of the outer skerries before winter came.',
      'The pilots asked for 45 charts of the outer skerries before the winter came.',
    ),
  )
  expect(findings.map(({ message }) => message)).toEqual([
    'says "45 charts" where line 3 says "40 charts" in nearly the same words',
  ])
})

test.each([
  [
    'In 2022 the pilots asked for 40 charts of the outer skerries.',
    'In 2023 the pilots asked for 45 charts of the outer skerries.',
  ],
  [
    'Northport asked for 40 charts of the outer skerries before winter.',
    'Southport asked for 45 charts of the outer skerries before winter.',
  ],
  [
    'The pilots asked for about 40 charts of the outer skerries.',
    'The pilots asked for 41 charts of the outer skerries.',
  ],
  ['The pilots asked for 40 charts.', 'The sailors were given 45 charts of the outer skerries before winter.'],
])('nothing of "%s" and "%s"', (one, other) => {
  expect(found(twinSentences, report(one, other), harbours)).toEqual([])
})
