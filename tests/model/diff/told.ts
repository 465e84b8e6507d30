import type { Change } from '../../../src/model/diff/change.ts'

/** "moved table Table 2: Table 1 > Table 2" */
export function brief({ kind, what, name, moved }: Change): string {
  return [`${kind} ${what} ${name}`, ...(moved ? [`${moved.from} > ${moved.to}`] : [])].join(': ')
}

const opposite = { added: 'removed', removed: 'added', moved: 'moved', changed: 'changed' } as const

/** A change as it is seen from the other side. */
export function turned(change: Change): Change {
  const { kind, before, after, lines, data, moved, numbers, claim } = change
  return {
    ...change,
    kind: opposite[kind],
    before: after,
    after: before,
    lines: { before: lines.after, after: lines.before },
    data: { before: data.after, after: data.before },
    moved: moved && { from: moved.to, to: moved.from },
    numbers: numbers.map((each) => ({ ...each, before: each.after, after: each.before, difference: -each.difference })),
    claim: claim && {
      agrees: { before: claim.agrees.after, after: claim.agrees.before },
      restsOn: claim.restsOn.map((each) => ({ ...each, before: each.after, after: each.before })),
    },
  }
}

/** Changes without the names of things, which are those of the later report, in an order of their own. */
export function unnamed(changes: Change[]): string[] {
  return changes
    .map(({ name: _, place: __, claim, ...rest }) => {
      const restsOn = claim?.restsOn.map(({ before, after }) => [before, after].map((text) => text ?? null))
      return JSON.stringify([
        rest.kind,
        rest.what,
        rest.before,
        rest.after,
        rest.numbers,
        rest.lines,
        rest.moved,
        claim?.agrees,
        restsOn?.sort(),
      ])
    })
    .sort()
}
