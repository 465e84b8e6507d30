import { lengthOf, nothing, type Origin } from './origin.ts'
import { everyOrigin } from './walk.ts'

/** The origin of another text that was made of one: as it is where the text is as long, else each letter comes from the whole. */
export function stretched(origin: Origin, length: number): Origin {
  if (lengthOf(origin) === length) return origin
  if (!length) return nothing
  switch (origin.kind) {
    case 'cell':
    case 'repaired':
      return { ...origin, of: stretched(origin.of, length) }
    case 'original':
    case 'join':
      return whole(origin, length)
    default:
      return { ...origin, length }
  }
}

/** Letters of one file as a block; of several pieces what is worked out from them. */
function whole(origin: Origin, length: number): Origin {
  const all = [...everyOrigin(origin)].filter(({ kind }) => kind !== 'join')
  const places = all.flatMap((each) =>
    each.kind === 'original'
      ? [{ file: each.file, line: each.line, from: each.column, to: each.column + each.length }]
      : [],
  )
  const [first, last] = [places[0], places.at(-1)]
  if (!first || !last) return { kind: 'framing', length }
  const isOne = all.every(({ kind }) => kind === 'original' || kind === 'framing' || kind === 'repaired')
  if (!isOne || places.some(({ file }) => file !== first.file))
    return { kind: 'computed', operation: 'rewording', of: [origin], length }
  const [start, end] = [
    { line: first.line, column: first.from },
    { line: last.line, column: last.to },
  ]
  return { kind: 'block', file: first.file, start, end, length }
}
