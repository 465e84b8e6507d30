import { wordRuns } from '../model/diff/words.ts'
import { keyOf } from './letters.ts'
import type { CellChange, WordChange } from './locate.ts'

/** The changes of a basis in one line each. */
export const changeText = {
  /** "Table 2.1, Boats, North was 12, is 14" */
  cell: ({ table, row, column, before, after }: CellChange): string =>
    `${[table, row, column].filter(Boolean).join(', ')} was ${before || 'empty'}, is ${after || 'empty'}`,

  /** "line 40: visits rose [-by 5 %-] {+by 7 %+}": what went and what came, with a few words around. */
  words({ before, after, lines }: WordChange): string {
    if (after === null) return `gone: "${cut(before, 120)}"`
    const place = lines ? `line ${lines[0]}: ` : ''
    return `${place}${marked(before, after)}`
  },
}

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

interface Run {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/**
 * Two texts as one, what went in [- -] and what came in {+ +}; what only another dash or quotation mark tells apart is the same. Long
 * runs that both have are cut in the middle.
 */
export function marked(before: string, after: string): string {
  return alike(wordRuns(before, after).filter(({ text }) => text))
    .map(({ kind, text }) => (kind === 'removed' ? `[-${text}-]` : kind === 'added' ? `{+${text}+}` : cutInside(text)))
    .join(' ')
}

/** Runs with those that exchange words for the same letters as the same. */
function alike(runs: Run[]): Run[] {
  const made: Run[] = []
  for (const run of runs) {
    const last = made.at(-1)
    const isExchanged = last?.kind === 'removed' && run.kind === 'added' && keyOf(last.text) === keyOf(run.text)
    const next: Run = isExchanged ? { kind: 'same', text: run.text } : run
    if (isExchanged) made.pop()
    const before = made.at(-1)
    if (before?.kind === 'same' && next.kind === 'same') before.text += ` ${next.text}`
    else made.push({ ...next })
  }
  return made
}

function cutInside(text: string): string {
  const words = text.split(' ')
  return words.length > 12 ? `${words.slice(0, 5).join(' ')} … ${words.slice(-5).join(' ')}` : text
}
