import { foldSpace } from '../text.ts'

/** Something read off a report, with the reasons: sentences for whoever checks it, which name lines. */
export interface Found<T> {
  value: T
  said: string[]
}

/** "line 12", "lines 12, 40 and 3 more": where something stands. */
export function atLines(lines: number[], most = 4): string {
  const all = [...new Set(lines)].sort((a, b) => a - b)
  const shown = all.slice(0, most).join(', ')
  const more = all.length > most ? ` and ${all.length - most} more` : ''
  return `${all.length === 1 ? 'line' : 'lines'} ${shown}${more}`
}

/** A text of the report inside a sentence: one line, cut where it is long. */
export function quoted(text: string, most = 60): string {
  const plain = foldSpace(text.replace(/\p{Cc}+/gu, ' '))
  return `“${plain.length > most ? `${plain.slice(0, most).trim()}…` : plain}”`
}

/** A printed word as a key of the profile: "Harbour (all)" is `harbour-all`; null where no letter is left. */
export function keyOf(printed: string): string | null {
  const key = printed
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return /^\p{L}/u.test(key) ? key.slice(0, 40) : null
}

/** A key that is not taken yet: the wanted one, or that with a number. */
export function freeKey(wanted: string, taken: object): string {
  let key = wanted
  for (let count = 2; key in taken; count += 1) key = `${wanted}-${count}`
  return key
}

/** The type of a new card: `study` and `box` mean cards of another kind. */
export function cardType(wanted: string | null, taken: object): string {
  return freeKey(wanted && wanted !== 'study' && wanted !== 'box' ? wanted : 'card', taken)
}
