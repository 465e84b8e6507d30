import { wordRuns } from '../model/diff/words.ts'
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

/** Two texts as one, what went in [- -] and what came in {+ +}; long runs that both have are cut in the middle. */
export function marked(before: string, after: string): string {
  return wordRuns(before, after)
    .filter(({ text }) => text)
    .map(({ kind, text }) => (kind === 'removed' ? `[-${text}-]` : kind === 'added' ? `{+${text}+}` : cutInside(text)))
    .join(' ')
}

function cutInside(text: string): string {
  const words = text.split(' ')
  return words.length > 12 ? `${words.slice(0, 5).join(' ')} … ${words.slice(-5).join(' ')}` : text
}
