import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinOf, lengthOf, nothing, type Origin, partOf } from '../../src/origin/origin.ts'
import { firstPlace } from '../../src/origin/places.ts'
import { anyOrigin } from './origins.ts'

const holds = <Given extends [unknown, ...unknown[]]>(
  ...given: [...arbitraries: { [At in keyof Given]: fc.Arbitrary<Given[At]> }, check: (...given: Given) => void]
) => fc.assert(fc.property<Given>(...given), { numRuns: 500 })

/** Two cuts of an origin, the first not behind the second. */
const cut = anyOrigin.chain((origin) => {
  const at = fc.integer({ min: 0, max: lengthOf(origin) })
  return fc
    .tuple(fc.constant(origin), at, at)
    .map(([whole, a, b]): [Origin, number, number] => [whole, Math.min(a, b), Math.max(a, b)])
})

const original = (line: number, column: number, length: number): Origin => ({
  kind: 'original',
  file: 'report.md',
  line,
  column,
  length,
})

describe('the laws of origins', () => {
  test('the whole is its own part, and a part has the length it was cut to', () => {
    holds(cut, ([whole, from, to]) => {
      expect(partOf(whole, 0, lengthOf(whole))).toEqual(whole)
      expect(lengthOf(partOf(whole, from, to))).toBe(to - from)
    })
  })

  test('a part of a part is a part', () => {
    holds(cut, fc.nat(), fc.nat(), ([whole, from, to], one, other) => {
      const [c, d] = [one % (to - from + 1), other % (to - from + 1)].sort((a, b) => a - b) as [number, number]
      expect(partOf(partOf(whole, from, to), c, d)).toEqual(partOf(whole, from + c, from + d))
    })
  })

  test('what was cut in two is joined again', () => {
    holds(cut, ([whole, at]) => {
      expect(joinOf([partOf(whole, 0, at), partOf(whole, at, lengthOf(whole))])).toEqual(whole)
    })
  })

  test('a join is as long as its parts, associative, and nothing is neutral', () => {
    holds(anyOrigin, anyOrigin, anyOrigin, (a, b, c) => {
      expect(lengthOf(joinOf([a, b]))).toBe(lengthOf(a) + lengthOf(b))
      expect(joinOf([joinOf([a, b]), c])).toEqual(joinOf([a, joinOf([b, c])]))
      expect(joinOf([joinOf([a, b]), c])).toEqual(joinOf([a, b, c]))
      expect(joinOf([nothing, a])).toEqual(a)
      expect(joinOf([a, nothing])).toEqual(a)
    })
  })

  test('a part of a join is a join of parts', () => {
    holds(anyOrigin, anyOrigin, fc.nat(), fc.nat(), (a, b, one, other) => {
      const [length, all] = [lengthOf(a), lengthOf(a) + lengthOf(b)]
      const [from, to] = [one % (all + 1), other % (all + 1)].sort((x, y) => x - y) as [number, number]
      expect(partOf(joinOf([a, b]), from, to)).toEqual(
        joinOf([
          partOf(a, Math.min(from, length), Math.min(to, length)),
          partOf(b, Math.max(0, from - length), Math.max(0, to - length)),
        ]),
      )
    })
  })

  test('neighbours in a line are one, others are not', () => {
    expect(joinOf([original(3, 5, 4), original(3, 9, 2)])).toEqual(original(3, 5, 6))
    expect(joinOf([original(3, 5, 4), original(3, 10, 2)])).toMatchObject({ kind: 'join' })
    expect(joinOf([original(3, 5, 4), original(4, 9, 2)])).toMatchObject({ kind: 'join' })
    expect(joinOf([original(3, 5, 4), { ...original(3, 9, 2), file: 'other.md' } as Origin])).toMatchObject({
      kind: 'join',
    })
  })

  test('the letters of an original stand one after the other, those of a block where it begins', () => {
    const block: Origin = {
      kind: 'block',
      file: 'report.md',
      start: { line: 2, column: 7 },
      end: { line: 4, column: 1 },
      length: 9,
    }
    holds(fc.integer({ min: 0, max: 8 }), (at) => {
      expect(firstPlace(partOf(original(3, 5, 9), at, at + 1))).toEqual({ file: 'report.md', line: 3, column: 5 + at })
      expect(firstPlace(partOf(block, at, at + 1))).toEqual({ file: 'report.md', line: 2, column: 7 })
    })
  })
})
