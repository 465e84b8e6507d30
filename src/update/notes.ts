import { sourceWords, updatedWords } from './bank-words.ts'
import { dayIn } from './dates.ts'
import { folded } from './match.ts'
import type { SaidSettings } from './settings.ts'

/**
 * What the notes of a statistics bank's file say of its date and source: "Source: Statistics Norway", or the word in one line and
 * what it is in the next.
 */
export function settingsInNotes(notes: string[]): Pick<SaidSettings, 'date' | 'source'> {
  const date = dayIn(behind(notes, updatedWords) ?? '')
  const source = behind(notes, sourceWords)
  return { ...(date ? { date } : {}), ...(source ? { source } : {}) }
}

function behind(notes: string[], words: string[]): string | null {
  const lines = notes.flatMap((note) => note.split(/\r?\n|#/)).map((line) => line.trim())
  for (const [at, line] of lines.entries()) {
    const [, word = '', said = ''] = /^([^:]+?)\s*(?::\s*(.*))?$/.exec(line) ?? []
    if (words.includes(folded(word))) return said || lines[at + 1] || null
  }
  return null
}
