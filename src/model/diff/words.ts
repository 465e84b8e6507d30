/** A run of words that both texts have, or one of them. */
interface WordRun {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** Texts longer than this, in pairs of words, are taken apart only where they begin and end alike. */
const mostPairs = 1_000_000

/** Two texts as runs of words: the longest sequence of words that both have, and what each has besides. */
export function wordRuns(before: string, after: string): WordRun[] {
  const [old, now] = [before.split(' '), after.split(' ')]
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head++
  let tail = 0
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++
  const inner = apart(old.slice(head, old.length - tail), now.slice(head, now.length - tail))
  const words: WordRun[] = [
    ...old.slice(0, head).map((text) => ({ kind: 'same' as const, text })),
    ...inner,
    ...old.slice(old.length - tail).map((text) => ({ kind: 'same' as const, text })),
  ]
  return joined(words)
}

function apart(old: string[], now: string[]): WordRun[] {
  const gone = (text: string): WordRun => ({ kind: 'removed', text })
  const come = (text: string): WordRun => ({ kind: 'added', text })
  if (old.length * now.length > mostPairs) return [...old.map(gone), ...now.map(come)]
  const length = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1))
  for (let from = old.length - 1; from >= 0; from--)
    for (let to = now.length - 1; to >= 0; to--)
      length[from]![to] =
        old[from] === now[to]
          ? length[from + 1]![to + 1]! + 1
          : Math.max(length[from + 1]![to]!, length[from]![to + 1]!)
  const runs: WordRun[] = []
  let [from, to] = [0, 0]
  while (from < old.length && to < now.length) {
    if (old[from] === now[to]) {
      runs.push({ kind: 'same', text: old[from++]! })
      to++
    } else if (length[from + 1]![to]! >= length[from]![to + 1]!) runs.push(gone(old[from++]!))
    else runs.push(come(now[to++]!))
  }
  return [...runs, ...old.slice(from).map(gone), ...now.slice(to).map(come)]
}

/** Neighbouring words of one kind as one run. */
function joined(words: WordRun[]): WordRun[] {
  const runs: WordRun[] = []
  for (const { kind, text } of words) {
    const last = runs.at(-1)
    if (last?.kind === kind) last.text += ` ${text}`
    else runs.push({ kind, text })
  }
  return runs
}
