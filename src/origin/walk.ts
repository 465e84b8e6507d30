import type { Origin } from './origin.ts'

/** An origin and all that it is made of, each before what is in it, in the order of the text. */
export function* everyOrigin(origin: Origin): Generator<Origin> {
  yield origin
  for (const inner of inside(origin)) yield* everyOrigin(inner)
}

function inside(origin: Origin): Origin[] {
  switch (origin.kind) {
    case 'join':
      return origin.parts
    case 'cell':
    case 'repaired':
    case 'updated':
      return [origin.of]
    case 'computed':
    case 'stated':
      return origin.of
    default:
      return []
  }
}

/** Those of one kind in an origin, in the order of the text. */
export function originsOf<Kind extends Origin['kind']>(origin: Origin, kind: Kind): Extract<Origin, { kind: Kind }>[] {
  return [...everyOrigin(origin)].filter((each): each is Extract<Origin, { kind: Kind }> => each.kind === kind)
}
