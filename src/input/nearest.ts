import { distance } from 'fastest-levenshtein'

/**
 * The candidate nearest to what was written, by edit distance without regard to case, or undefined where nothing
 * is near: more than half of the letters differ, neither holds the other, and they are not the same letters mixed up.
 */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase()
  let best: { candidate: string; score: number } | undefined
  for (const candidate of candidates) {
    const other = candidate.toLowerCase()
    const holds = wanted.length > 2 && (other.includes(wanted) || wanted.includes(other))
    const mixed = letters(wanted) === letters(other)
    const score = distance(wanted, other) / Math.max(wanted.length, other.length, 1) - (holds || mixed ? 0.4 : 0)
    if (!best || score < best.score) best = { candidate, score }
  }
  return best && best.score <= 0.5 ? best.candidate : undefined
}

const letters = (word: string) => [...word].sort().join('')

/** Candidates as a readable list, cut after the first `most`. */
export function listed(candidates: Iterable<string>, most = 12): string {
  const all = [...candidates]
  const shown = all.slice(0, most).join(', ')
  return all.length > most ? `${shown}, … (${all.length} in all)` : shown
}
