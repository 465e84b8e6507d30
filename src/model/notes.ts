import type { RootContent } from 'mdast'
import type { Locale } from '../locale/locale.ts'
import type { Table } from './report.ts'
import { escapeRegExp, foldSpace, plainText } from './text.ts'

/** What is said of a table around it. */
export type Said = Pick<Table, 'notes' | 'noteLines' | 'source'>

/** What stands right below a table: "Kilde: … Note: …", in one paragraph or several. */
export function notesBelow(blocks: RootContent[], index: number, locale: Locale) {
  const said: Said = { notes: [], noteLines: [], source: null }
  const taken: RootContent[] = []
  for (let at = index + 1; at < blocks.length && isNote(blocks[at]!, locale); at++) {
    const text = noteText(blocks[at]!)
    const found = [...text.matchAll(wordPattern(locale))]
    found.forEach((match, next) => {
      const part = foldSpace(text.slice(match.index + match[0].length, found[next + 1]?.index))
      if (match[1]) said.source = sources(said.source, part.replace(/\.$/, ''))
      else {
        said.notes.push(part)
        said.noteLines.push(blocks[at]!.position!.start.line)
      }
    })
    taken.push(blocks[at]!)
  }
  return { said, blocks: taken }
}

/** Sources that are said in several places, as one. */
function sources(...said: (string | null)[]): string | null {
  return [...new Set(said.filter(Boolean))].join('; ') || null
}

/** What is said in several places, as one; a note that is said twice counts where it is said first. */
export function togetherSaid(...all: Said[]): Said {
  const notes = new Map<string, number>()
  for (const said of all)
    said.notes.forEach((note, at) => {
      if (!notes.has(note)) notes.set(note, said.noteLines[at]!)
    })
  return {
    notes: [...notes.keys()],
    noteLines: [...notes.values()],
    source: sources(...all.map(({ source }) => source)),
  }
}

/** Does a paragraph begin with the word for a note or a source, and a colon? Set apart in italics or bold it may have a full stop. */
export function isNote(block: RootContent, locale: Locale): boolean {
  if (block.type !== 'paragraph') return false
  return noteText(block).search(wordPattern(locale)) === 0
}

/** The text of a paragraph, with a colon after a first word that is set apart: "*Note.* Text". */
function noteText(block: RootContent): string {
  const text = plainText(block)
  const first = block.type === 'paragraph' ? block.children[0] : undefined
  const word = first?.type === 'strong' || first?.type === 'emphasis' ? plainText(first) : ''
  const rest = text.slice(word.length).trim()
  const isHead = word.endsWith('.') ? /^\p{L}+\.$/u.test(word) : /^\p{L}+$/u.test(word) && /^[^\p{Ll}:]/u.test(rest)
  return isHead && rest ? `${word.replace(/\.$/, '')}: ${rest}` : text
}

/** A short line in brackets between a caption and its table says in what it counts: "(in thousands)". */
export function isUnitLine(block: RootContent | undefined): boolean {
  return block?.type === 'paragraph' && /^[([][^()[\]]{1,80}[)\]]$/.test(plainText(block))
}

/** What a unit line says, as a note. */
export function unitSaid(block: RootContent): Said {
  return { notes: [plainText(block).slice(1, -1)], noteLines: [block.position!.start.line], source: null }
}

const patterns = new Map<Locale, RegExp>()

/** The word at the start or after a sentence; the first group is a source's, the second a note's. */
function wordPattern(locale: Locale): RegExp {
  const known = patterns.get(locale)
  if (known) return known
  const [source, note] = [locale.source, locale.note].map((words) => words.map(escapeRegExp).join('|'))
  const pattern = new RegExp(`(?<=^|[.\\s])(?:(${source})|(${note}))\\s*:\\s*`, 'giu')
  patterns.set(locale, pattern)
  return pattern
}
