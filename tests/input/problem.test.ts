import { describe, expect, test } from 'vitest'
import { listed, nearest } from '../../src/input/nearest.ts'
import { formatProblem, Problem, Problems, problemsOf } from '../../src/input/problem.ts'

describe('formatProblem', () => {
  test('the place and the reason, then what was found, expected and nearest', () => {
    const problem = new Problem('unknown key "titel"', {
      file: 'report.yaml',
      line: 2,
      column: 1,
      found: 'titel',
      expected: 'title, date',
      nearest: 'title',
    })
    expect(formatProblem(problem)).toBe(
      ['report.yaml:2:1 unknown key "titel"', '  found     titel', '  expected  title, date', '  nearest   title'].join(
        '\n',
      ),
    )
  })

  test.each([
    [{}, 'is empty'],
    [{ file: 'a.md' }, 'a.md is empty'],
    [{ file: 'a.md', line: 3 }, 'a.md:3 is empty'],
    [{ file: 'a.md', nearest: '' }, 'a.md is empty'],
  ])('only what is known: %j', (details, shown) => {
    expect(formatProblem(new Problem('is empty', details))).toBe(shown)
  })
})

describe('Problem', () => {
  test('a place from above adds what the problem does not know', () => {
    const cause = new Error('why')
    const inner = new Problem('is wrong', { line: 4, file: undefined }, { cause })
    const outer = inner.at({ file: 'a.md', line: 9 })
    expect(outer.details).toEqual({ file: 'a.md', line: 4 })
    expect(outer.cause).toBe(cause)
    expect(outer.exitCode).toBe(2)
  })

  test('the problems that an error is or holds', () => {
    const one = new Problem('one')
    expect(problemsOf(one)).toEqual([one])
    expect(problemsOf(new Problems([one, one]))).toEqual([one, one])
    expect(problemsOf(new Error('other'))).toEqual([])
    expect(problemsOf(undefined)).toEqual([])
  })
})

describe('nearest', () => {
  test.each([
    ['titel', ['title', 'date'], 'title'],
    ['DATE', ['title', 'date'], 'date'],
    ['tabel 51', ['TABEL 5.1', 'TABEL 5.2'], 'TABEL 5.1'],
    ['harbour', ['The harbour of the north', 'x'], 'The harbour of the north'],
    ['quay', ['title', 'date'], undefined],
    ['', [], undefined],
  ])('of "%s" among %j is %s', (written, candidates, found) => {
    expect(nearest(written, candidates)).toBe(found)
  })
})

test('a long list is cut and says how many there are', () => {
  expect(listed(['a', 'b', 'c'], 3)).toBe('a, b, c')
  expect(listed(['a', 'b', 'c'], 2)).toBe('a, b, … (3 in all)')
})
