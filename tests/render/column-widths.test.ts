import { expect, test } from 'vitest'
import { columnWidths } from '../../src/render/column-widths.ts'

/** Each letter is ten wide, and a cell needs ten more. */
const room = (width: number) => ({ width, padding: () => 10, measure: (text: string) => 10 * text.length })

test('what fits is stretched to the whole width', () => {
  expect(columnWidths([['ab', 'abcd']], room(160))).toEqual([60, 100])
})

test('each has room for its longest word, and a modest text is not cut', () => {
  const [label, text] = columnWidths(
    [['Jobcenter Nord', 'En lang tekst, som skal brydes over flere linjer']],
    room(400),
  )
  expect(label).toBe(150)
  expect(text).toBe(250)
})

test('a hard space and a dash are no and a possible line end', () => {
  expect(columnWidths([['6,8\u00a0pct.', 'et andet ord, og mange flere af dem']], room(150))[0]).toBe(90)
  expect(columnWidths([['aaaa–aaaa', 'et andet ord, og mange flere af dem']], room(130))[0]).toBeLessThan(65)
})

test('where even the words are too long, the short columns keep theirs', () => {
  const widths = columnWidths([['2010', 'arbejdsmarkedspolitik', 'beskæftigelsesindsats']], room(300))
  expect(widths).toEqual([50, 125, 125])
})

test('columns fill the width to the last twentieth of a point', () => {
  for (const width of [997, 9638]) {
    const widths = columnWidths(
      [
        ['a', 'bc', 'def'],
        ['g', 'h', 'i'],
      ],
      room(width),
    )
    expect(widths.reduce((total, each) => total + each, 0)).toBe(width)
  }
})
