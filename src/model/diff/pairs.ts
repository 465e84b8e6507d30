/** What belongs together of two lists, and what is only in one. */
export interface Pairing<T> {
  /** In the order of the second list. */
  pairs: Pair<T>[]
  removed: T[]
  added: T[]
}

export interface Pair<T> {
  before: T
  after: T
}

/** How to find what belongs together: pieces with the same name, or those that are most alike. */
type Way<T> = ((piece: T) => string | null) | Alike<T>

interface Alike<T> {
  /** How alike two pieces are, from 0 to 1; the same in both directions. */
  score(before: T, after: T): number
  /** Pieces less alike than this are not the same. */
  least: number
}

/**
 * Pairs the pieces of two lists, by each way in turn what the ways before it left. Exchanging the lists exchanges the pieces of
 * each pair and nothing else.
 */
export function paired<T>(before: T[], after: T[], ways: Way<T>[]): Pairing<T> {
  const partners = new Map<T, T>()
  const taken = new Set<T>()
  for (const way of ways) {
    const left = before.filter((piece) => !partners.has(piece))
    const right = after.filter((piece) => !taken.has(piece))
    if (!left.length || !right.length) break
    const found = typeof way === 'function' ? byName(left, right, way) : byLikeness(left, right, way)
    for (const pair of found) {
      partners.set(pair.before, pair.after)
      taken.add(pair.after)
    }
  }
  const origins = new Map([...partners].map(([from, to]) => [to, from]))
  return {
    pairs: after.flatMap((piece) => (origins.has(piece) ? [{ before: origins.get(piece)!, after: piece }] : [])),
    removed: before.filter((piece) => !partners.has(piece)),
    added: after.filter((piece) => !taken.has(piece)),
  }
}

/** Of several with one name, the first belongs to the first. */
function byName<T>(before: T[], after: T[], nameOf: (piece: T) => string | null): Pair<T>[] {
  const waiting = new Map<string, T[]>()
  for (const piece of before) {
    const name = nameOf(piece)
    if (name) waiting.set(name, [...(waiting.get(name) ?? []), piece])
  }
  return after.flatMap((piece) => {
    const partner = waiting.get(nameOf(piece) ?? '')?.shift()
    return partner === undefined ? [] : [{ before: partner, after: piece }]
  })
}

/** More pairs than this are not tried: of long lists only pieces near each other. */
const mostTried = 250_000

/** The most alike first; of those that are equally so, those whose places are nearest. */
function byLikeness<T>(before: T[], after: T[], { score, least }: Alike<T>): Pair<T>[] {
  const reach = before.length * after.length > mostTried ? mostTried / (before.length + after.length) : Infinity
  const scored = before.flatMap((piece, from) =>
    after.flatMap((other, to) => {
      const alike = Math.abs(from - to) <= reach ? score(piece, other) : 0
      return alike >= least ? [{ before: piece, after: other, alike, from, to }] : []
    }),
  )
  scored.sort(
    (a, b) => b.alike - a.alike || Math.abs(a.from - a.to) - Math.abs(b.from - b.to) || a.from + a.to - b.from - b.to,
  )
  const taken = new Set<T>()
  return scored.filter((pair) => {
    if (taken.has(pair.before) || taken.has(pair.after)) return false
    taken.add(pair.before).add(pair.after)
    return true
  })
}
