import fc from 'fast-check'
import { joinOf, type Origin } from '../../src/origin/origin.ts'

const number = fc.integer({ min: 1, max: 6 })
const name = fc.constantFrom('a', 'b')
const file = fc.constantFrom('report.md', 'notes.md')
const point = fc.record({ line: number, column: number })

const leaf: fc.Arbitrary<Origin> = fc.oneof(
  fc.record({ kind: fc.constant('original' as const), file, line: number, column: number, length: number }),
  fc.record({ kind: fc.constant('block' as const), file, start: point, end: point, length: number }),
  fc.record({ kind: fc.constant('framing' as const), length: number }),
)

/** Any origin of a text that is not empty. */
export const anyOrigin: fc.Arbitrary<Origin> = fc.letrec<{ origin: Origin }>((tie) => ({
  origin: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ kind: fc.constant('cell' as const), table: name, row: name, column: name, of: tie('origin') }),
    fc.record({ kind: fc.constant('repaired' as const), rule: name, of: tie('origin') }),
    fc.array(tie('origin'), { minLength: 1, maxLength: 4 }).map(joinOf),
    fc.record({
      kind: fc.constant('computed' as const),
      operation: name,
      of: fc.array(tie('origin'), { maxLength: 2 }),
      length: number,
    }),
    fc.record({
      kind: fc.constant('updated' as const),
      file,
      line: number,
      date: name,
      source: name,
      of: tie('origin'),
      length: number,
    }),
    fc.record({
      kind: fc.constant('stated' as const),
      statement: name,
      file,
      line: number,
      of: fc.array(tie('origin'), { maxLength: 2 }),
      length: number,
    }),
  ),
})).origin
