import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineRanges } from '../../src/origin/line-ranges.ts'
import { joinOf, lengthOf, type Origin, partOf } from '../../src/origin/origin.ts'
import { originOf, type Span, spansOf } from '../../src/origin/spans.ts'
import { concat, framing, placeAt, shorten, slice, type Traced, trimmed } from '../../src/origin/traced.ts'
import { originsOf } from '../../src/origin/walk.ts'

/** A text as it stands in a file from a point on. */
const written = (text: string, line = 1, column = 1): Traced => ({
  text,
  origin: text ? { kind: 'original', file: 'report.md', line, column, length: text.length } : joinOf([]),
})

const point = ({ text, origin }: Traced, at: number) => {
  const place = placeAt({ text, origin }, at)
  return place && [place.line, place.column]
}

describe('a text that knows where it comes from', () => {
  test('is as long as its origin, however it is cut and joined', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), fc.nat(), (one, other, a, b) => {
        const both = concat([written(one, 1), framing(' '), written(other, 2)])
        const piece = slice(both, a % (both.text.length + 1), b % (both.text.length + 1))
        expect(lengthOf(both.origin)).toBe(both.text.length)
        expect(lengthOf(piece.origin)).toBe(piece.text.length)
      }),
    )
  })

  test('keeps the place of every letter where white space is folded and trimmed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\t') }), (text) => {
        const folded = trimmed(shorten(written(text, 4, 3), /\s+/g, () => ' '))
        expect(folded.text).toBe(text.replace(/\s+/g, ' ').trim())
        expect(lengthOf(folded.origin)).toBe(folded.text.length)
        for (const [at, letter] of [...folded.text].entries()) {
          const [line, column] = point(folded, at)!
          expect(line).toBe(4)
          if (letter !== ' ') expect(text[column! - 3]).toBe(letter)
        }
      }),
    )
  })

  test('has no place where it comes from nowhere, but for a space before what does', () => {
    expect(placeAt(framing('Source: '), 3)).toBeNull()
    expect(point(concat([framing('Source: '), written('harbour', 7, 9)]), 3)).toEqual([7, 9])
  })
})

describe('spans', () => {
  test('tell an origin of letters and are told by it', () => {
    const spans: Span[] = [
      [0, 3, 5],
      [4, 4, 1],
      [9, 4, 12, 'broken-word'],
    ]
    const origin = originOf(spans, 14, 'report.md')
    expect(lengthOf(origin)).toBe(14)
    expect(spansOf(origin)).toEqual(spans)
    expect(originsOf(origin, 'repaired')).toMatchObject([{ rule: 'broken-word', of: { column: 12, length: 5 } }])
    expect(lineRanges(origin)).toEqual([{ file: 'report.md', lines: [3, 4] }])
    expect(spansOf(partOf(origin, 2, 5))).toEqual([
      [0, 3, 7],
      [2, 4, 1],
    ])
  })

  test('begin where the text does, or later', () => {
    const origin: Origin = originOf([[2, 3, 5]], 4, 'report.md')
    expect(origin).toMatchObject({
      kind: 'join',
      parts: [
        { kind: 'framing', length: 2 },
        { column: 5, length: 2 },
      ],
    })
    expect(spansOf(origin)).toEqual([[2, 3, 5]])
  })
})
