import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Locale } from '../../locale/locale.ts'
import { placesIn } from '../place.ts'
import type { Step } from '../step.ts'
import { walk } from '../walk.ts'

/**
 * A word still hyphenated from a lost line end is whole again. That a hyphen was not meant is told by the report itself, or by
 * how its language writes compounds (see `isBroken`). A meant hyphen stays.
 */
export const brokenWords: Step = {
  rule: 'broken-word',
  run(tree, log, { locale }) {
    const words = vocabulary(tree)
    walk(tree, (node) => {
      if (node.type !== 'text' || !node.value.includes('-')) return
      const placeOf = placesIn(node)
      node.value = node.value.replace(hyphenated, (written, offset: number) => {
        const whole = joined(written, words, locale)
        if (whole !== written) log(placeOf(offset, written.length), written, whole)
        return whole
      })
    })
  },
}

/** Parts of letters with hyphens between them, all but the first in small letters; a hyphen at its end is the text's. */
const hyphenated = /(?<![\p{L}\p{N}-])\p{L}+(?:-\p{Ll}+)+(?!\p{L}|-?\p{N}|-\p{L})/gu

/**
 * A chain of parts without the hyphens that break a word: all of them where the report writes it without any, in a language that
 * writes compounds so.
 */
function joined(written: string, words: Vocabulary, locale: Locale): string {
  const parts = written.split('-')
  // long chains are no words, and each part is looked up with its neighbour
  if (parts.length > 6) return written
  const chained = parts.length > 2
  const whole = parts.join('')
  if (chained && locale.compounds.prefixes.length && words.count(whole) > 0) return whole
  return parts.slice(1).reduce((text, second, at) => {
    const first = parts[at]!
    return text + (isBroken(first, second, chained, words, locale) ? '' : '-') + second
  }, parts[0]!)
}

/**
 * Is the hyphen between two parts one from a line end? The report tells: it writes the word without the hyphen more often than
 * with it, or in another form; or as often, and the parts cannot stand divided. Where it writes the word only so, the language
 * may tell that they cannot: after a prefix that is never divided, or after the letter that links the parts of a compound.
 */
function isBroken(first: string, second: string, chained: boolean, words: Vocabulary, locale: Locale): boolean {
  if (first.length < 2 || !/\p{Ll}$/u.test(first)) return false
  const [whole, divided] = [words.count(first + second), words.count(`${first}-${second}`)]
  const isNoWord = (part: string) => words.count(part) === 0
  const isCompounding = locale.compounds.prefixes.length > 0
  if (whole > divided) return isCompounding || isNoWord(first) || isNoWord(second)
  if (whole > 0 && whole === divided && (chained || (isNoWord(second) && (isCompounding || isNoWord(first)))))
    return true
  if (chained) return false
  if (divided > 1 || second.length < 3) return false
  const otherForm = second.length > sameStart && words.begins(first + second.slice(0, sameStart + 1))
  if (otherForm && !whole) return true
  return isPrefix(first, locale) || (isLinked(first, words, locale) && (whole > 0 || !words.dividedAfter(first)))
}

const isPrefix = (part: string, { compounds }: Locale) => compounds.prefixes.includes(part.toLowerCase())

/** Is a part a word of the report with the letter that links it to the next? */
function isLinked(part: string, words: Vocabulary, { compounds }: Locale): boolean {
  return compounds.links.some((link) => {
    const stem = new RegExp(`^(.{3,})${link}$`, 'i').exec(part)?.[1]
    return stem !== undefined && (words.begins(stem) || words.ends(stem))
  })
}

/** Letters of the second part that two forms of a word have in common at least. */
const sameStart = 4

/** The words of a report: how often each stands in it, and which letters its words begin with. */
interface Vocabulary {
  count(word: string): number
  /** Does a word without hyphen begin so, and go on? */
  begins(letters: string): boolean
  /** Does one end so? */
  ends(letters: string): boolean
  /** Does the report divide another word after this part? */
  dividedAfter(part: string): boolean
}

function vocabulary(tree: Root): Vocabulary {
  const counts = new Map<string, number>()
  const divided = new Map<string, number>()
  const add = (to: Map<string, number>, word: string) => to.set(word, (to.get(word) ?? 0) + 1)
  walk(tree, (node) => {
    if (!carriers.has(node.type)) return
    for (const [word] of textOf(node).matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
      const key = word.toLowerCase()
      add(counts, key)
      const parts = key.split('-')
      if (parts.length > 1) add(divided, parts[0]!)
      // the parts of a chain are words of the report too: "hand-to-mouthpiece" holds "mouthpiece"
      if (parts.length > 2) for (const part of parts) add(counts, part)
    }
  })
  const whole = [...counts.keys()].filter((word) => !word.includes('-'))
  const sorted = whole.toSorted()
  const reversed = whole.map(backwards).sort()
  return {
    count: (word) => counts.get(word.toLowerCase()) ?? 0,
    begins: (letters) => {
      const start = letters.toLowerCase()
      const at = lowerBound(sorted, start)
      return (sorted[at] === start ? sorted[at + 1] : sorted[at])?.startsWith(start) ?? false
    },
    ends: (letters) => {
      const end = backwards(letters.toLowerCase())
      return reversed[lowerBound(reversed, end)]?.startsWith(end) ?? false
    },
    dividedAfter: (part) => (divided.get(part.toLowerCase()) ?? 0) > 1,
  }
}

/** Nodes whose text is one piece; a list in a table cell is counted with it and again, which favours no writing. */
const carriers = new Set(['paragraph', 'heading', 'tableCell', 'marginNote'])

const backwards = (word: string) => [...word].reverse().join('')

/** The index of the first word that does not stand before a text. */
function lowerBound(sorted: string[], text: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < text) low = middle + 1
    else high = middle
  }
  return low
}
