import { expect, test } from 'vitest'
import { textDiffers } from '../../../src/check/rules/text-differs.ts'
import { found, harbours, lines } from '../checked.ts'

/** Paragraphs that make words rare: what stands in one of many places tells more. */
const filler = Array.from(
  { length: 12 },
  (_, at) => `The ${'abcdefghijkl'[at]!.repeat(4)} stands by the ${'mnopqrstuvwx'[at]!.repeat(5)}.`,
).join('\n\n')
const report = (one: string, other: string) => `# 1 Summary\n\n${one}\n\n${filler}\n\n# 2 Findings\n\n${other}\n`

test('the same things counted twice in words that are alike', () => {
  const findings = found(
    textDiffers,
    report(
      'The differences come of a combination of four factors: wind, water, budget and luck.',
      'The differences in budget and luck come of three factors, wind and water among them.',
    ),
  )
  expect(findings).toHaveLength(1)
  expect(new Set(lines(findings)[0])).toEqual(new Set([3, 31]))
})

test('what an entity has is counted for it alone', () => {
  const counted = (a: string, b: string) =>
    found(
      textDiffers,
      report(
        `${a} runs six pilot schools for young sailors.`,
        `${b} opened seven pilot schools where young sailors learn.`,
      ),
      harbours,
    )
  expect(counted('Northport', 'Northport')).toHaveLength(1)
  expect(counted('Northport', 'Southport')).toEqual([])
})

test.each([
  ['The harbour has four quays.', 'The river has three quays.'],
  [
    'We asked four harbour masters about tides and ice.',
    'We asked at least three harbour masters about tides and ice.',
  ],
  ['The course took four weeks of ice and tide.', 'The course took three weeks of ice and tide.'],
  [
    'A combination of four factors: wind, water, budget and luck.',
    'The combination of wind, water, budget and luck is made of four factors.',
  ],
])('nothing of "%s" and "%s"', (one, other) => {
  expect(found(textDiffers, report(one, other))).toEqual([])
})
