import type { Root } from 'mdast'
import { walk } from '../../read/walk.ts'
import { plainText } from '../text.ts'

/** How often a word stands inside sentences, with a capital and without. */
export interface Casing {
  capital: number
  small: number
}

/** The casing of every word of a report's paragraphs; a word that begins a sentence tells nothing. */
export function casings(tree: Root): Map<string, Casing> {
  const found = new Map<string, Casing>()
  walk(tree, (paragraph) => {
    if (paragraph.type !== 'paragraph') return
    const text = plainText(paragraph)
    if (text === text.toUpperCase()) return
    for (const { 0: word, index } of text.matchAll(/\p{L}[\p{L}\p{N}]*/gu)) {
      if (/(?:^|[.!?:–—•“"(-])\s*$/u.test(text.slice(Math.max(0, index - 3), index))) continue
      const casing = found.get(word.toLowerCase()) ?? { capital: 0, small: 0 }
      if (/^\p{Lu}/u.test(word)) casing.capital += 1
      else casing.small += 1
      found.set(word.toLowerCase(), casing)
    }
  })
  return found
}
